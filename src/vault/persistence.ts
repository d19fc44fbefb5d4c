import { browser } from 'wxt/browser';

/**
 * Whether the browser keeps the vault when space is short. Chrome never evicts an extension with
 * `unlimitedStorage`, yet `persisted()` does not say so (developer.chrome.com, "Storage and cookies").
 */
export async function isPersistent(): Promise<boolean> {
  if (await navigator.storage.persisted()) return true;
  return import.meta.env.CHROME
    ? browser.permissions.contains({ permissions: ['unlimitedStorage'] })
    : false;
}

/** Whether all that is stored here vanishes with the session: private browsing. */
export function isEphemeral(): boolean {
  return browser.extension.inIncognitoContext;
}
