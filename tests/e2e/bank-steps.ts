import { expect } from 'vitest';
import type { UserName } from '../tenant/bank/users.ts';
import { BANK_HOST } from '../tenant/hosts.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { accountsOf } from './enrolment-steps.ts';
import { passMinutes } from './pass-time.ts';
import { scanFromPopup } from './scan-steps.ts';
import { nodesAdded } from './sign-in-steps.ts';
import { FRESH_CODE_MS } from './steps.ts';
import type { World } from './world.ts';

export const BANK = `https://${BANK_HOST}`;

/** Two cores may have other work than to read a picture. */
const SCAN_MS = 45_000;

/** Adds a user's account by scanning the bank's set-up code. Gives what the browser asks then: it asks with the first one. */
export async function addFromBank(browser: Browser, page: Page, user: UserName): Promise<string> {
  const { length } = await accountsOf(browser);
  await page.bringToFront();
  await page.goto(`${BANK}/enrol?user=${user}`);
  const popup = await scanFromPopup(browser);
  await popup.waitForText(
    '.offer h2',
    new RegExp(`^Add Bank of Example, ${user}@bank\\.example\\?$`, 'u'),
    SCAN_MS,
  );
  await popup.click('#add-account-here');
  const question = length === 0 ? await browser.answerPermission(true) : '';
  const isThere = async () => (await accountsOf(browser)).length > length || undefined;
  await poll(`${user} in the vault`, isThere);
  return question;
}

/** Minutes later, opens a page on which the bank asks a user for his code, and waits until its own scripts have run. */
export async function askedAt(
  world: World,
  page: Page,
  variant: string,
  user: UserName,
): Promise<void> {
  await passMinutes(world);
  await page.bringToFront();
  const separator = variant.includes('?') ? '&' : '?';
  await page.goto(`${BANK}/sign-in/${variant}${separator}user=${user}`);
  await nodesAdded(page);
}

/** Whether nothing stands in the page's field. What does is not told: no code is to be in a report. */
export async function isEmpty(page: Page): Promise<boolean> {
  return (await codeIn(page)) === '';
}

/** What stands in the page's field, in the boxes of it, or in the field of its frame. */
function codeIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const frame = document.querySelector<HTMLIFrameElement>('#frame');
    const root = document.querySelector('#host')?.shadowRoot ?? frame?.contentDocument ?? document;
    const inputs = root.querySelectorAll<HTMLInputElement>('#code, [id^="code-"]');
    return [...inputs].map(({ value }) => value).join('');
  });
}

/** Waits until the page holds a code, and gives it. */
export function awaitCode(page: Page): Promise<string> {
  const whole = async () => {
    const code = await codeIn(page);
    return /^\d{6}$/u.test(code) ? code : undefined;
  };
  return poll('a code in the page', whole, async () => page.url(), FRESH_CODE_MS);
}

/** Sends the code that stands in the page; the bank takes it, and has found nothing in its page that is not its own. */
export async function signInAtBank(
  { tenant: { bank } }: World,
  page: Page,
  { variant, user }: { readonly variant: string; readonly user: UserName },
): Promise<void> {
  const before = { signIns: bank.signIns().length, refused: bank.refused() };
  expect(await nodesAdded(page)).toBe(0);
  await page.click('#verify');
  await awaitSignedIn(page, user);
  expect(bank.signIns()).toHaveLength(before.signIns + 1);
  expect(bank.signIns().at(-1)).toMatchObject({ user, variant });
  expect(bank.refused()).toBe(before.refused);
}

export async function awaitSignedIn(page: Page, user: UserName): Promise<void> {
  const signedIn = new RegExp(`^${user}@bank\\.example$`, 'u');
  await page.waitForText('#signed-in', signedIn, FRESH_CODE_MS);
  expect(await nodesAdded(page)).toBe(0);
}

export async function awaitBadge(browser: Browser, badge: RegExp): Promise<string> {
  let text = '';
  const isThere = async () => {
    text = await browser.badgeText();
    return badge.test(text) ? text : undefined;
  };
  return poll(
    `${badge} on the toolbar button`,
    isThere,
    async () => `It is "${text}".`,
    FRESH_CODE_MS,
  );
}

/** Has the popup put in the code of a user's account. */
export async function fillFromPopup(browser: Browser, page: Page, user: UserName): Promise<Page> {
  await page.bringToFront();
  const popup = await browser.openPopup();
  await popup.click(`#sign-in .fill[aria-label*=" ${user}@"]`);
  return popup;
}
