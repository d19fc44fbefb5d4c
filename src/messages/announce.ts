import { browser } from 'wxt/browser';
import { ENROLMENT_HOSTS, SIGN_IN_HOSTS } from '../origins/microsoft.ts';
import { CHANGED } from './envelope.ts';

const CONTENT_SCRIPT_PAGES = [...ENROLMENT_HOSTS, ...SIGN_IN_HOSTS].map(
  (host) => `https://${host}/*`,
);

/** Tells our open pages and content scripts that something changed. That nobody listens is no fault. */
export function announceChange(): void {
  void browser.runtime.sendMessage(CHANGED).catch(() => undefined);
  void announceToTabs();
}

async function announceToTabs(): Promise<void> {
  const tabs = await browser.tabs.query({ url: CONTENT_SCRIPT_PAGES });
  for (const { id } of tabs) {
    if (id !== undefined)
      void browser.tabs.sendMessage(id, CHANGED, { frameId: 0 }).catch(() => undefined);
  }
}
