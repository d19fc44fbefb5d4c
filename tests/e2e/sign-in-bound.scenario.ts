import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOSTILE } from '../tenant/hostile/hosts.ts';
import { BANK_HOST } from '../tenant/hosts.ts';
import { askedAt, awaitBadge, awaitCode, BANK, isEmpty, signInAtBank } from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { accountsOf } from './enrolment-steps.ts';
import { chooseForSite, chooseMode, openDetailsOf } from './sign-in-steps.ts';
import { addAccount, createVault, lookWithFreshCode, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const ALEX = 'alex@bank.example';
const CASEY = 'casey@bank.example';
const SITE = `${BANK}/*`;
const SIGN_IN = { variant: 'plain', user: 'alex' } as const;

describe('an account whose user chose its site himself, and let the browser allow it', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser, tenant } = world();
    await createVault(browser);
    const manager = await openManager(browser, 'add');
    await addAccount(manager, tenant.bank.users.alex.uri, /alex@bank\.example is in the vault/u);
    await manager.close();
    page = await browser.newPage('about:blank');
  });

  beforeEach(() => page.bringToFront());

  const ask = () => askedAt(world(), page, SIGN_IN.variant, SIGN_IN.user);

  /** It comes by itself, and the bank lets the user in with it. */
  async function signInByItself(): Promise<void> {
    await page.bringToFront();
    await ask();
    await awaitCode(page);
    await signInAtBank(world(), page, SIGN_IN);
  }

  async function expectNothingByItself(): Promise<void> {
    await page.bringToFront();
    await lookWithFreshCode(world(), page);
    expect(await isEmpty(page)).toBe(true);
  }

  test('has its code put in at once', async () => {
    const { browser } = world();
    await ask();
    const popup = await chooseForSite(browser, BANK_HOST, ALEX);
    await popup.click('#bind-confirm');
    expect(await browser.answerPermission(true)).toContain(BANK_HOST);
    await page.bringToFront();
    await awaitCode(page);
    await signInAtBank(world(), page, SIGN_IN);
    expect(await accountsOf(browser)).toMatchObject([{ mode: 'automatic', origins: [BANK] }]);
  });

  test('has it put in by itself from then on', signInByItself);

  test('is filled in only by hand where that is chosen, and by itself again afterwards', async () => {
    const { browser } = world();
    await chooseMode(browser, ALEX, 'manual');
    await page.bringToFront();
    await ask();
    await awaitBadge(browser, /^1$/u);
    await expectNothingByItself();
    const popup = await browser.openPopup();
    await popup.click('#sign-in .fill');
    await popup.waitForClose();
    await awaitCode(page);
    await signInAtBank(world(), page, SIGN_IN);
    await chooseMode(browser, ALEX, 'automatic');
    await signInByItself();
  });

  test('gets nothing by itself once the browser’s permission is taken back, which the popup says', async () => {
    const { browser } = world();
    await ask();
    await browser.revokePermission([SITE]);
    await ask();
    await expectNothingByItself();
    const popup = await browser.openPopup();
    await popup.waitForText(
      '#sign-in .allow',
      /^Countersign may not fill in codes by itself here/u,
    );
    await popup.click('#allow-site');
    // Chromium gives back what was granted before without a question; a popup that goes too early takes its request along.
    if (browser.name === 'firefox') await browser.answerPermission(true);
    else await popup.waitForText('.said', /may fill in codes on bank\.example/u);
    await page.bringToFront();
    await awaitCode(page);
    await signInAtBank(world(), page, SIGN_IN);
  });

  test('is not given to the site to which the page went in the meantime', async () => {
    const { browser, tenant } = world();
    const manager = await openManager(browser, 'add');
    await addAccount(manager, tenant.bank.users.casey.uri, /casey@bank\.example is in the vault/u);
    await manager.close();
    await page.bringToFront();
    await page.goto(`${BANK}/empty`);
    const popup = await chooseForSite(browser, BANK_HOST, CASEY);
    await page.goto(`https://${HOSTILE.evil}/bank`);
    await popup.click('#bind-confirm');
    await popup.waitForText(
      '.warning',
      /^The tab shows another site by now\. Nothing was changed\./u,
    );
    const casey = (await accountsOf(browser)).find(({ account }) => account === CASEY);
    expect(casey).toMatchObject({ mode: 'manual', origins: [] });
    await expectNothingByItself();
    expect(tenant.caught()).toEqual([]);
  });

  test('is out of use on a site that is taken from it', async () => {
    const { browser } = world();
    const { manager, row } = await openDetailsOf(browser, ALEX);
    await manager.waitForText(`${row} [data-origin="${BANK}"] .host`, /^bank\.example$/u);
    await manager.click(`${row} [data-origin="${BANK}"] [data-action="unbind"]`);
    await manager.waitForText('.manager', /bank\.example gets no more codes of /u);
    await manager.close();
    await page.bringToFront();
    await ask();
    await expectNothingByItself();
    const popup = await browser.openPopup();
    await popup.waitForText('#use-here', /./u);
    expect(await popup.evaluate(() => document.querySelector('.fill'))).toBeNull();
  });
});
