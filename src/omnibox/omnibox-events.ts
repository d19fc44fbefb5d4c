import { browser } from 'wxt/browser';
import { openPopup } from '../toolbar/popup.ts';
import type { Omnibox, Suggested, Suggestion } from './omnibox.ts';

/**
 * Listens to the address bar, after our keyword. To be called while the background starts: an event of a listener that
 * comes later does not wake it. What the browser shows there is in its own language.
 */
export function listenForOmnibox(omnibox: Pick<Omnibox, 'suggest' | 'choose'>): void {
  /** An answer that comes after the next letter was typed is out of date. */
  let typing = 0;
  browser.omnibox.onInputStarted.addListener(() => {
    describeFirst(browser.i18n.getMessage('omniboxHint'));
  });
  browser.omnibox.onInputChanged.addListener((text, give) => {
    typing += 1;
    const mine = typing;
    void activeTab()
      .then(({ id }) => omnibox.suggest(text, id))
      .then((suggested) => {
        if (mine !== typing) return;
        describeFirst(firstSentence(suggested));
        give(suggested.kind === 'found' ? suggested.found.map(suggestionOf) : []);
      })
      .catch(() => undefined);
  });
  browser.omnibox.onInputEntered.addListener((text) => {
    void activeTab()
      .then(async ({ id, windowId }) => {
        if (!(await omnibox.choose(text, id))) openPopup(windowId);
      })
      .catch(() => undefined);
  });
}

/** The tab under the address bar. */
async function activeTab(): Promise<{ id: number; windowId: number | undefined }> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return { id: tab?.id ?? browser.tabs.TAB_ID_NONE, windowId: tab?.windowId };
}

function firstSentence(suggested: Suggested): string {
  switch (suggested.kind) {
    case 'locked':
      return browser.i18n.getMessage('omniboxLocked');
    case 'none':
      return browser.i18n.getMessage('omniboxNone');
    case 'found':
      return browser.i18n.getMessage('omniboxFirst', suggested.found[0]?.name ?? '');
  }
}

function suggestionOf({ name, fits }: Suggestion): { content: string; description: string } {
  const description = fits ? browser.i18n.getMessage('omniboxFits', name) : name;
  return { content: name, description: asDescription(description) };
}

function describeFirst(sentence: string): void {
  browser.omnibox.setDefaultSuggestion({ description: asDescription(sentence) });
}

/** Chrome reads XML, Firefox a text. */
function asDescription(text: string): string {
  if (!import.meta.env.CHROME) return text;
  return text.replace(/[<>&"']/gu, (sign) => `&#${sign.codePointAt(0)};`);
}
