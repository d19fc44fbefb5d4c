import { codesKey, FIRST_COUNT, GLANCE, slotAt } from '../../glance/stored.ts';
import { ownBrowser } from '../../messages/runtime.ts';
import type { Words } from '../i18n.ts';
import { WORDS } from '../words-item.ts';
import type { Shown } from './ask.ts';
import { readGlance, type Tab } from './read-glance.ts';

/** What is asked before anything is drawn. */
export interface Early {
  /** From memory; undefined where nothing is kept, or where it would not be all that is to be said. */
  readonly glance: Promise<Shown | undefined>;
  /** The background's answer as it was sent, where there is no glance; undefined where none came. */
  readonly reply: Promise<unknown>;
  readonly tab: Promise<Tab>;
  /** What an opening before has kept; undefined where there is nothing. */
  readonly words: Promise<Words | undefined>;
}

/**
 * Asks for all that the popup shows at first. Of the session's memory it reads the glance and the words, and nothing else; where the glance is
 * enough to begin with, the background is left asleep until the popup stands there: to wake up, it takes a processor.
 */
export function askEarly(): Early {
  const { runtime, storage } = ownBrowser();
  const tab = activeTab();
  const stored = storage.session.get([GLANCE, codesKey(slotAt(Date.now())), WORDS]);
  const glance = Promise.all([stored, tab])
    .then(([held, { id, url }]) => readGlance(held, { id, url }, Date.now()))
    .catch(() => undefined);
  const reply = Promise.all([tab, glance])
    .then(([{ id }, kept]) =>
      kept
        ? undefined
        : runtime.sendMessage({ name: 'popup.open', request: { tabId: id, count: FIRST_COUNT } }),
    )
    .catch(() => undefined);
  // Only the popup writes there (`showPopup`).
  const words = stored.then((held) => held[WORDS] as Words | undefined).catch(() => undefined);
  return { tab, reply, glance, words };
}

/** The tab that the popup stands over. */
export async function activeTab(): Promise<Tab> {
  const { tabs } = ownBrowser();
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  return { id: tab?.id ?? tabs.TAB_ID_NONE, url: tab?.url };
}
