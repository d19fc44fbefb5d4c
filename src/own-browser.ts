import type { browser as Polyfilled } from 'wxt/browser';

type Browser = typeof Polyfilled;

/** Where the browsers keep it: Firefox has both. */
interface World {
  readonly browser?: Browser;
  readonly chrome: Browser;
}

const { browser: firefox, chrome } = globalThis as unknown as World;

/**
 * Stands in for the polyfill in our own pages (`wxt.config.ts`): all that they call gives promises in both browsers, and
 * the polyfill would be a tenth of the popup. The background answers messages with promises, for which Chrome still
 * needs it.
 */
export const browser: Browser = firefox ?? chrome;
