import type { Account } from '../tenant/directory.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { awaitDriveEnd, confirmAccount, enrolHere } from './enrolment-steps.ts';
import { passMinutes } from './pass-time.ts';
import {
  CODE_FIELD,
  declineToStay,
  openManager,
  openSecurityInfo,
  signInFromApp,
  signOut,
  submitSignInCode,
} from './steps.ts';
import type { World } from './world.ts';

/** Has Countersign enrol a work account, in this tab; ends signed out. */
export async function enrolWork(browser: Browser, page: Page, account: Account): Promise<void> {
  const { organisation, person } = account;
  await page.bringToFront();
  await openSecurityInfo(page, account);
  await enrolHere(browser);
  await confirmAccount(browser, new RegExp(`Add ${organisation.name}, ${person.address}\\?`, 'u'));
  const { state } = await awaitDriveEnd(browser);
  if (state !== 'finished') throw new Error(`the drive ended ${state}`);
  await page.bringToFront();
  // Asking for these in the middle of signing out, the page would go to the sign-in again.
  await page.waitForText('#methods', /authenticator/iu);
  await signOut(page);
}

/** Signs in up to Entra's page for the second factor, whichever that is. */
export async function goToFactor(world: World, page: Page, account: Account): Promise<void> {
  await passMinutes(world);
  await page.bringToFront();
  await signOut(page);
  await signInFromApp(page, account);
  await page.waitFor('the page for the second factor', () => {
    const isThere = document.querySelector('meta[name="PageID"][content="ConvergedTFA"]');
    return isThere && document.body.checkVisibility() && document.querySelector('h1');
  });
}

/** Sends the code that stands in Entra's field, and is let in with it. */
export async function finishSignIn(page: Page, account: Account): Promise<void> {
  const { organisation, person } = account;
  await submitSignInCode(page);
  await declineToStay(page);
  await page.waitForText(
    '#signed-in-as',
    new RegExp(`${person.address} at ${organisation.name}`, 'u'),
  );
}

/** What stands in Entra's field; each digit is a 0, since no report is to show a code. */
export function signInCode(page: Page): Promise<string | undefined> {
  return page.evaluate(
    (field) => document.querySelector<HTMLInputElement>(field)?.value.replaceAll(/\d/gu, '0'),
    CODE_FIELD.signIn,
  );
}

/** The same of all fields that a user could see, one after the other. */
export function allTyped(page: Page): Promise<string> {
  return page.evaluate(() =>
    [...document.querySelectorAll('input')]
      .filter(({ type }) => !['hidden', 'checkbox', 'submit'].includes(type))
      .map(({ value }) => value.replaceAll(/\d/gu, '0'))
      .join(''),
  );
}

/** How many nodes the page has that it did not make itself. */
export async function nodesAdded(page: Page): Promise<number | undefined> {
  type Counting = { readonly nodesAdded?: number };
  await page.waitFor('the count of nodes', () => (window as Counting).nodesAdded !== undefined);
  return page.evaluate(() => (window as Counting).nodesAdded);
}

/** Waits until the toolbar button of the active tab says this. */
export async function awaitBadge(browser: Browser, text: string): Promise<void> {
  const isThere = async () => (await browser.badgeText()) === text || undefined;
  await poll(`the badge “${text}”`, isThere, async () => `It is “${await browser.badgeText()}”.`);
}

/** What selects the row of an account in the manager, by its issuer or address. */
export async function managerRow(manager: Page, text: string): Promise<string> {
  const id = await manager.waitFor(
    `the row of ${text}`,
    (wanted) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.account-item')];
      const row = rows.find((each) => each.querySelector('.names')?.textContent?.includes(wanted));
      return row?.dataset['id'];
    },
    text,
  );
  return `[data-id="${id}"]`;
}

/** Opens the manager at the details of an account; gives the two. */
export async function openDetailsOf(
  browser: Browser,
  account: string,
): Promise<{ readonly manager: Page; readonly row: string }> {
  const manager = await openManager(browser);
  const row = await managerRow(manager, account);
  await manager.click(`${row} [data-action="details"]`);
  return { manager, row };
}

/** Has the manager fill in an account in another way from now on. */
export async function chooseMode(
  browser: Browser,
  account: string,
  mode: 'automatic' | 'manual',
): Promise<void> {
  const { manager, row } = await openDetailsOf(browser, account);
  await manager.click(`${row} .filling [value="${mode}"]`);
  await manager.click(`${row} [data-action="save-filling"]`);
  await manager.waitForText('.manager', /Saved for /u);
  await manager.close();
}

/** From the popup over the page in front, to the step that gives the host an account's codes. */
export async function chooseForSite(
  browser: Browser,
  host: string,
  account: string,
): Promise<Page> {
  const popup = await browser.openPopup();
  await popup.click('#use-here');
  await popup.click(`#choosing .choose[aria-description*="${account}"]`);
  const shown = await popup.waitForText('#bind .host', /./u);
  if (shown !== host) throw new Error(`the popup names ${shown}`);
  return popup;
}
