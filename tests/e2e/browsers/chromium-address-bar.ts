import type { Suggestion } from './browser.ts';

/** Chromium's events have it, for its own use. */
interface Dispatching {
  dispatch(...args: unknown[]): void;
}

/** Runs in the background: lets happen what the address bar does when something is typed after the keyword. */
export function typeAfterKeyword(typed: string): Promise<readonly Suggestion[]> {
  const { promise, resolve } = Promise.withResolvers<readonly Suggestion[]>();
  const { onInputStarted, onInputChanged } = chrome.omnibox;
  (onInputStarted as unknown as Dispatching).dispatch();
  (onInputChanged as unknown as Dispatching).dispatch(typed, resolve);
  return promise;
}

/** The same with Enter. */
export function enterAfterKeyword(text: string): void {
  (chrome.omnibox.onInputEntered as unknown as Dispatching).dispatch(text, 'currentTab');
}
