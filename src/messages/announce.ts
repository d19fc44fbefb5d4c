import { browser } from 'wxt/browser';
import { ENROLMENT_HOSTS, SIGN_IN_HOSTS } from '../origins/microsoft.ts';
import { tabsHeld } from '../sign-in/held.ts';
import { CHANGED } from './told.ts';

const CONTENT_SCRIPT_PAGES = [...ENROLMENT_HOSTS, ...SIGN_IN_HOSTS].map(
  (host) => `https://${host}/*`,
);

/** Tells our open pages and content scripts that something changed. That nobody listens is no fault. */
export function announceChange(): void {
  announceToOwnPages();
  void announceToTabs();
}

/** The same to our open pages alone. */
export function announceToOwnPages(): void {
  void browser.runtime.sendMessage(CHANGED).catch(() => undefined);
}

/** Of other sites, to those that want a code: they have asked before. */
async function announceToTabs(): Promise<void> {
  const [tabs, stored] = await Promise.all([
    browser.tabs.query({ url: CONTENT_SCRIPT_PAGES }),
    browser.storage.session.get(null),
  ]);
  const ids = tabs.flatMap(({ id }) => id ?? []);
  for (const id of new Set([...ids, ...tabsHeld(stored)])) {
    void browser.tabs.sendMessage(id, CHANGED, { frameId: 0 }).catch(() => undefined);
  }
}
