import { base32 } from '../tenant/base32.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { formsOf } from './profile-search.ts';

/** A secret of 20 bytes that is like no other. */
export const secret = (byte: number) => new Uint8Array(20).fill(byte);

/** The set-up code of an account of the shop, by the byte of its secret. */
export function shopUri(account: string, byte: number, more = ''): string {
  return `otpauth://totp/Shop:${account}?secret=${base32(secret(byte))}&issuer=Shop${more}`;
}

/** Pastes text where the page is no field. */
export function handIn(page: Page, ...lines: readonly string[]): Promise<void> {
  return page.pasteText('#add-title', lines.join('\n'));
}

/** Waits until these accounts, in this order, are offered to be chosen from. */
export async function waitForFound(page: Page, names: readonly string[]): Promise<void> {
  await page.waitFor(
    `the accounts ${names.join(' | ')}`,
    (expected) =>
      [...document.querySelectorAll('.found-row .found-choice')]
        .map(({ textContent }) => textContent)
        .join('|') === expected,
    names.join('|'),
  );
}

/** What the card or the row on show says of an account: the value of each parameter, with why it is unusual. */
export function parametersOf(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-parameter]')].map((row) => {
        const textOf = (selector: string) => row.querySelector(selector)?.textContent ?? '';
        const marks = [textOf('bdi'), textOf('.caution-mark'), textOf('.why')];
        return [row.dataset['parameter'], marks.filter(Boolean).join(' | ')];
      }),
    ),
  );
}

/** What the page shows, what stands in its fields, and all of its markup. */
export function wholePage(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      ...[...document.querySelectorAll<HTMLInputElement>('input, textarea')].map(
        ({ value }) => value,
      ),
    ].join('\n'),
  );
}

/** Which secrets, by their byte, the background holds in memory, in whatever form. */
export async function secretsInSession(
  browser: Browser,
  bytes: readonly number[],
): Promise<number[]> {
  const session = await browser.background(async () =>
    JSON.stringify(await chrome.storage.session.get()),
  );
  return bytes.filter((byte) =>
    [...formsOf(secret(byte), base32(secret(byte))).values()].some((form) =>
      session.includes(form.toString('latin1')),
    ),
  );
}

/** Waits until nothing that was handed in is in memory. */
export async function waitForForgotten(browser: Browser, bytes: readonly number[]): Promise<void> {
  const isForgotten = async () => {
    const held = await browser.background(async () =>
      Object.keys(await chrome.storage.session.get()).some((key) =>
        key.startsWith('enrolment.intake.'),
      ),
    );
    return (!held && (await secretsInSession(browser, bytes)).length === 0) || undefined;
  };
  await poll('what was handed in to be forgotten', isForgotten);
}

/** Runs in the page: as a user chooses from a list. */
export function choose(selector: string, value: string): void {
  const select = document.querySelector<HTMLSelectElement>(selector);
  if (!select) throw new Error(`there is no ${selector}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Empties a field as a user does, and types. */
export async function retype(page: Page, selector: string, text: string): Promise<void> {
  await page.evaluate((field) => {
    const element = document.querySelector<HTMLInputElement>(field);
    if (!element) throw new Error(`there is no ${field}`);
    element.value = '';
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, selector);
  await page.type(selector, text);
}
