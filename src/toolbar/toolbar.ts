import { browser } from 'wxt/browser';
import type { Held } from '../enrolment/held.ts';
import type { SignInStatus } from '../sign-in/sign-in.ts';

type Badge = 'offer' | 'attention' | 'enrol-here' | 'driving' | 'filled' | 'copied' | 'none';

const TEXTS: Record<Badge, string> = {
  offer: '+',
  attention: '!',
  'enrol-here': '+',
  driving: '…',
  filled: '✓',
  copied: '✓',
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
  await show(tabId, TEXTS[badge], titleOf(badge));
}

function titleOf(badge: Badge): string {
  if (badge === 'enrol-here') return browser.i18n.getMessage('badgeEnrolHere');
  return badge === 'copied' ? browser.i18n.getMessage('badgeCopied') : '';
}

async function show(tabId: number, text: string, title: string): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setTitle({ tabId, title }),
  ]).catch(() => undefined);
}

/** Shows how far signing in is in a tab. @param status what is to be said of it */
export function showSignIn(tabId: number, status: SignInStatus): void {
  clearInterval(counting.get(tabId));
  counting.delete(tabId);
  if (status.state === 'waiting' && status.codeAt !== undefined) countDown(tabId, status.codeAt);
  else void show(tabId, signInText(status), signInTitle(status));
}

/** By tab. If the worker dies meanwhile, the page asks again when the time has come. */
const counting = new Map<number, ReturnType<typeof setInterval>>();

function countDown(tabId: number, until: number): void {
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
    if (seconds === 0) clearInterval(counting.get(tabId));
    void show(tabId, seconds === 0 ? '' : `${seconds}s`, browser.i18n.getMessage('badgeWaiting'));
  };
  counting.set(tabId, setInterval(tick, 1000));
  tick();
}

function signInText({ state, wants, number }: SignInStatus): string {
  switch (state) {
    case 'locked':
    case 'stopped':
      return '!';
    case 'ready':
      return wants === 'other-approval' ? '#' : '1';
    case 'several':
      return '?';
    case 'asked':
      return number === undefined ? '…' : `${number}`;
    case 'switching':
      return '…';
    case 'filled':
      return TEXTS.filled;
    case 'waiting':
    case 'idle':
      return '';
  }
}

function signInTitle({ state, wants, number }: SignInStatus): string {
  switch (state) {
    case 'locked':
      return browser.i18n.getMessage('badgeLocked');
    case 'stopped':
      return browser.i18n.getMessage(wants === 'other-approval' ? 'badgeStuck' : 'badgeStopped');
    case 'ready':
      return browser.i18n.getMessage(wants === 'other-approval' ? 'badgeUseCode' : 'badgeReady');
    case 'several':
      return browser.i18n.getMessage('badgeSeveral');
    case 'asked':
      return number === undefined ? '' : browser.i18n.getMessage('badgeNumber', `${number}`);
    case 'filled':
      return browser.i18n.getMessage('badgeFilled');
    case 'waiting':
    case 'switching':
    case 'idle':
      return '';
  }
}

/** Whether the toolbar button is in view with a tab; where the browser does not tell, its badge may go unseen. */
export async function isPinned(tabId: number): Promise<boolean> {
  const [settings, type] = await Promise.all([
    browser.action.getUserSettings().catch(() => undefined),
    windowType(tabId),
  ]);
  return (settings?.isOnToolbar ?? false) && type === 'normal';
}

/** Whether a tab's window can have the button, and a popup of it. One that a page opened for its sign-in cannot. */
export async function hasToolbar(tabId: number): Promise<boolean> {
  const type = await windowType(tabId);
  return type === undefined || type === 'normal';
}

/** Undefined where the tab is gone. */
async function windowType(tabId: number): Promise<string | undefined> {
  try {
    const { windowId } = await browser.tabs.get(tabId);
    return (await browser.windows.get(windowId)).type;
  } catch {
    return undefined;
  }
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
