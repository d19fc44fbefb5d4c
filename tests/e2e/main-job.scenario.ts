import { describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { formsOf, searchFolder } from './profile-search.ts';
import {
  awaitFilledCode,
  awaitSignInCode,
  awaitVerificationCode,
  CODE_FIELD,
  createVault,
  declineToStay,
  finishWizard,
  lookWithFreshCode,
  openQrCode,
  openSecurityInfo,
  securityInfoUrl,
  signInFromApp,
  signOut,
  submitSignInCode,
  unlockByPasskey,
  unlockByRecoveryCode,
  verifyCode,
} from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const GUEST: Account = { organisation: ORGANISATIONS.fabrikam, person: PEOPLE.alex };

/** Planted in the clear, in every place where the extension stores something. */
const CANARY = `canary-${crypto.randomUUID()}`;

describe('the main job', () => {
  const world = useWorld();
  let page: Page;
  let recoveryCode: string;

  test('the popup leads to a window of its own, and a vault is made there with a passkey', async () => {
    const { browser } = world();
    page = await browser.newPage(world().tenant.startUrl);
    const popup = await browser.openPopup();
    await popup.click('button.primary');
    const unlockWindow = await browser.waitForExtensionPage('unlock.html');
    await unlockWindow.waitForText('#create-passkey', /passkey/iu);
    await unlockWindow.close();

    recoveryCode = await createVault(browser);
    expect(recoveryCode).toHaveLength(34);
  });

  test('the push QR code that comes first is told apart, with what to click instead', async () => {
    const { browser } = world();
    await page.bringToFront();
    await openSecurityInfo(page, MEMBER);
    await openQrCode(page, 'push');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.warning', /Set up a different authenticator app/u);
    expect(await browser.badgeText()).toBe('!');
  });

  test('a wrong code is refused by the wizard, and Countersign lets it stand', async () => {
    const { tenant } = world();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await openQrCode(page, 'totp');
    await page.click('[data-testid="reskin-step-next-button"]');
    await page.type(CODE_FIELD.wizard, '000000');
    await page.click('[data-testid="reskin-step-next-button"]');
    await page.waitForText('[role="alert"]', /./u);
    expect(tenant.refusedCodes()).toBe(1);
    expect(await contentOf(page, CODE_FIELD.wizard)).toBe('000000');
  });

  test('the QR code for other apps is read, the account added, and its code verifies', async () => {
    const { browser, tenant } = world();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await openQrCode(page, 'totp');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer', /Add Contoso, alex@contoso\.example\?/u);
    // Where the browser does not let the popup open by itself, the badge says it.
    expect(await browser.badgeText()).toBe('+');
    await popup.click('.offer .primary');
    await popup.waitForText('.code', /^\d{3} \d{3}$/u);
    await awaitVerificationCode(page);
    await verifyCode(page);
    await finishWizard(page);
    expect(tenant.enrolled('Contoso', MEMBER.person.address)).toBe(1);
    expect(await browser.badgeText()).toBe('✓');
  });

  test('the sign-in page gets the code, and the tenant lets the user in', async () => {
    const { tenant } = world();
    await signOut(page);
    await awaitSignInCode(world(), page, MEMBER);
    await submitSignInCode(page);
    await declineToStay(page);
    await page.waitForText('#signed-in-as', /alex@contoso\.example at Contoso/u);
    expect(tenant.signIns()).toHaveLength(1);
    expect(tenant.refusedCodes()).toBe(1);
  });

  test('the popup copies a code', async () => {
    const { browser } = world();
    await page.bringToFront();
    const popup = await browser.openPopup();
    await popup.click('.code-row .copy');
    await popup.waitForText('.said', /Copied/u);
    const shown = await popup.waitForText('.code', /^\d{3} \d{3}$/u);
    expect(await browser.clipboardText()).toBe(shown.replace(' ', ''));
  });

  test('a guest under the same address in another tenant gets an account of his own', async () => {
    const { browser, tenant } = world();
    await signOut(page);
    await openSecurityInfo(page, GUEST);
    await openQrCode(page, 'totp');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer', /Add Fabrikam, alex@contoso\.example\?/u);
    await popup.click('.offer .primary');
    await popup.waitForText('.notice[role="status"]', /in the vault/u);
    await awaitVerificationCode(page);
    await verifyCode(page);
    await finishWizard(page);
    expect(tenant.enrolled('Fabrikam', GUEST.person.address)).toBe(1);
  });

  test.each([
    ['Contoso', MEMBER],
    ['Fabrikam', GUEST],
  ])('of the two accounts, the one of %s is filled there', async (name, account) => {
    const { tenant } = world();
    const before = { signIns: tenant.signIns().length, refused: tenant.refusedCodes() };
    await signOut(page);
    await awaitSignInCode(world(), page, account);
    await submitSignInCode(page);
    await declineToStay(page);
    await page.waitForText('#signed-in-as', new RegExp(`at ${name}`, 'u'));
    expect(tenant.signIns()).toHaveLength(before.signIns + 1);
    expect(tenant.refusedCodes()).toBe(before.refused);
  });

  test('after a refused code the page shows its error, and the field is left to the user', async () => {
    const { browser, tenant } = world();
    const refused = tenant.refusedCodes();
    await signOut(page);
    await awaitSignInCode(world(), page, MEMBER);
    await page.evaluate(replaceContent, CODE_FIELD.signIn, '000000');
    await submitSignInCode(page);
    await page.waitForText('#idSpan_SAOTCC_Error_OTC', /./u);
    expect(tenant.refusedCodes()).toBe(refused + 1);
    await lookWithFreshCode(world(), page);
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('');
    // Perhaps the clock is off: the popup proposes to look at it, until the user has answered.
    const popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await popup.waitForText('#check-clock', /clock/u);
    await popup.click('#dismiss-clock');
    await popup.waitFor('the proposal to go', () => !document.querySelector('#clock-doubt'));
    await popup.close();
    await page.bringToFront();
  });

  test('a code that comes by SMS is not ours: the field stays empty until the app is chosen', async () => {
    const { tenant } = world();
    await signOut(page);
    tenant.signIn.method = 'OneWaySMS';
    await signInFromApp(page, MEMBER);
    await page.waitForText('#idDiv_SAOTCC_Description', /text/iu);
    await lookWithFreshCode(world(), page);
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('');

    await page.evaluate(recordEvents);
    await page.click('#signInAnotherWay');
    await page.click('[data-value="PhoneAppOTP"]');
    await awaitFilledCode(page);
    expect(await page.evaluate(recordedEvents)).toEqual(
      expect.arrayContaining(['input', 'change']),
    );
    tenant.signIn.method = 'PhoneAppOTP';
  });

  test('a locked vault fills nothing; opened by the passkey, it goes on by itself', async () => {
    const { browser } = world();
    await lock(browser, page);
    await signOut(page);
    await signInFromApp(page, MEMBER);
    await page.waitForText('#idDiv_SAOTCC_Description', /app/iu);
    await lookWithFreshCode(world(), page);
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('');

    // What the user has typed is not overwritten either.
    await page.type(CODE_FIELD.signIn, '1');
    await unlockByPasskey(browser);
    await page.bringToFront();
    await lookWithFreshCode(world(), page);
    expect(await contentOf(page, CODE_FIELD.signIn)).toBe('1');

    await page.evaluate(replaceContent, CODE_FIELD.signIn, '');
    await lookWithFreshCode(world(), page);
    await awaitFilledCode(page);
    await submitSignInCode(page);
    await declineToStay(page);
    await page.waitForText('#signed-in-as', /at Contoso/u);
  });

  test('after a reload of the extension the passkey opens the vault again', async () => {
    const { browser } = world();
    await browser.reloadExtension();
    await unlockByPasskey(browser);
    expect(await listAccounts()).toEqual(['Contoso · Microsoft', 'Fabrikam · Microsoft']);
  });

  test('after a restart of the browser the vault is locked, and opens again', async () => {
    const { browser } = world();
    await browser.restart();
    page = await browser.newPage(browser.extensionUrl('unlock.html'));
    await page.waitForText('main[data-state="locked"]', /Unlock/u);
    // A virtual authenticator does not outlive the browser, so the other way in is taken.
    await unlockByRecoveryCode(page, recoveryCode);
    await page.waitForText('main[data-state="open"]', /open/iu);
    expect(await listAccounts()).toEqual(['Contoso · Microsoft', 'Fabrikam · Microsoft']);
  });

  test('the profile on disk holds neither secrets nor the data key, but does hold the canary', async () => {
    const { browser, tenant } = world();
    const dataKey = await browser.background(async (canary) => {
      await chrome.storage.local.set({ canary });
      await new Promise((resolve, reject) => {
        const opening = indexedDB.open('canary', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('canary').add(canary, 1);
        opening.onsuccess = resolve;
        opening.onerror = reject;
      });
      const session = await chrome.storage.session.get('vault.open');
      return (session['vault.open'] as { dataKey: string }).dataKey;
    }, CANARY);
    await browser.quit();

    const needles = new Map<string, Buffer>([['canary', Buffer.from(CANARY)]]);
    const key = Buffer.from(dataKey, 'base64');
    for (const [form, needle] of formsOf(key, dataKey)) needles.set(`data key, ${form}`, needle);
    for (const [index, { bytes, base32 }] of tenant.secrets().entries()) {
      for (const [form, needle] of formsOf(bytes, base32)) {
        needles.set(`secret ${index}, ${form}`, needle);
      }
    }
    expect(tenant.secrets().length).toBeGreaterThanOrEqual(2);
    const { found, files } = await searchFolder(browser.profile, needles);
    expect([...found]).toEqual(['canary']);
    expect(files).toBeGreaterThan(20);
  });

  async function lock(browser: ReturnType<typeof world>['browser'], over: Page): Promise<void> {
    await over.bringToFront();
    const popup = await browser.openPopup();
    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
  }

  async function listAccounts(): Promise<string[]> {
    const tab = await world().browser.newPage(world().browser.extensionUrl('popup.html'));
    await tab.waitForText('.code-list', /\d{3} \d{3}/u);
    const issuers = await tab.evaluate(() =>
      [...document.querySelectorAll('.issuer')].map(({ textContent }) => textContent ?? ''),
    );
    await tab.close();
    return issuers;
  }
});

/** As a user who selects what stands there and types over it. */
function replaceContent(selector: string, content: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return;
  field.value = content;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function recordEvents(): void {
  const events: string[] = [];
  Object.assign(window, { events });
  for (const type of ['input', 'change']) {
    document.addEventListener(type, (event) => events.push(event.type), { capture: true });
  }
}

function recordedEvents(): string[] {
  return (window as unknown as { events: string[] }).events;
}

function contentOf(page: Page, selector: string): Promise<string | undefined> {
  return page.evaluate((field) => document.querySelector<HTMLInputElement>(field)?.value, selector);
}
