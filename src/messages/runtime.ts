import type { browser } from 'wxt/browser';

type Runtime = (typeof browser)['runtime'];

/** Where the browsers keep it: Firefox has both. */
interface World {
  readonly browser?: { readonly runtime: Runtime };
  readonly chrome?: { readonly runtime: Runtime };
}

/**
 * The browser's own messages, without the polyfill that the rest of the extension has: it would be a fifth of a script that
 * runs in sites' pages. All that it has ahead of them is an answer as a promise, which `sendResponse` does as well.
 */
export function ownRuntime(): Runtime {
  const { browser, chrome } = globalThis as World;
  const own = browser ?? chrome;
  if (!own) throw new Error('this is no extension');
  return own.runtime;
}
