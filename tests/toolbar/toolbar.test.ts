import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { startDrive, stopDrive } from '../../src/enrolment/drive.ts';
import { accountFinding } from '../../src/enrolment/finding.ts';
import { type Held, NOTHING_HELD, withoutSecrets } from '../../src/enrolment/held.ts';
import type { SignInStatus } from '../../src/sign-in/sign-in.ts';
import { totp } from '../otp/credentials.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { announceHeld, hasToolbar, isPinned, showBadge, showSignIn } = await import(
  '../../src/toolbar/toolbar.ts'
);
const { addressOf, openTab, showTab } = await import('../../src/toolbar/tabs.ts');

const TAB = 7;
const WINDOW = 3;

function newBrowser() {
  const tab = { id: TAB, windowId: WINDOW, active: true, url: 'https://contoso.example/' };
  return {
    action: {
      setBadgeText: vi.fn(async (_: object) => {}),
      setTitle: vi.fn(async (_: object) => {}),
      openPopup: vi.fn(async (_: object) => {}),
      getUserSettings: vi.fn(async (): Promise<{ isOnToolbar?: boolean }> => ({})),
    },
    tabs: {
      TAB_ID_NONE: -1,
      get: vi.fn(async (_tabId: number) => tab),
      create: vi.fn(async (_: object): Promise<{ id?: number }> => tab),
      update: vi.fn(async (_tabId: number, _: object) => tab),
    },
    windows: {
      update: vi.fn(async (_windowId: number, _: object) => {}),
      get: vi.fn(async (_windowId: number): Promise<{ type?: string }> => ({ type: 'normal' })),
    },
    i18n: {
      getMessage: (name: string, given = '') => `(${[name, given].filter(Boolean).join(' ')})`,
    },
  };
}

beforeEach(() => {
  fake.browser = newBrowser();
});

const PUSH = { kind: 'push', form: 'https', account: 'work' } as const;
const WEB = { kind: 'web', address: 'https://contoso.example/' } as const;
const account = await accountFinding(totp());
const other = await accountFinding(totp({ secret: 'MZXW6YTBOI' }));
const running = startDrive(0);
const stopped = stopDrive(running, 'captcha');
const finished: Held['drive'] = { state: 'finished' };
const added = {
  accountId: 'a0000000-0000-4000-8000-000000000000',
  findingId: 'x',
  onShow: false,
  filled: false,
  submitted: false,
  accepted: false,
  verified: false,
};

const heldWith = (held: Partial<Held>): Held => ({ ...NOTHING_HELD, ...held });
const announce = (after: Partial<Held>, before: Partial<Held> = {}) =>
  announceHeld(TAB, heldWith(after), heldWith(before));

describe('the badge', () => {
  test.each<[string, string, string, Partial<Held>]>([
    ['an account that can be added', '+', '', { findings: [PUSH, account] }],
    ['one that waits for the vault', '+', '', withoutSecrets(heldWith({ findings: [account] }))],
    ['an account that a drive has come to', '+', '', { findings: [account], drive: running }],
    ['another one than was added', '+', '', { findings: [account], added }],
    ['a drive under way', '…', '', { drive: running, canEnrol: true }],
    ['the push code on the way of a drive', '…', '', { drive: running, findings: [PUSH] }],
    ['a drive that has stopped', '!', '', { drive: stopped, added }],
    ['something else than an account', '!', '', { findings: [WEB] }],
    ['that beside what was added', '!', '', { findings: [PUSH], added }],
    ['a code that was filled in', '✓', '', { added: { ...added, filled: true } }],
    [
      'the same at the end of a drive',
      '✓',
      '',
      { drive: finished, added: { ...added, filled: true } },
    ],
    ['a page to enrol at', '+', '(badgeEnrolHere)', { canEnrol: true }],
  ])('of %s is %s', async (_, text, title, held) => {
    await announce(held);
    expect(fake.browser.action.setBadgeText.mock.calls).toEqual([[{ tabId: TAB, text }]]);
    expect(fake.browser.action.setTitle.mock.calls).toEqual([[{ tabId: TAB, title }]]);
  });

  test.each<[string, Partial<Held>]>([
    ['nothing', {}],
    ['an account that waits for its field', { added, canEnrol: true }],
  ])('goes where there is %s, and is not touched where there was none', async (_, held) => {
    await announce(held, { canEnrol: true });
    await announce(held, {});
    expect(fake.browser.action.setBadgeText.mock.calls).toEqual([[{ tabId: TAB, text: '' }]]);
  });

  it('is shown again, since the browser takes it away with the page', async () => {
    await announce({ drive: running }, { drive: running, variant: 'registration' });
    expect(fake.browser.action.setBadgeText).toHaveBeenCalledExactlyOnceWith({
      tabId: TAB,
      text: '…',
    });
  });

  it('says that a code was copied, as the address bar cannot', async () => {
    await showBadge(TAB, 'copied');
    const { setBadgeText, setTitle } = fake.browser.action;
    expect(setBadgeText.mock.calls).toEqual([[{ tabId: TAB, text: '✓' }]]);
    expect(setTitle.mock.calls).toEqual([[{ tabId: TAB, title: '(badgeCopied)' }]]);
  });

  it('of a tab that is gone is no fault', async () => {
    fake.browser.action.setBadgeText.mockRejectedValue(new Error('No tab with id: 7.'));
    fake.browser.action.setTitle.mockRejectedValue(new Error('No tab with id: 7.'));
    await expect(showBadge(TAB, 'filled')).resolves.toBeUndefined();
  });
});

describe('the popup opens', () => {
  const opened = () => fake.browser.action.openPopup.mock.calls.length;

  test.each<[string, Partial<Held>, Partial<Held>]>([
    ['an account', { findings: [account] }, {}],
    ['another account', { findings: [other] }, { findings: [account] }],
    ['one more account', { findings: [account, other] }, { findings: [account] }],
    ['an account after the push code', { findings: [account] }, { findings: [PUSH] }],
    ['the push code', { findings: [PUSH] }, {}],
    ['something else', { findings: [WEB] }, { findings: [PUSH] }],
    [
      'an account at which a drive waits',
      { findings: [account], drive: running },
      { drive: running },
    ],
    ['a drive that stops', { drive: stopped }, { drive: running }],
    ['a drive that is at its end', { drive: finished, added }, { drive: running, added }],
    [
      'an account after a drive has stopped',
      { findings: [account], drive: stopped },
      { drive: stopped },
    ],
  ])('for %s, in its window', async (_, after, before) => {
    await announce(after, before);
    expect(fake.browser.action.openPopup.mock.calls).toEqual([[{ windowId: WINDOW }]]);
  });

  test.each<[string, Partial<Held>, Partial<Held>]>([
    ['nothing', {}, { findings: [account] }],
    ['the same account', { findings: [account], canEnrol: true }, { findings: [account] }],
    [
      'the same account, whose secret was forgotten',
      withoutSecrets(heldWith({ findings: [account] })),
      { findings: [account] },
    ],
    ['what is left of two accounts', { findings: [other], added }, { findings: [account, other] }],
    ['what stood beside an account', { findings: [PUSH], added }, { findings: [account, PUSH] }],
    ['a drive that begins', { drive: running }, { findings: [PUSH] }],
    [
      'a step of a drive',
      { drive: { ...running, step: 'qr' } as Held['drive'] },
      { drive: running },
    ],
    [
      'the push code on the way of a drive',
      { findings: [PUSH], drive: running },
      { drive: running },
    ],
    [
      'what was known of a drive that has stopped',
      { drive: stopped, added },
      { drive: stopped, findings: [account] },
    ],
    ['what a stopped drive has met', { drive: stopped, findings: [PUSH] }, { drive: stopped }],
    ['an account that was added', { added }, { findings: [account] }],
    ['a page to enrol at', { canEnrol: true }, {}],
    ['what was put away', {}, { drive: stopped, findings: [PUSH] }],
  ])('not for %s', async (_, after, before) => {
    await announce(after, before);
    expect(opened()).toBe(0);
  });

  it('not over another tab', async () => {
    fake.browser.tabs.get.mockResolvedValueOnce({
      id: TAB,
      windowId: WINDOW,
      active: false,
      url: '',
    });
    await announce({ findings: [account] });
    expect(opened()).toBe(0);
  });

  it('not where the browser does not let it, or the tab is gone, and that is no fault', async () => {
    fake.browser.action.openPopup.mockRejectedValueOnce(new Error('needs a gesture'));
    await announce({ findings: [account] });
    fake.browser.tabs.get.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    await announce({ findings: [account] });
    expect(opened()).toBe(1);
  });
});

describe('the badge of signing in', () => {
  const NOW = 1_700_000_000_000;
  const status = (changes: Partial<SignInStatus> = {}): SignInStatus => ({
    ...{ state: 'idle', wants: 'code', shown: [] },
    ...changes,
  });
  /** What stands on the button, in the order in which it was put there. */
  const texts = () => fake.browser.action.setBadgeText.mock.calls.map(([given]) => given);
  const titles = () => fake.browser.action.setTitle.mock.calls.map(([given]) => given);
  const seconds = (...given: number[]) => given.map((each) => ({ tabId: TAB, text: `${each}s` }));

  beforeEach(() => {
    vi.useFakeTimers({ now: NOW });
  });
  afterEach(() => {
    // What counts down ends with another status.
    showSignIn(TAB, status());
    showSignIn(TAB + 1, status());
    vi.useRealTimers();
  });

  test.each<[Partial<SignInStatus>, string, string]>([
    [{ state: 'idle' }, '', ''],
    [{ state: 'idle', wants: 'nothing' }, '', ''],
    [{ state: 'locked' }, '!', '(badgeLocked)'],
    [{ state: 'locked', wants: 'other-approval' }, '!', '(badgeLocked)'],
    [{ state: 'ready' }, '1', '(badgeReady)'],
    [{ state: 'ready', wants: 'other-approval' }, '#', '(badgeUseCode)'],
    [{ state: 'several' }, '?', '(badgeSeveral)'],
    [{ state: 'asked', number: 42 }, '42', '(badgeNumber 42)'],
    [{ state: 'asked' }, '…', ''],
    [{ state: 'filled' }, '✓', '(badgeFilled)'],
    [{ state: 'stopped' }, '!', '(badgeStopped)'],
    [{ state: 'stopped', wants: 'other-approval' }, '!', '(badgeStuck)'],
    [{ state: 'switching', wants: 'other-approval' }, '…', ''],
    // Of a worker that knows no longer when.
    [{ state: 'waiting' }, '', ''],
    [{ state: 'ready', codeAt: NOW + 4_000 }, '1', '(badgeReady)'],
  ])('%o is %s', (changes, text, title) => {
    showSignIn(TAB, status(changes));
    expect(texts()).toEqual([{ tabId: TAB, text }]);
    expect(titles()).toEqual([{ tabId: TAB, title }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('counts the seconds to the next code, and then no more', () => {
    showSignIn(TAB, status({ state: 'waiting', codeAt: NOW + 2_500 }));
    expect(texts()).toEqual(seconds(3));
    expect(titles()).toEqual([{ tabId: TAB, title: '(badgeWaiting)' }]);
    vi.advanceTimersByTime(1_000);
    expect(texts()).toEqual(seconds(3, 2));
    vi.advanceTimersByTime(60_000);
    expect(texts()).toEqual([...seconds(3, 2, 1), { tabId: TAB, text: '' }]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('counts anew where it is told anew, and no more for another state', () => {
    showSignIn(TAB, status({ state: 'waiting', codeAt: NOW + 9_000 }));
    showSignIn(TAB, status({ state: 'waiting', codeAt: NOW + 4_000 }));
    vi.advanceTimersByTime(1_000);
    expect(texts()).toEqual(seconds(9, 4, 3));
    showSignIn(TAB, status({ state: 'filled' }));
    vi.advanceTimersByTime(9_000);
    expect(texts().at(-1)).toEqual({ tabId: TAB, text: '✓' });
  });

  it('counts for each tab by itself', () => {
    showSignIn(TAB, status({ state: 'waiting', codeAt: NOW + 4_000 }));
    showSignIn(TAB + 1, status({ state: 'filled' }));
    vi.advanceTimersByTime(1_000);
    expect(texts().at(-1)).toEqual({ tabId: TAB, text: '3s' });
  });

  it('of a tab that is gone is no fault', async () => {
    fake.browser.action.setBadgeText.mockRejectedValue(new Error('No tab with id: 7.'));
    fake.browser.action.setTitle.mockRejectedValue(new Error('No tab with id: 7.'));
    showSignIn(TAB, status({ state: 'filled' }));
    await vi.advanceTimersByTimeAsync(0);
    expect(texts()).toHaveLength(1);
  });
});

describe('whether the button is in view', () => {
  test.each([
    [{ isOnToolbar: true }, true],
    [{ isOnToolbar: false }, false],
    [{}, false],
  ])('%o: %s', async (settings, expected) => {
    fake.browser.action.getUserSettings.mockResolvedValueOnce(settings);
    expect(await isPinned(TAB)).toBe(expected);
  });

  it('is not in a window without a toolbar', async () => {
    const { action, tabs, windows } = fake.browser;
    action.getUserSettings.mockResolvedValue({ isOnToolbar: true });
    expect([await isPinned(TAB), await hasToolbar(TAB)]).toEqual([true, true]);
    windows.get.mockResolvedValue({ type: 'popup' });
    expect([await isPinned(TAB), await hasToolbar(TAB)]).toEqual([false, false]);
    expect(tabs.get).toHaveBeenLastCalledWith(TAB);
    expect(windows.get).toHaveBeenLastCalledWith(WINDOW);
  });

  it('is not with a tab that is gone, which no other is to stand for', async () => {
    const { action, tabs } = fake.browser;
    action.getUserSettings.mockResolvedValue({ isOnToolbar: true });
    tabs.get.mockRejectedValue(new Error('No tab with id: 7.'));
    expect([await isPinned(TAB), await hasToolbar(TAB)]).toEqual([false, true]);
  });

  it('is not taken for granted where the browser does not tell', async () => {
    fake.browser.action.getUserSettings.mockRejectedValueOnce(new Error('not here'));
    expect(await isPinned(TAB)).toBe(false);
  });
});

describe('a tab', () => {
  it('is opened', async () => {
    expect(await openTab('https://contoso.example/')).toBe(TAB);
    expect(fake.browser.tabs.create).toHaveBeenCalledExactlyOnceWith({
      url: 'https://contoso.example/',
    });
    fake.browser.tabs.create.mockResolvedValueOnce({});
    expect(await openTab('https://contoso.example/')).toBe(-1);
  });

  it('comes to the front, with its window', async () => {
    await showTab(TAB);
    expect(fake.browser.tabs.update).toHaveBeenCalledExactlyOnceWith(TAB, { active: true });
    expect(fake.browser.windows.update).toHaveBeenCalledExactlyOnceWith(WINDOW, { focused: true });
  });

  it('has an address, unless it is gone', async () => {
    expect(await addressOf(TAB)).toBe('https://contoso.example/');
    fake.browser.tabs.get.mockRejectedValueOnce(new Error('No tab with id: 7.'));
    expect(await addressOf(TAB)).toBeUndefined();
  });
});
