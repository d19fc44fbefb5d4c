import { browser } from 'wxt/browser';

/**
 * Whether the browser keeps the vault when space is short.
 *
 * Firefox grants it to an extension with `unlimitedStorage` when asked. Chrome never evicts such an extension,
 * yet `persisted()` does not say so (developer.chrome.com, "Storage and cookies"), and its worker cannot ask.
 */
export async function isPersistent(): Promise<boolean> {
  if (await navigator.storage.persisted()) return true;
  return import.meta.env.CHROME
    ? browser.permissions.contains({ permissions: ['unlimitedStorage'] })
    : navigator.storage.persist();
}

/** Whether all that is stored here vanishes with the session: private browsing. */
export function isEphemeral(): boolean {
  return browser.extension.inIncognitoContext;
}
