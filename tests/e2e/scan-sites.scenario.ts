import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Page } from './browsers/browser.ts';
import { accountsOf } from './enrolment-steps.ts';
import { SHOP, scanFromPopup, showCode } from './scan-steps.ts';
import { createVault, unlockByPasskey } from './steps.ts';
import { useWorld } from './world.ts';

const SITE = `${SHOP}/*`;
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const UNUSUAL = `otpauth://totp/Contoso%20Bank:kim?secret=${SECRET}&issuer=Contoso%20Bank&algorithm=SHA256&digits=8&period=60`;

describe('a set-up code on an ordinary site', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
  });

  beforeEach(() => page.bringToFront());

  /** The hosts that the browser lets us reach, beside those of the manifest. */
  function grantedHosts(): Promise<readonly string[]> {
    return world().browser.background(async () => {
      const { origins = [] } = await chrome.permissions.getAll();
      return origins.filter((origin) => /contoso|\*:/u.test(origin));
    });
  }

  test('shows all that makes its codes, with what is unusual marked; a no to the browser costs only the filling in', async () => {
    const { browser } = world();
    await showCode(page, `as=img&text=${encodeURIComponent(UNUSUAL)}`);
    const popup = await scanFromPopup(browser);
    await popup.waitForText('.offer h2', /^Add Contoso Bank, kim\?$/u);
    for (const [id, text] of [
      ['issuer', /^Issuer\s+Contoso Bank$/u],
      ['account', /^Account\s+kim$/u],
      ['type', /^Kind of code\s+Time-based \(TOTP\)$/u],
      ['algorithm', /^Algorithm\s+SHA-256\s+Unusual\s.+/su],
      ['digits', /^Digits\s+8\s+Unusual\s.+/su],
      ['period', /^Period\s+60 seconds\s+Unusual\s.+/su],
    ] as const) {
      await popup.waitForText(`[data-parameter="${id}"]`, text);
    }
    await popup.waitForText(
      '.offer .site',
      /^The account’s codes will go only to shop\.contoso\.example\./u,
    );
    expect(await popup.evaluate(() => document.documentElement.outerHTML)).not.toContain(SECRET);

    await popup.click('.names summary');
    await popup.type('#confirm-account', ' at the till');
    await popup.click('#add-account-here');
    await browser.answerPermission(false);
    // Chromium's question closes the popup; Firefox's does not.
    if (browser.name === 'firefox') {
      await popup.waitForText(
        'footer',
        /kim at the till is in the vault\. .+did not allow Countersign/u,
      );
    }
    expect(await grantedHosts()).toEqual([]);
    expect(await accountsOf(browser)).toMatchObject([
      { issuer: 'Contoso Bank', account: 'kim at the till', kind: 'other', origins: [SHOP] },
    ]);
  });

  test('is bound to that site, whose permission is asked for in the same step, and the site takes its code', async () => {
    const { browser } = world();
    await showCode(page, 'as=img&account=sam');
    const popup = await scanFromPopup(browser);
    await popup.click('#add-account-here');
    const question = await browser.answerPermission(true);
    expect(question.match(/[\w.-]+\.(?:example|com|invalid)/gu)).toEqual(['shop.contoso.example']);
    if (browser.name === 'firefox') {
      await popup.waitForText('footer', /sam is in the vault\. .+only to shop\.contoso/u);
    }
    expect(await grantedHosts()).toEqual([SITE]);
    const [, added] = await accountsOf(browser);
    expect(added).toMatchObject({ account: 'sam', origins: [SHOP] });

    await page.goto(`${SHOP}/verify`);
    const codes = await browser.openPopup();
    const code = await codes.waitForText('[aria-description$=", sam"] .code', /^\d{3} \d{3}$/u);
    await page.bringToFront();
    await page.type('#code', code.replace(' ', ''));
    await page.click('#verify');
    await page.waitForText('#verified', /^sam at Contoso Shop$/u);
  });

  test('is read from the menu of the toolbar button', async () => {
    const { browser } = world();
    await showCode(page, 'as=img&account=toolbar');
    await browser.chooseToolbarMenu('scan-from-toolbar');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer h2', /^Add Contoso Shop, toolbar\?$/u);
  });

  test('is read from the menu of the page', async () => {
    const { browser } = world();
    await showCode(page, 'as=canvas&account=page');
    await browser.chooseContextMenu(page, undefined, 'scan-from-page');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer h2', /^Add Contoso Shop, page\?$/u);
  });

  test('is read from the menu of an image, and no other image with it', async () => {
    const { browser } = world();
    await showCode(page, 'as=several');
    await browser.chooseContextMenu(page, 'figure:nth-child(3) img', 'scan-image');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer h2', /^Add Contoso Shop, robin\?$/u);
  });

  test('is read at the keys of the command', async () => {
    const { browser } = world();
    await showCode(page, 'as=img&account=keys');
    await browser.runCommand('scan-page');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer h2', /^Add Contoso Shop, keys\?$/u);
  });

  test('is not offered on the next page of the tab', async () => {
    const { browser } = world();
    await showCode(page, 'as=img&account=gone');
    const popup = await scanFromPopup(browser);
    await popup.waitForText('.offer h2', /gone/u);
    await page.bringToFront();
    await page.goto(`${SHOP}/verify`);
    const next = await browser.openPopup();
    await next.waitFor('the button that scans', () => {
      const button = document.querySelector('#scan-page');
      return (button?.ariaLabel ?? button?.textContent) === 'Scan this page';
    });
    expect(await next.evaluate(() => document.querySelector('.offer, .finding'))).toBeNull();
  });

  test('that is read while the vault is locked waits without its secret', async () => {
    const { browser } = world();
    await showCode(page, 'as=img&account=locked');
    await browser.runCommand('lock-vault');
    await browser.runCommand('scan-page');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('main', /This page offers an account\. Unlock to add it\./u);
    await unlockByPasskey(browser);
    await page.bringToFront();
    const unlocked = await browser.openPopup();
    await unlocked.waitForText('.offer', /Add Contoso Shop, locked\?[\s\S]+secret was not kept/u);
    await unlocked.click('#scan-again');
    await unlocked.waitForText('.offer[data-state="new"] h2', /^Add Contoso Shop, locked\?$/u);
    await unlocked.click('#add-account-here');
    await unlocked.waitForText('footer', /locked is in the vault/u);
  });

  test('is looked for on pages of the browser’s own without harm', async () => {
    const { browser } = world();
    const address = browser.name === 'chromium' ? 'chrome://version' : 'about:support';
    const own = await browser.newPage(address);
    const popup = await scanFromPopup(browser);
    // With the user's click, the browser gives a picture of the tab.
    await popup.waitForText('.warning', /^No QR code could be read on this page\./u);
    await own.close();
    // In a tab of its own, the popup has no click that lets it in anywhere.
    const tab = await browser.newPage(browser.extensionUrl('popup.html'));
    await tab.click('#scan-page');
    await tab.waitForText('.warning', /^The browser does not let Countersign read this page\./u);
    await tab.close();
    await showCode(page, 'as=img&account=after');
    const after = await scanFromPopup(browser);
    await after.waitForText('.offer h2', /^Add Contoso Shop, after\?$/u);
  });
});
