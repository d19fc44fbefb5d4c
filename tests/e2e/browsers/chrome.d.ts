import type { browser } from 'wxt/browser';

declare global {
  /** In functions that run in the extension. Both browsers know the interface by this name. */
  const chrome: typeof browser;
}
