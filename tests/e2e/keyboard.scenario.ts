import { describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { activate, tabTo, write } from './by-keyboard.ts';
import { awaitDriveEnd } from './enrolment-steps.ts';
import { finishSignIn, goToFactor } from './sign-in-steps.ts';
import { awaitFilledCode, openSecurityInfo, signOut } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const CODE = /^\d{3}\s?\d{3}$/u;
const SLOW_MS = 60_000;

/** No click on a page of ours in this file. The tenant's pages are as they are. */
describe('the main job by keyboard alone', () => {
  const world = useWorld();
  let site: Page;
  let page: Page;

  test('a vault is made', async () => {
    const { browser } = world();
    site = await browser.newPage('about:blank');
    await openSecurityInfo(site, MEMBER);
    page = await browser.ceremonyPage();
    await page.goto(browser.extensionUrl('unlock.html'));
    await activate(page, '#create-passkey');
    await activate(page, '#confirm-passkey');
    const recoveryCode = await page.waitForText('#recovery-code', /^[\dA-Z]{4}(-[\dA-Z]{4}){6}$/u);
    await activate(page, '#recovery-kept');
    await write(page, '#typed-groups', await askedGroups(page, recoveryCode));
    await page.waitForText('h1', /first account/u);
  });

  test('the first account is enrolled', async () => {
    const { browser } = world();
    await activate(page, '#first-work');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer', /Add Contoso/u, SLOW_MS);
    await activate(popup, '.offer .primary');
    await popup.waitForText('[data-row="0"] .code', CODE, SLOW_MS);
    expect(await awaitDriveEnd(browser)).toMatchObject({ state: 'finished' });
    await signOut(site);
  });

  test('the manager opens from the popup; there, a name changes, and when codes are filled in', async () => {
    const { browser } = world();
    const popup = await openByKeys(browser, site);
    await popup.waitForText('[data-row="0"] .code', CODE);
    await activate(popup, '#manage');
    page = await browser.waitForExtensionPage('manager.html');
    await activate(page, '[data-action="details"]');
    await page.waitForText('.account-details h2', /Contoso/u);
    await activate(page, '[data-action="edit-here"]');
    await write(page, '#edit-elsewhere', 'Phone');
    await write(page, '#name-organisation', 'Contoso Ltd');
    await activate(page, '#save-edit');
    await page.waitForText('[data-detail="organisation"] dd', /^Contoso Ltd$/u);
    await page.waitFor('the focus where the form was opened', () =>
      document.activeElement?.matches('[data-action="edit-here"]'),
    );
    await tabTo(page, '.filling [value="automatic"]');
    await page.press('ArrowDown');
    await page.press('ArrowDown');
    await page.waitFor('the mode', () =>
      document.activeElement?.matches('.filling [value="manual"]:checked'),
    );
    await activate(page, '[data-action="save-filling"]');
    await page.waitForText('.manager', /Saved for /u);
    await page.press('Escape');
    await page.waitFor('no details', () => !document.querySelector('.account-details'));
    await page.waitFor('the focus in the row', () =>
      document.activeElement?.matches('.account-item *'),
    );
  });

  test('and the account is pinned', async () => {
    await activate(page, '.account-item [data-action="pin"]');
    await page.waitFor('the pin', () => document.querySelector('[data-action="pin"].is-set'));
    await page.waitFor('the focus', () =>
      document.activeElement?.matches('.account-item [data-action="pin"]'),
    );
  });

  test('its code is filled in from the popup', async () => {
    const { browser } = world();
    await goToFactor(world(), site, MEMBER);
    const popup = await openByKeys(browser, site);
    await popup.waitForText('#sign-in', /./u);
    await activate(popup, '#sign-in .fill');
    await awaitFilledCode(site);
    await finishSignIn(site, MEMBER);
  });

  test('and the vault is locked', async () => {
    const { browser } = world();
    const popup = await openByKeys(browser, site);
    await popup.waitForText('[data-row="0"] .code', CODE);
    await activate(popup, '#lock');
    await popup.waitForText('main', /locked/u);
    await tabTo(popup, '.primary');
  });
});

/** Over a page, by the keys for it. */
async function openByKeys(browser: Browser, over: Page): Promise<Page> {
  await over.bringToFront();
  await browser.runCommand('_execute_action');
  return browser.waitForExtensionPage('popup.html');
}

/** What the page asks for of the recovery code that stood there. */
async function askedGroups(page: Page, recoveryCode: string): Promise<string> {
  const groups = recoveryCode.split('-');
  const asked = await page.waitFor('the groups that are asked for', () =>
    document.querySelector<HTMLElement>('#typed-groups')?.dataset['groups']?.split(' '),
  );
  return asked?.map((at) => groups[Number(at)]).join(' ') ?? '';
}
