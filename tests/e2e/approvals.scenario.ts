import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { passMinutes } from './pass-time.ts';
import {
  awaitFilledCode,
  awaitVerificationCode,
  CODE_FIELD,
  createVault,
  declineToStay,
  finishWizard,
  lookWithFreshCode,
  openManager,
  openQrCode,
  openSecurityInfo,
  signInFromApp,
  signOut,
  submitSignInCode,
  unlockByPasskey,
  verifyCode,
} from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const HOST = 'login.microsoftonline.com';
const ENDING = '[data-outcome]';

describe('an account that asks first', () => {
  const world = useWorld();
  let recoveryCode: string;
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    recoveryCode = await createVault(browser);
    page = await browser.newPage('about:blank');
    await openSecurityInfo(page, MEMBER);
    await openQrCode(page, 'totp');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.click('.offer .primary');
    await awaitVerificationCode(page);
    await verifyCode(page);
    await finishWizard(page);
    await page.close();
    const manager = await openManager(browser);
    await manager.evaluate(askFirst);
    await manager.close();
  });

  afterEach(async () => {
    await page.close();
    // Else the harness would take it for the next window.
    const ceremony = await world().browser.ceremonyPage();
    await ceremony.goto('about:blank');
  });

  /** Signs in, in a tab of its own, up to the field for the code; gives the window that opens. */
  async function signIn(): Promise<Page> {
    const { browser } = world();
    page = await browser.newPage('about:blank');
    await signOut(page);
    await asksIn(page);
    const window = await browser.waitForExtensionPage('approve.html');
    await window.waitForText('main[data-state="shown"] h1', /Are you signing in/u);
    return window;
  }

  async function asksIn(tab: Page): Promise<void> {
    await passMinutes(world());
    await signInFromApp(tab, MEMBER);
    await tab.waitForText('#idDiv_SAOTCC_Description', /app/iu);
  }

  /** The number on the toolbar button of a tab. */
  async function numberOn(tab: Page): Promise<number> {
    const { browser } = world();
    await tab.bringToFront();
    const text = await poll('the number', async () => {
      const badge = await browser.badgeText();
      return /^\d\d$/u.test(badge) ? badge : undefined;
    });
    return Number(text);
  }

  async function pickRight(window: Page): Promise<void> {
    const number = await numberOn(page);
    await window.click(`[data-number="${number}"]`);
    await window.waitForText('main[data-state="picked"] h1', /Confirm/u);
  }

  /** Confirms in the window itself; what a passkey does, only one tab of the harness can. */
  async function confirmByRecoveryCode(window: Page): Promise<void> {
    await window.click('summary');
    await window.type('#verify-recovery-code', recoveryCode);
    await window.click('#verify-recovery');
  }

  /** The code is in the page, and the window says so, which it does for a moment. */
  async function awaitApproved(window: Page): Promise<void> {
    await page.bringToFront();
    await Promise.all([
      window.waitForText(`${ENDING}[data-outcome="filled"] h1`, /^Approved$/u, 60_000),
      awaitFilledCode(page),
    ]);
  }

  /** The window tells how it ended, and nothing is in the page, now and later. */
  async function awaitRefused(window: Page, outcome: string, title: RegExp): Promise<void> {
    await window.waitForText(`${ENDING}[data-outcome="${outcome}"] h1`, title, 60_000);
    await expectNothingFilled();
  }

  async function expectNothingFilled(): Promise<void> {
    await page.bringToFront();
    await lookWithFreshCode(world(), page);
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('');
    expect(await world().browser.badgeText()).not.toMatch(/^\d\d$/u);
  }

  async function closeWindow(window: Page): Promise<void> {
    await window.click('#ending-read');
    await window.waitForClose();
  }

  test('says in a window who asks, and fills after number and passkey, though the worker dies at every step', async () => {
    const { browser, tenant } = world();
    const window = await signIn();
    await window.waitForText('#asked-host', new RegExp(`^${HOST}$`, 'u'));
    await window.waitForText('#asked-account', /Contoso · Microsoft, alex@contoso\.example/u);
    await window.waitForText('#asked-why', /shows this account/u);
    await window.waitForText('#asked-shown', /alex@contoso\.example/u);
    expect(await window.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('');

    await browser.killBackground();
    const number = await numberOn(page);
    const offered = await window.evaluate(numbersOnShow);
    expect(offered).toHaveLength(3);
    expect(offered).toContain(number);
    await window.click(`[data-number="${number}"]`);
    await window.waitForText('main[data-state="picked"] h1', /Confirm/u);

    await browser.killBackground();
    const ceremony = await browser.ceremonyPage();
    await ceremony.goto(browser.extensionUrl('approve.html'));
    await ceremony.click('#verify-passkey');
    await ceremony.waitForText('main:not([data-state="picked"]) h1', /./u);
    await awaitApproved(window);
    // Nobody has to close it.
    await window.waitForClose();
    await submitSignInCode(page);
    await declineToStay(page);
    await page.waitForText('#signed-in-as', /alex@contoso\.example at Contoso/u);
    expect(tenant.signIns()).toHaveLength(1);
    expect(tenant.refusedCodes()).toBe(0);
  });

  test('refuses after a wrong number', async () => {
    const window = await signIn();
    const number = await numberOn(page);
    const wrong = (await window.evaluate(numbersOnShow)).find((each) => each !== number);
    await window.click(`[data-number="${wrong}"]`);
    await awaitRefused(window, 'wrong-number', /^Refused: wrong number$/u);
    await closeWindow(window);
  });

  test('refuses when the time is over, also to a worker that was killed', async () => {
    const { browser } = world();
    const window = await signIn();
    await pickRight(window);
    await browser.killBackground();
    // As if that time had come: the alarm rings, and nothing else happens.
    await browser.background(passDeadline);
    await awaitRefused(window, 'timed-out', /^Refused: timed out$/u);
    await closeWindow(window);
  });

  test('tells a verification that was refused, and another try may succeed', async () => {
    const { browser } = world();
    const window = await signIn();
    await pickRight(window);
    await browser.setUserVerified(false);
    const ceremony = await browser.ceremonyPage();
    await ceremony.goto(browser.extensionUrl('approve.html'));
    await ceremony.click('#verify-passkey');
    await ceremony.waitForText('.warning', /not confirmed/u);
    await expectNothingYet(window);
    await browser.setUserVerified(true);
    await ceremony.bringToFront();
    await ceremony.click('#verify-passkey');
    await ceremony.waitForText('main:not([data-state="picked"]) h1', /./u);
    await awaitApproved(window);
    await window.waitForClose();
  });

  test('refuses where the vault is locked in between', async () => {
    const { browser } = world();
    const window = await signIn();
    await pickRight(window);
    const popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
    await popup.close();
    await window.waitForText(`${ENDING}[data-outcome="locked"] h1`, /vault was locked/u);
    await unlockByPasskey(browser);
    await expectNothingFilled();
    await closeWindow(window);
  });

  test('refuses where its window is closed', async () => {
    const window = await signIn();
    await pickRight(window);
    await window.close();
    await expectNothingFilled();
  });

  test('shows two requests one after the other, and tells where a page is gone', async () => {
    const { browser } = world();
    const window = await signIn();
    await pickRight(window);
    const other = await browser.newPage('about:blank');
    await asksIn(other);
    await window.waitForText('#waiting', /^1 more request waits\.$/u);
    await confirmByRecoveryCode(window);
    await awaitApproved(window);
    await window.click('#ending-read');

    await window.waitForText('main[data-state="shown"] h1', /Are you signing in/u);
    expect(await window.evaluate(numbersOnShow)).toContain(await numberOn(other));
    await other.close();
    await window.waitForText(`${ENDING}[data-outcome="gone"] h1`, /gone/u);
    await closeWindow(window);
  });

  test('shows the number in the popup of another window, where the one that asks has no toolbar', async () => {
    const { browser } = world();
    const inFront = await browser.newPage('about:blank');
    await browser.background(openWithoutToolbar, `https://${HOST}/logout`);
    page = await browser.waitForTab(/\/logout$/u);
    await page.waitForText('#signed-out', /./u);
    await asksIn(page);
    const window = await browser.waitForExtensionPage('approve.html');
    await window.waitForText('#where-number', /popup in any browser window/u);

    await inFront.goto(browser.extensionUrl('popup.html'));
    const shown = await inFront.waitFor('the number', textOf, '#approval-number');
    expect(await window.evaluate(numbersOnShow)).toContain(Number(shown));
    await window.click(`[data-number="${shown}"]`);
    await confirmByRecoveryCode(window);
    await awaitApproved(window);
    await window.waitForClose();
    await inFront.close();
  });

  test('"It\'s not me" refuses, is remembered, and silences the site for ten minutes', async () => {
    const { browser } = world();
    const window = await signIn();
    await window.click('#not-me');
    await awaitRefused(window, 'not-me', /^Refused: not you$/u);
    await window.waitForText(ENDING, new RegExp(`10 minutes.*${HOST}`, 'u'));
    await closeWindow(window);
    const manager = await openManager(browser);
    expect(await manager.evaluate(refusedSites)).toEqual([`https://${HOST}`]);
    await manager.close();

    await page.bringToFront();
    await signOut(page);
    await asksIn(page);
    await expectNothingFilled();
    expect((await browser.tabs()).filter((url) => url.includes('approve.html'))).toEqual([]);
  });

  async function expectNothingYet(window: Page): Promise<void> {
    await window.waitForText('main[data-state="picked"] h1', /Confirm/u);
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('');
  }
});

/** In the manager: the only account asks first from now on. */
async function askFirst(): Promise<void> {
  const request = { query: '', from: 0, count: 1 };
  const { response } = await chrome.runtime.sendMessage({ name: 'accounts.list', request });
  const [{ id }] = response.accounts;
  const filling = { id, mode: 'ask', submits: false, insteadOfPush: false };
  await chrome.runtime.sendMessage({ name: 'accounts.setFilling', request: filling });
}

async function refusedSites(): Promise<string[]> {
  const request = { query: '', from: 0, count: 1 };
  const { response } = await chrome.runtime.sendMessage({ name: 'accounts.list', request });
  return response.accounts[0].history.map(({ origin }: { origin: string }) => origin);
}

async function openWithoutToolbar(url: string): Promise<void> {
  await chrome.windows.create({ url, type: 'popup', width: 600, height: 700 });
}

function textOf(selector: string): string | undefined {
  return document.querySelector(selector)?.textContent?.trim();
}

function numbersOnShow(): number[] {
  return [...document.querySelectorAll('[data-number]')].map(({ textContent }) =>
    Number(textContent),
  );
}

async function passDeadline(): Promise<void> {
  const { 'approvals.requests': held } = await chrome.storage.session.get('approvals.requests');
  const { requests, ...rest } = held as { requests: { until: number }[] };
  const passed = requests.map((request) => ({ ...request, until: Date.now() }));
  await chrome.storage.session.set({ 'approvals.requests': { ...rest, requests: passed } });
  await chrome.alarms.create('approval', { when: Date.now() });
}

function contentOf(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((field) => document.querySelector<HTMLInputElement>(field)?.value, selector);
}
