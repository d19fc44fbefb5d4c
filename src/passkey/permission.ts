import { browser } from 'wxt/browser';
import { RELYING_PARTY_ID } from './relying-party.ts';

/** Only with it may an extension page name another host as its relying party. */
const PERMISSION = { origins: [`https://${RELYING_PARTY_ID}/*`] };

/** Users can withdraw host permissions in both browsers, also those of the manifest. */
export function hasPasskeyPermission(): Promise<boolean> {
  return browser.permissions.contains(PERMISSION);
}

/**
 * Asks for what was withdrawn; false where the user declines. To be called from a user gesture, before anything is
 * awaited: browsers reject the request otherwise.
 * https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/API/permissions/request
 */
export function requestPasskeyPermission(): Promise<boolean> {
  return browser.permissions.request(PERMISSION);
}
