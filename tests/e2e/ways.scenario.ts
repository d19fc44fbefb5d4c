import { describe, expect, inject, test } from 'vitest';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import type { Browser, Page } from './browsers/browser.ts';
import {
  createVault,
  finishVault,
  keepRecoveryCode,
  typeGroups,
  unlockByPasskey,
  unlockByPassphrase,
  unlockByRecoveryCode,
} from './steps.ts';
import { useWorld } from './world.ts';

const PASSKEYS = { prf: true, userVerified: true } as const;
const PASSPHRASE = 'seven plain herons over Tallinn';
const SAID = '.security > .said';

describe('the ways in', () => {
  const world = useWorld();
  let recoveryCode: string;
  /** What the passkey gave, for when it is removed. */
  let passkeyKey: unknown;

  test('the vault is made only when the recovery code was typed back', async () => {
    const { browser } = world();
    const page = await browser.ceremonyPage();
    await page.goto(browser.extensionUrl('unlock.html'));
    await page.click('#create-passkey');
    await page.click('#confirm-passkey');
    const shown = await page.waitForText('#recovery-code', /^[\dA-Z-]{34}$/u);
    await page.click('#recovery-kept');
    expect(await page.evaluate(() => document.body.innerText)).not.toContain(shown);
    await typeGroups(page, createRecoveryCode());
    await page.click('#finish');
    await page.waitForText('.warning', /Group \d is not right/u);
    expect(await stateOf(page)).toBe('none');
    await page.click('#show-recovery-code');
    recoveryCode = await finishVault(page);
    expect(recoveryCode).toBe(shown);
    await page.waitForText('#to-manager', /way in/u);
  });

  test('a second passkey comes from another device, and is renamed', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    await page.click('#add-passkey');
    await page.click('#verify-passkey');
    await page.click('#create-passkey');
    // The device that holds the first one makes no second one.
    await page.waitForText('#new-passkey .warning', /already/u);
    await browser.setAuthenticator(PASSKEYS);
    await page.click('#create-passkey');
    await page.click('#confirm-passkey');
    await page.waitForText(SAID, /passkey is added/u);

    await page.click(action('[data-name="Another device"]', 'rename'));
    await page.type('#way-name', ' 2\n');
    await page.waitForText('[data-name="Another device 2"] .way-name', /^Another device 2$/u);
    expect(await waysOf(page)).toEqual(['passkey', 'recovery', 'passkey']);
  });

  test('a passphrase is added, if it is a good one', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    await page.click('#set-passphrase');
    await page.type('#passphrase', 'password1234');
    await page.type('#passphrase-again', 'password1234');
    await page.waitForText('#strength-word', /weak/iu);
    await page.waitForText('#passphrase-hint', /guessed/u);
    expect(await isDisabled(page, '#use-passphrase')).toBe(true);
    await page.click('#new-passphrase [data-action="cancel"]');

    await setPassphrase(browser, page);
    expect(await waysOf(page)).toEqual(['passkey', 'recovery', 'passkey', 'passphrase']);
    expect(await page.evaluate(() => document.querySelector('#set-passphrase'))).toBeNull();
  });

  test('the recovery code is replaced: the old one opens nothing, the new one does', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    const old = recoveryCode;
    await page.click(action('[data-kind="recovery"]', 'replace'));
    await verifyNow(browser);
    recoveryCode = await keepRecoveryCode(page);
    await page.waitForText(SAID, /new recovery code is in force/u);
    expect(recoveryCode).not.toBe(old);

    const unlock = await lock(browser, page);
    for (const refused of [old, createRecoveryCode()]) {
      await unlock.reload();
      await unlockByRecoveryCode(unlock, refused);
      await unlock.waitForText('.warning', /does not open the vault/u);
      expect(await stateOf(unlock)).toBe('locked');
    }
    await unlock.reload();
    await unlockByRecoveryCode(unlock, recoveryCode);
    await waitForOpen(unlock);
  });

  test('a verification older than a minute is asked for anew, and leaving it changes nothing', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    await letVerificationAge(browser);
    await page.click('#change-key');
    await page.click('#confirm-change-key');
    await page.waitForText('#verify', /Confirm that it is you/u);
    const before = await dataKey(browser);
    await page.click('#verify-cancel');
    await page.waitForText('#change-key-dialog', /Change the vault key/u);
    expect(await page.evaluate(() => document.querySelector('.warning'))).toBeNull();
    expect(await dataKey(browser)).toBe(before);

    await page.click('#confirm-change-key');
    await page.type('#verify-passphrase', 'seven plain herons over Tartu\n');
    await page.waitForText('#verify .warning', /does not open the vault/u);
    expect(await dataKey(browser)).toBe(before);
    await page.click('#verify-passkey');
    await page.waitForText(SAID, /key is changed/u);
    expect(await dataKey(browser)).not.toBe(before);
  });

  test('after the change of the key all ways in work', async () => {
    const { browser } = world();
    let page = await openSecurity(browser);
    await lock(browser, page);
    await unlockByPasskey(browser);
    page = await lock(browser, await openSecurity(browser));
    await unlockByPassphrase(page, 'seven plain herons over Tartu');
    await page.waitForText('.warning', /does not open the vault/u);
    await page.reload();
    await unlockByPassphrase(page, PASSPHRASE);
    await waitForOpen(page);
    page = await lock(browser, await openSecurity(browser));
    await unlockByRecoveryCode(page, recoveryCode);
    await waitForOpen(page);
  });

  test('only a longer time open wants a verification', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    await letVerificationAge(browser);
    await page.waitForText('#lock-after', /^15$/u);
    await page.evaluate(choose, '#lock-after', '5');
    await page.waitForText(SAID, /saved/u);
    await page.evaluate(choose, '#lock-after', '60');
    await page.click('#verify-cancel');
    await page.waitForText('#lock-after', /^5$/u);
    await page.evaluate(choose, '#lock-after', '60');
    await page.type('#verify-passphrase', `${PASSPHRASE}\n`);
    await page.waitForText(SAID, /saved/u);
    await page.reload();
    await page.waitForText('#lock-after', /^60$/u);
  });

  test('the passkey alone opens the vault, and what was removed does not', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    // What the passphrase and its salt gave, for the day when it is gone.
    const unlock = await lock(browser, page);
    await unlock.evaluate(recordOpeners);
    await unlockByPassphrase(unlock, PASSPHRASE);
    await waitForOpen(unlock);
    const passphraseKey = await recordedOpener(unlock);

    await openSecurity(browser);
    await removeWay(browser, page, '[data-name="This device"]');
    await removeWay(browser, page, '[data-kind="passphrase"]');
    await removeWay(browser, page, '[data-kind="recovery"]');
    await expectOnly(page, 'passkey');

    const locked = await lock(browser, page);
    await locked.waitForText('#unlock-passkey', /./u);
    expect(await offeredWays(locked)).toEqual(['unlock-passkey']);
    expect(await openWith(locked, passphraseKey)).toBe('wrong-key');
    expect(await openWith(locked, { recoveryCode })).toBe('wrong-key');
    expect(await stateOf(locked)).toBe('locked');
    await locked.evaluate(recordOpeners);
    await locked.click('#unlock-passkey');
    await waitForOpen(locked);
    passkeyKey = await recordedOpener(locked);
  });

  test('the passphrase alone opens the vault', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    await setPassphrase(browser, page);
    await removeWay(browser, page, '[data-kind="passkey"]');
    await expectOnly(page, 'passphrase');

    const locked = await lock(browser, page);
    await locked.waitForText('#use-passphrase', /./u);
    expect(await offeredWays(locked)).toEqual(['use-passphrase']);
    expect(await openWith(locked, passkeyKey)).toBe('wrong-key');
    await unlockByPassphrase(locked, PASSPHRASE);
    await waitForOpen(locked);
  });

  test('the recovery code alone opens the vault, and the last way in stays', async () => {
    const { browser } = world();
    const page = await openSecurity(browser);
    await page.click('#make-recovery-code');
    await verifyNow(browser);
    recoveryCode = await keepRecoveryCode(page);
    await page.waitForText(SAID, /in force/u);
    await removeWay(browser, page, '[data-kind="passphrase"]');
    await expectOnly(page, 'recovery');
    await verifyNow(browser);
    expect(await page.evaluate(removeLastWay)).toBe('last-way');

    const locked = await lock(browser, page);
    await locked.waitForText('#unlock-recovery', /./u);
    expect(await offeredWays(locked)).toEqual(['unlock-recovery']);
    await locked.type('#recovery-code-typed', `${recoveryCode.toLowerCase()}\n`);
    await waitForOpen(locked);
  });
});

describe('without the permission for the passkey', () => {
  const world = useWorld();

  // Chromium does not let an extension give back a permission that its manifest requires.
  test.skipIf(inject('browser') === 'chromium')(
    'a button asks for it and goes on; the other ways in stand beside it',
    async () => {
      const { browser } = world();
      const recoveryCode = await createVault(browser);
      const withdraw = () =>
        browser.background(() =>
          chrome.permissions.remove({ origins: ['https://countersign.invalid/*'] }),
        );
      await withdraw();
      const page = await lock(browser, await openSecurity(browser));
      await page.click('#unlock-passkey');
      await page.waitForText('.warning', /does not allow/u);
      await page.type('#recovery-code-typed', `${recoveryCode}\n`);
      await waitForOpen(page);

      await withdraw();
      await lock(browser, await openSecurity(browser));
      await page.click('#unlock-passkey');
      await page.click('#allow-passkey');
      expect(await browser.answerPermission(true)).toContain('countersign.invalid');
      await waitForOpen(page);
    },
  );
});

describe('where the storage was deleted', () => {
  const world = useWorld();

  test('it is told, and a new vault is made only on purpose', async () => {
    const { browser } = world();
    await createVault(browser);
    await lock(browser, await openSecurity(browser));
    await browser.background(deleteDatabase);
    const page = await browser.ceremonyPage();
    await page.reload();
    await page.waitForText('main[data-state="missing"] .warning', /storage is gone/u);
    expect(await isDisabled(page, '#start-anew')).toBe(true);
    await page.click('#missing-understood');
    await page.click('#start-anew');
    await page.click('#create-passkey');
    await page.click('#confirm-passkey');
    await finishVault(page);
  });
});

/** The manager at "Security", in the tab that has the authenticator. */
async function openSecurity(browser: Browser): Promise<Page> {
  const page = await browser.ceremonyPage();
  const url = browser.extensionUrl('manager.html#security');
  // An address with a fragment that is there already does not load anew.
  await ((await page.url()) === url ? page.reload() : page.goto(url));
  await page.waitForText('#add-passkey', /./u);
  return page;
}

/** Locks by the manager's button; gives the window to open it again. */
async function lock(browser: Browser, page: Page): Promise<Page> {
  await page.evaluate(() => document.documentElement.setAttribute('data-old', ''));
  await page.click('#lock');
  // The manager loads anew once it has locked; that would overtake the way to another page.
  await page.waitForText(':root:not([data-old]) main[data-state="locked"]', /./u);
  await page.goto(browser.extensionUrl('unlock.html'));
  await page.waitForText('main[data-state="locked"]', /./u);
  return page;
}

function waitForOpen(page: Page): Promise<string> {
  return page.waitForText('main[data-state="open"]', /open/iu);
}

function action(row: string, name: 'rename' | 'replace' | 'remove'): string {
  return `.way${row} [data-action="${name}"]`;
}

async function setPassphrase(browser: Browser, page: Page): Promise<void> {
  await page.click('#set-passphrase');
  await page.type('#passphrase', PASSPHRASE);
  await page.type('#passphrase-again', PASSPHRASE);
  await page.waitForText('#strength-word', /strong/iu);
  await verifyNow(browser);
  await page.click('#use-passphrase');
  await page.waitForText(SAID, /passphrase is set/u);
}

async function removeWay(browser: Browser, page: Page, row: string): Promise<void> {
  await page.click(action(row, 'remove'));
  await page.waitForText('#remove-way', /Backups that were made before/u);
  await verifyNow(browser);
  await page.click('#confirm-remove');
  await page.waitForText(SAID, /Removed/u);
  await page.waitFor('the row to go', (gone) => !document.querySelector(gone), `.way${row}`);
}

async function expectOnly(page: Page, kind: string): Promise<void> {
  expect(await waysOf(page)).toEqual([kind]);
  await page.waitForText('.last-way', /only way in/u);
  expect(await page.evaluate(() => document.querySelector('[data-action="remove"]'))).toBeNull();
}

function waysOf(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.way')].map(({ dataset }) => dataset['kind'] ?? ''),
  );
}

function offeredWays(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main button')].map(({ id }) => id),
  );
}

function stateOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('main')?.dataset['state']);
}

function isDisabled(page: Page, selector: string): Promise<boolean> {
  return page.evaluate(
    (button) => document.querySelector(button)?.matches(':disabled') ?? false,
    selector,
  );
}

/** As a user chooses from a list. */
function choose(selector: string, value: string): void {
  const select = document.querySelector<HTMLSelectElement>(selector);
  if (!select) throw new Error(`there is no ${selector}`);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Moves the last verification, so that no scenario waits for a minute, and none depends on being faster than one. */
function setVerified(browser: Browser, msAgo: number): Promise<void> {
  return browser.background(async (age) => {
    const { 'vault.open': open } = await chrome.storage.session.get('vault.open');
    await chrome.storage.session.set({
      'vault.open': { ...(open as object), verifiedAt: Date.now() - age },
    });
  }, msAgo);
}

const letVerificationAge = (browser: Browser) => setVerified(browser, 61_000);
const verifyNow = (browser: Browser) => setVerified(browser, 0);

function dataKey(browser: Browser): Promise<string> {
  return browser.background(async () => {
    const { 'vault.open': open } = await chrome.storage.session.get('vault.open');
    return (open as { dataKey: string }).dataKey;
  });
}

/** Keeps what the page sends to open the vault. */
function recordOpeners(): void {
  const openers: unknown[] = [];
  Object.assign(window, { openers });
  const { browser } = window as unknown as { browser?: typeof chrome };
  for (const { runtime } of new Set([chrome, browser ?? chrome])) {
    const original = runtime.sendMessage.bind(runtime) as (...args: unknown[]) => unknown;
    const recording = (...args: unknown[]): unknown => {
      const [message] = args as [{ name?: string; request?: unknown }];
      if (message.name === 'vault.open') openers.push(message.request);
      return original(...args);
    };
    Object.defineProperty(runtime, 'sendMessage', { value: recording, configurable: true });
  }
}

async function recordedOpener(page: Page): Promise<unknown> {
  const openers = await page.evaluate(() => (window as unknown as { openers: unknown[] }).openers);
  expect(openers.length).toBeGreaterThan(0);
  return openers.at(-1);
}

/** Sends what would open the vault; gives the code of the refusal. */
function openWith(page: Page, request: unknown): Promise<string | undefined> {
  return page.evaluate(async (opener) => {
    const reply = await chrome.runtime.sendMessage({ name: 'vault.open', request: opener });
    return reply.code;
  }, request);
}

async function removeLastWay(): Promise<string | undefined> {
  const [way] = (await chrome.runtime.sendMessage({ name: 'ways.list' })).response;
  const reply = await chrome.runtime.sendMessage({ name: 'ways.remove', request: { id: way.id } });
  return reply.code;
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deletion = indexedDB.deleteDatabase('countersign');
    deletion.onsuccess = () => resolve();
    deletion.onerror = () => reject(deletion.error);
  });
}
