import { browser } from 'wxt/browser';
import type { Offer } from '../enrolment/offer.ts';

type Badge = 'offer' | 'attention' | 'filled' | 'none';

const TEXTS: Record<Badge, string> = { offer: '+', attention: '!', filled: '✓', none: '' };

const BADGES: Record<Offer['kind'], Badge> = {
  account: 'offer',
  waiting: 'offer',
  push: 'attention',
  'not-otpauth': 'attention',
  refused: 'attention',
  added: 'none',
};

/** Shows on the toolbar button what a tab's page offers, and opens the popup where the browser allows it. */
export async function announceOffer(tabId: number, offer: Offer | undefined): Promise<void> {
  await showBadge(tabId, offer ? BADGES[offer.kind] : 'none');
  if (offer && offer.kind !== 'added') await openPopup(tabId);
}

/** The tab may be gone in the meantime: then there is nothing to show it on. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  await browser.action.setBadgeText({ tabId, text: TEXTS[badge] }).catch(() => undefined);
}

/** Without a gesture of the user only newer browsers open it; elsewhere the badge waits for a click. */
async function openPopup(tabId: number): Promise<void> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (tab.active) await browser.action.openPopup({ windowId: tab.windowId });
  } catch {
    // The badge says it.
  }
}
