import { SHOP_HOST } from '../tenant/hosts.ts';
import type { Browser, Page } from './browsers/browser.ts';

export const SHOP = `https://${SHOP_HOST}`;

/** Has the shop show a set-up code. @param query how, and of what, as its address says it */
export async function showCode(page: Page, query: string): Promise<void> {
  await page.bringToFront();
  await page.goto(`${SHOP}/2fa?${query}`);
  await page.waitFor('the code to be on show', () => document.body.hasAttribute('data-ready'));
}

/** Has the page of the active tab scanned, from the popup. */
export async function scanFromPopup(browser: Browser): Promise<Page> {
  const popup = await browser.openPopup();
  await popup.click('#scan-page');
  return popup;
}

/** The accounts in the popup's list of several. */
export function choicesIn(popup: Page): Promise<readonly string[]> {
  return popup.waitFor('the list of accounts', () => {
    const names = [...document.querySelectorAll('.choices bdi')].map((each) => each.textContent);
    return names.length > 0 && names;
  }) as Promise<readonly string[]>;
}

/** Chooses one of several accounts by its name. */
export async function chooseAccount(popup: Page, name: string): Promise<void> {
  const place = (await choicesIn(popup)).indexOf(name) + 1;
  await popup.click(`.choices li:nth-child(${place}) button`);
}
