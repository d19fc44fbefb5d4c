import { describe, expect, test } from 'vitest';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { holdMessage } from './held-message.ts';
import { createVault, finishVault, unlockByPasskey, unlockByRecoveryCode } from './steps.ts';
import { useWorld } from './world.ts';

const PASSPHRASE = 'seven plain herons over Tallinn';

describe('without a passkey that can open a vault', () => {
  const world = useWorld();

  test('a cancelled dialog is told, changes nothing, and can be tried again', async () => {
    const { browser } = world();
    await browser.setAuthenticator({ prf: true, userVerified: false });
    const page = await openUnlock(browser);
    await page.click('#create-passkey');
    await page.waitForText('.warning', /not confirmed/u);
    await page.waitForText('#create-passkey', /passkey/u);
    expect(await vaultState(browser)).toBe('none');
  });

  test('an authenticator without PRF leads to the passphrase', async () => {
    const { browser } = world();
    await browser.setAuthenticator({ prf: false, userVerified: true });
    const page = await openUnlock(browser);
    await page.click('#create-passkey');
    await page.waitForText('.warning', /PRF/u);
    await page.type('#passphrase', PASSPHRASE);
    await page.type('#passphrase-again', PASSPHRASE);
    await page.click('#use-passphrase');
    await finishVault(page);
    expect(await vaultState(browser)).toBe('open');
  });

  test('a wrong passphrase opens nothing, the right one does', async () => {
    const { browser } = world();
    await lockVault(browser);
    const page = await openUnlock(browser);
    await page.type('#passphrase', 'seven plain herons over Tartu');
    await page.click('#use-passphrase');
    await page.waitForText('.warning', /does not open the vault/u);
    expect(await vaultState(browser)).toBe('locked');
    await page.reload();
    await page.type('#passphrase', PASSPHRASE);
    await page.click('#use-passphrase');
    await page.waitForText('main[data-state="open"]', /open/iu);
    await browser.setAuthenticator({ prf: true, userVerified: true });
  });
});

describe('with a passkey', () => {
  const world = useWorld();

  test('a refused verification opens nothing, and the next try does', async () => {
    const { browser } = world();
    await createVault(browser);
    await lockVault(browser);
    await browser.setUserVerified(false);
    const page = await openUnlock(browser);
    await page.click('#unlock-passkey');
    await page.waitForText('.warning', /not confirmed/u);
    expect(await vaultState(browser)).toBe('locked');
    await browser.setUserVerified(true);
    await unlockByPasskey(browser);
  });

  test('what takes longer than half a second says what it is about', async () => {
    const { browser } = world();
    await lockVault(browser);
    const page = await openUnlock(browser);
    await page.waitForText('#unlock-passkey', /passkey/u);
    const release = await holdMessage(page, 'vault.open');
    await page.click('#unlock-passkey');
    await page.waitForText('.late-progress', /^Opening the vault$/u);
    await release();
    await page.waitForText('main[data-state="open"]', /open/iu);
    expect(await page.evaluate(() => document.querySelector('progress'))).toBeNull();
  });

  test.each([
    ['a mistyped one is told', '0000-0000-0000-0000-0000-0000-0001', /typing mistake/u],
    ['a foreign one opens nothing', createRecoveryCode(), /does not open the vault/u],
  ])('of recovery codes, %s', async (_, typed, message) => {
    const { browser } = world();
    await lockVault(browser);
    const page = await openUnlock(browser);
    await unlockByRecoveryCode(page, typed);
    await page.waitForText('.warning', message);
    expect(await vaultState(browser)).toBe('locked');
    await unlockByPasskey(browser);
  });
});

async function openUnlock(browser: Browser): Promise<Page> {
  const page = await browser.ceremonyPage();
  await page.goto(browser.extensionUrl('unlock.html'));
  return page;
}

async function lockVault(browser: Browser): Promise<void> {
  const popup = await browser.openPopup();
  await popup.click('#lock');
  await popup.waitForText('main', /locked/u);
}

async function vaultState(browser: Browser): Promise<string> {
  const page = await browser.newPage(browser.extensionUrl('unlock.html'));
  const state = await page.waitFor('the state of the vault', () =>
    document.querySelector('main')?.getAttribute('data-state'),
  );
  await page.close();
  return String(state);
}
