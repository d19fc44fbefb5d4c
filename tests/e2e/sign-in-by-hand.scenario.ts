import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOSTILE } from '../tenant/hostile/hosts.ts';
import { BANK_HOST } from '../tenant/hosts.ts';
import { askedAt, awaitCode, BANK, isEmpty, signInAtBank } from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { accountsOf } from './enrolment-steps.ts';
import { chooseForSite } from './sign-in-steps.ts';
import { addAccount, createVault, lookWithFreshCode, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const ROBIN = 'robin@bank.example';
const CASEY = 'casey@bank.example';

describe('an account that was added by its address', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser, tenant } = world();
    await createVault(browser);
    const manager = await openManager(browser, 'add');
    const { robin, casey } = tenant.bank.users;
    await addAccount(manager, robin.uri, /robin@bank\.example is in the vault/u);
    await addAccount(manager, casey.uri, /casey@bank\.example is in the vault/u);
    await manager.close();
    page = await browser.newPage('about:blank');
  });

  beforeEach(() => page.bringToFront());

  /** The browser lets us into no site beside those of the manifest. */
  async function expectNoGrant(): Promise<void> {
    const mayReach = await world().browser.background(() =>
      chrome.permissions.contains({ origins: ['https://bank.example/*'] }),
    );
    expect(mayReach).toBe(false);
  }

  async function accountCalled(name: string) {
    const rows = await accountsOf(world().browser);
    await page.bringToFront();
    return rows.find(({ account }) => account === name);
  }

  test('is for no site, and given only by hand', async () => {
    const { browser } = world();
    const free = { mode: 'manual', origins: [] };
    expect(await accountsOf(browser)).toMatchObject([free, free]);
    await askedAt(world(), page, 'plain', 'robin');
    await lookWithFreshCode(world(), page);
    expect(await isEmpty(page)).toBe(true);
    expect(await browser.badgeText()).toBe('');
  });

  test('goes into the page that it is chosen for, also where the browser is not to let us in', async () => {
    const { browser } = world();
    await askedAt(world(), page, 'plain', 'robin');
    const popup = await chooseForSite(browser, BANK_HOST, ROBIN);
    expect(await popup.evaluate(() => document.querySelector('#bind-compared'))).toBeNull();
    await popup.click('#bind-confirm');
    expect(await browser.answerPermission(false)).toContain(BANK_HOST);
    await expectNoGrant();
    expect(await accountCalled(ROBIN)).toMatchObject({ mode: 'automatic', origins: [BANK] });
  });

  test('is not filled in by itself then', async () => {
    await askedAt(world(), page, 'plain', 'robin');
    await lookWithFreshCode(world(), page);
    expect(await isEmpty(page)).toBe(true);
  });

  test('is put in by the popup’s “Fill”, which says that it is kept out', async () => {
    const { browser } = world();
    await askedAt(world(), page, 'plain', 'robin');
    const popup = await browser.openPopup();
    await popup.waitForText(
      '#sign-in .allow',
      /^Countersign may not fill in codes by itself here/u,
    );
    await popup.click('#sign-in .fill');
    await popup.waitForClose();
    await awaitCode(page);
    await signInAtBank(world(), page, { variant: 'plain', user: 'robin' });
  });

  test('is put in at the keys of the command', async () => {
    const { browser } = world();
    await askedAt(world(), page, 'plain', 'robin');
    await browser.runCommand('fill-code');
    await awaitCode(page);
    await signInAtBank(world(), page, { variant: 'plain', user: 'robin' });
  });

  test('is put in from the menu of the field', async () => {
    const { browser } = world();
    await askedAt(world(), page, 'plain', 'robin');
    await browser.chooseContextMenu(page, '#code', 'fill-code');
    await awaitCode(page);
    await signInAtBank(world(), page, { variant: 'plain', user: 'robin' });
    await expectNoGrant();
  });

  test('is only copied where the page has no field', async () => {
    const { browser } = world();
    await page.goto(`${BANK}/empty`);
    const popup = await browser.openPopup();
    await popup.click('#sign-in .fill');
    await popup.waitForText('.sign-in-state', /^There is no field for a code on this page\. Copy/u);
    await popup.click('#sign-in .copy');
    await popup.waitForText('footer', /Copied/u);
    expect(await browser.clipboardText()).toMatch(/^\d{6}$/u);
  });

  test.each([
    {
      what: 'with a letter of another script',
      host: HOSTILE.lookAlike,
      reads: 'b\u0430nk.example',
    },
    { what: 'that begins with it', host: HOSTILE.bankSuffix, reads: undefined },
  ])(
    'is not given by mistake to a host of a name like the one in use: $what',
    async ({ host, reads }) => {
      const { browser, tenant } = world();
      await page.goto(`https://${host}/bank`);
      const popup = await chooseForSite(browser, host, CASEY);
      await popup.waitForText(
        '#bind .warning',
        /^This is not bank\.example, which you use already\./u,
      );
      if (reads !== undefined) {
        expect(host).toMatch(/^xn--/u);
        await popup.waitForText('#bind', new RegExp(`Reads as:\\s+${reads}`, 'u'));
      }
      const isWaiting = () =>
        popup.evaluate(() => document.querySelector('#bind-confirm')?.matches(':disabled'));
      expect(await isWaiting()).toBe(true);
      await popup.click('#bind-compared');
      expect(await isWaiting()).toBe(false);
      await popup.click('#bind-cancel');
      await popup.waitForText('#use-here', /./u);
      expect(await accountCalled(CASEY)).toMatchObject({ mode: 'manual', origins: [] });
      await page.bringToFront();
      expect(await isEmpty(page)).toBe(true);
      expect(tenant.caught()).toEqual([]);
    },
  );
});
