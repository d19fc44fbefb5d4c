import { browser } from 'wxt/browser';
import type { Held } from '../enrolment/held.ts';

type Badge = 'offer' | 'attention' | 'enrol-here' | 'driving' | 'filled' | 'none';

const TEXTS: Record<Badge, string> = {
  offer: '+',
  attention: '!',
  'enrol-here': '+',
  driving: '…',
  filled: '✓',
  none: '',
};

/** Shows on the toolbar button what there is to do in a tab, and opens the popup where the user is wanted. */
export async function announceHeld(tabId: number, held: Held, before: Held): Promise<void> {
  const badge = badgeOf(held);
  // Also the same one again: the browser takes it away when the tab comes to another page.
  if (badge !== 'none' || badgeOf(before) !== 'none') await showBadge(tabId, badge);
  const known = new Set(wantsOf(before));
  if (wantsOf(held).some((each) => !known.has(each))) await openPopup(tabId);
}

function badgeOf({ findings, added, drive, canEnrol }: Held): Badge {
  if (findings.some(({ kind }) => kind === 'account')) return 'offer';
  if (drive?.state === 'running') return 'driving';
  if (drive?.state === 'stopped' || findings.length > 0) return 'attention';
  if (added) return added.filled ? 'filled' : 'none';
  return canEnrol ? 'enrol-here' : 'none';
}

/** What the user is wanted for, each thing as a text of its own: one that goes makes no new thing of the others. */
function wantsOf({ findings, drive }: Held): string[] {
  const accounts = findings.flatMap((each) => (each.kind === 'account' ? [each.id] : []));
  if (drive?.state === 'running') return accounts;
  return [...accounts, ...(drive ? [JSON.stringify(drive)] : findings.map(({ kind }) => kind))];
}

/** The tab may be gone in the meantime: then there is nothing to show it on. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const title = badge === 'enrol-here' ? browser.i18n.getMessage('badgeEnrolHere') : '';
  await Promise.all([
    browser.action.setBadgeText({ tabId, text: TEXTS[badge] }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
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
