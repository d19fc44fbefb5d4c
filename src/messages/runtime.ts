import type { browser } from 'wxt/browser';

type Browser = typeof browser;

/** Where the browsers keep it: Firefox has both. */
interface World {
  readonly browser?: Browser;
  readonly chrome?: Browser;
}

/**
 * The browser's own API, without the polyfill that the rest of the extension has: it would be a fifth of a script that
 * runs in sites' pages. All that it has ahead of them is an answer as a promise, which `sendResponse` does as well.
 */
export function ownBrowser(): Browser {
  const { browser, chrome } = globalThis as World;
  const own = browser ?? chrome;
  if (!own) throw new Error('this is no extension');
  return own;
}

export function ownRuntime(): Browser['runtime'] {
  return ownBrowser().runtime;
}
