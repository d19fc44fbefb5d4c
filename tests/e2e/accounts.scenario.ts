import { describe, expect, test } from 'vitest';
import { referenceCode, referenceSteamCode } from '../otp/reference.ts';
import { base32 } from '../tenant/base32.ts';
import { ageVerification } from './age-verification.ts';
import type { Page } from './browsers/browser.ts';
import { addAccount, createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const PERIOD = 30;

/** A secret of 20 bytes that is like no other. */
const secret = (byte: number) => new Uint8Array(20).fill(byte);

const uris = {
  microsoft: `otpauth://totp/Contoso:alex@contoso.example?secret=${base32(secret(1))}&issuer=Microsoft`,
  github: `otpauth://totp/GitHub:alex?secret=${base32(secret(2))}&issuer=GitHub`,
  bank: `otpauth://hotp/Bank:12345?secret=${base32(secret(3))}&issuer=Bank&counter=0`,
  steam: `steam://${base32(secret(4))}`,
};

describe('the manager', () => {
  const world = useWorld();
  let manager: Page;

  test('adds accounts by their address', async () => {
    const { browser } = world();
    await createVault(browser);
    manager = await openManager(browser);
    await manager.waitForText('.manager', /No accounts yet/u);
    await manager.click('#to-add');
    await addAccount(manager, uris.microsoft, /^Contoso · Microsoft, alex@contoso\.example is in/u);
    await addAccount(manager, uris.github, /^GitHub, alex is in the vault/u);
    await addAccount(manager, uris.bank, /^Bank, 12345 is in the vault/u);
    await addAccount(manager, uris.steam, /^Steam.* is in the vault/u);
    await manager.click('a[href="#accounts"]');
    await waitForNames(manager, ['Contoso · Microsoft', 'GitHub', 'Bank', 'Steam']);
  });

  test('tells the same secret by the name that it has, and does not double it', async () => {
    const renamed = uris.github.replace('GitHub:alex', 'Elsewhere:sam');
    await manager.click('#to-add');
    await addAccount(manager, renamed, /^You already have this account as GitHub, alex\./u);
    await manager.click('a[href="#accounts"]');
    await waitForNames(manager, ['Contoso · Microsoft', 'GitHub', 'Bank', 'Steam']);
  });

  test('tells an address that is wrong, and keeps it for mending', async () => {
    const wrong = 'otpauth://totp/GitHub:alex?issuer=GitHub';
    await manager.click('#to-add');
    await manager.type('#add-text', wrong);
    await manager.click('#read-text');
    await manager.waitForText('.finding .warning', /the secret is missing/u);
    expect(await manager.waitForText('#add-text', /./u)).toBe(wrong);
    await manager.click('a[href="#accounts"]');
  });

  test('renames, and takes it back', async () => {
    await act(manager, 'GitHub', 'edit');
    await manager.type('#name-issuer', ' (work)');
    await manager.click('#save-edit');
    await waitForNames(manager, ['Contoso · Microsoft', 'GitHub (work)', 'Bank', 'Steam']);
    await manager.waitForText('#undo', /^Undo: renamed “.*GitHub \(work\).*”/u);
    await manager.click('#undo');
    await waitForNames(manager, ['Contoso · Microsoft', 'GitHub', 'Bank', 'Steam']);
  });

  test('moves by key, and the focus goes along', async () => {
    await manager.evaluate(focusGrip, 'GitHub');
    await manager.evaluate(pressAlt, 'ArrowDown');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'GitHub', 'Steam']);
    expect(await manager.evaluate(focused)).toBe('GitHub: move');
    await manager.evaluate(pressAlt, 'ArrowDown');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'Steam', 'GitHub']);
    await manager.waitFor('the focus', () =>
      document.activeElement?.closest('[data-id]')?.textContent?.includes('GitHub'),
    );
    await manager.evaluate(pressAlt, 'ArrowUp');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'GitHub', 'Steam']);
  });

  test('pins to the top, and unpins', async () => {
    await act(manager, 'Steam', 'pin');
    await waitForNames(manager, ['Steam', 'Contoso · Microsoft', 'Bank', 'GitHub']);
    await act(manager, 'Steam', 'pin');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'GitHub', 'Steam']);
  });

  test('deletes into the recycle bin, and restores from there', async () => {
    await act(manager, 'GitHub', 'delete');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'Steam']);
    await manager.click('a[href="#bin"]');
    await waitForNames(manager, ['GitHub']);
    await act(manager, 'GitHub', 'restore');
    await manager.waitForText('.manager', /The recycle bin is empty/u);
    await manager.click('a[href="#accounts"]');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'GitHub', 'Steam']);
  });

  test('an undo brings a deleted account back to its place', async () => {
    await act(manager, 'Bank', 'delete');
    await manager.waitForText('#undo', /^Undo: deleted “.*Bank/u);
    await manager.click('#undo');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'GitHub', 'Steam']);
  });

  test('an address whose account is in the recycle bin brings it back, and says so', async () => {
    await act(manager, 'GitHub', 'delete');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'Steam']);
    await manager.click('#to-add');
    await addAccount(manager, uris.github, /already have.* GitHub, alex\..*recycle bin.*back/u);
    await manager.click('a[href="#accounts"]');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'GitHub', 'Steam']);
  });

  test('empties the recycle bin for good, but only for a user who shows that it is him', async () => {
    const { browser } = world();
    await act(manager, 'GitHub', 'delete');
    await waitForNames(manager, ['Contoso · Microsoft', 'Bank', 'Steam']);
    await manager.close();
    const page = await browser.ceremonyPage();
    await page.goto(browser.extensionUrl('manager.html#bin'));
    await waitForNames(page, ['GitHub']);

    await ageVerification(browser);
    await page.click('#empty-bin');
    await page.waitForText('#empty-bin-dialog', /deleted for good/u);
    await page.click('#empty-bin-dialog .danger');
    await page.click('#verify-cancel');
    await waitForNames(page, ['GitHub']);

    await page.click('#empty-bin');
    await page.click('#empty-bin-dialog .danger');
    await page.click('#verify-passkey');
    await page.waitForText('.manager', /The recycle bin is empty/u);
    await page.click('a[href="#accounts"]');
    await waitForNames(page, ['Contoso · Microsoft', 'Bank', 'Steam']);
    await page.goto('about:blank');
  });
});

describe('codes', () => {
  const world = useWorld();
  let popup: Page;

  test('the popup finds accounts by what is typed', async () => {
    const { browser } = world();
    await createVault(browser);
    const manager = await openManager(browser, 'add');
    for (const uri of Object.values(uris)) await addAccount(manager, uri, /is in the vault/u);
    await manager.close();
    popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await waitForRows(popup, ['Contoso · Microsoft', 'GitHub', 'Bank', 'Steam']);
    await awaitSearch(popup);
    await popup.type('#search', 'ALEX git');
    await waitForRows(popup, ['GitHub']);
    await popup.type('#search', 'x');
    await popup.waitForText('.popup', /No account matches “ALEX gitx”/u);
    await popup.evaluate(press, 'Escape');
    await waitForRows(popup, ['Contoso · Microsoft', 'GitHub', 'Bank', 'Steam']);
  });

  test('arrow keys lead from the search into the list and back', async () => {
    await popup.evaluate(press, 'ArrowDown');
    await popup.waitFor('the focus', () => document.activeElement?.closest('[data-row="0"]'));
    expect(await popup.evaluate(focused)).toBe('Contoso · Microsoft: copy');
    await popup.evaluate(press, 'End');
    expect(await popup.evaluate(focused)).toBe('Steam: copy');
    await popup.evaluate(press, 'ArrowUp');
    // Its code has to be asked for first.
    expect(await popup.evaluate(focused)).toBe('Bank: next-code');
    await popup.evaluate(press, 'Home');
    await popup.evaluate(press, 'ArrowUp');
    expect(await popup.evaluate(() => document.activeElement?.id)).toBe('search');
    // Also before the codes of what was found are there.
    await popup.reload();
    await waitForRows(popup, ['Contoso · Microsoft', 'GitHub', 'Bank', 'Steam']);
    await awaitSearch(popup);
    await popup.evaluate(press, 'ArrowDown');
    await popup.waitFor('the focus', () => document.activeElement?.closest('[data-row="0"]'));
  });

  test('a Steam code is what Steam’s own rule makes of the secret', async () => {
    const { browser } = world();
    const before = Math.floor(Date.now() / 1000 / PERIOD);
    await popup.reload();
    const code = await codeOf(popup, 'Steam', /^[\dB-Y]{5}$/u);
    const after = Math.floor(Date.now() / 1000 / PERIOD);
    expect([before, after].map((step) => referenceSteamCode(secret(4), step))).toContain(code);
    await popup.click('.code-row[data-row="3"] .copy');
    await popup.waitForText('.said', /Copied the code of Steam/u);
    expect(await browser.clipboardText()).toMatch(/^[\dB-Y]{5}$/u);
  });

  test('the next code of a counter comes when it is asked for, and no code comes twice', async () => {
    const { browser } = world();
    expect(await codeOf(popup, 'Bank', /./u)).not.toMatch(/\d/u);
    await popup.click('.next-code');
    await codeOf(popup, 'Bank', shown(0));
    await browser.killBackground();
    await popup.click('.next-code');
    await codeOf(popup, 'Bank', shown(1));
    await popup.close();
    popup = await browser.newPage(browser.extensionUrl('popup.html'));
    expect(await codeOf(popup, 'Bank', /./u)).not.toMatch(/\d/u);
    await popup.click('.next-code');
    await codeOf(popup, 'Bank', shown(2));
    await popup.click('.code-row[data-row="2"] .copy');
    await popup.waitForText('.said', /Copied/u);
    expect(await browser.clipboardText()).toBe(counterCode(2));
    await popup.close();
  });

  test('two codes in a row resynchronise a counter; two that do not follow each other do not', async () => {
    const { browser } = world();
    const manager = await openManager(browser);
    await act(manager, 'Bank', 'resynchronise');
    await manager.type('#first-code', counterCode(40));
    await manager.type('#second-code', counterCode(42));
    await manager.click('#resynchronise');
    await manager.waitForText('#resynchronise-dialog .warning', /do not follow each other/u);
    await manager.evaluate(clear, '#second-code');
    await manager.type('#second-code', counterCode(41));
    await manager.click('#resynchronise');
    await manager.waitForText('.manager', /Bank, 12345 goes on after these codes/u);
    await act(manager, 'Bank', 'next-code');
    await manager.waitForText('.counter-code', shown(42));
    await manager.close();
  });

  test('two windows that add 50 accounts each at the same time end with 100 more', async () => {
    const { browser } = world();
    const issuers = ['Left', 'Right'];
    const windows = [await openManager(browser), await openManager(browser)];
    const added = windows.map((page, window) =>
      page.evaluate(
        addEach,
        issuers[window] ?? '',
        Array.from({ length: 50 }, (_, index) => base32(secret(10 + window * 50 + index))),
      ),
    );
    expect(await Promise.all(added)).toEqual([50, 50]);
    for (const page of windows) {
      await page.waitForText('#range', /^1–50 of 104$/u);
      await page.close();
    }
    const page = await openManager(browser);
    await page.type('#search', 'right');
    await page.waitForText('#range', /^1–50 of 50$/u);
    await page.close();
  });

  test('an offset of the clock shows in the codes of an open popup at once', async () => {
    const { browser } = world();
    const popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await popup.type('#search', 'alex@contoso');
    await codeOf(popup, 'Contoso · Microsoft', /^\d{3} \d{3}$/u);
    const manager = await openManager(browser, 'clock');
    await manager.evaluate(clear, '#clock-offset');
    // Further than the codes in hand reach, and than this test lasts.
    await manager.type('#clock-offset', '600');
    await manager.click('#use-offset');
    await manager.waitForText('.manager', /The offset is 600 seconds now/u);
    const codes = [timeCode(600), timeCode(600 + PERIOD)].map(grouped);
    await codeOf(popup, 'Contoso · Microsoft', new RegExp(`^(?:${codes.join('|')})$`, 'u'));
    await manager.click('#zero-offset');
    await manager.waitForText('.manager', /The offset is 0 seconds now/u);
    await manager.close();
    await popup.close();
  });

  test('the clock check finds the skew that an offset makes, and corrects it', async () => {
    const { browser } = world();
    const manager = await openManager(browser, 'clock');
    await manager.evaluate(clear, '#clock-offset');
    await manager.type('#clock-offset', '120');
    await manager.click('#use-offset');
    await manager.waitForText('.manager', /The offset is 120 seconds now/u);
    await manager.type('#clock-code', timeCode());
    await manager.click('#compare-code');
    const told = await manager.waitForText('#clock-outcome', /off by \d+ seconds/u);
    const seconds = Number(/\d+/u.exec(told));
    // A code tells the time to half a period.
    expect(Math.abs(seconds - 120)).toBeLessThanOrEqual(PERIOD / 2 + 1);
    await manager.click('#correct-clock');
    const offset = await manager.waitForText('#clock-offset', /^-?\d{1,2}$/u);
    expect(Number(offset)).toBe(120 - seconds);
    if (offset !== '0') {
      await manager.click('#zero-offset');
      await manager.waitForText('.manager', /The offset is 0 seconds now/u);
    }
    await manager.close();
  });

  test('the clock check says that a good clock is fine', async () => {
    const { browser } = world();
    const manager = await openManager(browser, 'clock');
    for (let sample = 0; sample < 6; sample += 1) {
      await manager.type('#clock-code', timeCode());
      await manager.click('#compare-code');
      const fine = await manager.waitFor('an outcome', () => {
        if (document.querySelector('#clock-outcome')) return 'told';
        return document.querySelector('#clock-wait') ? 'wait' : undefined;
      });
      if (fine === 'told') break;
      await manager.waitForText('#compare', /Now type the code/u, PERIOD * 1000 + 5000);
    }
    await manager.waitForText('#clock-outcome', /clock is fine/u);
    await manager.close();
  });

  test('a lock takes all names and codes from every open page', async () => {
    const { browser } = world();
    const manager = await openManager(browser);
    popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await codeOf(popup, 'GitHub', /^\d{3} \d{3}$/u);
    await popup.type('#search', 'bank');
    await waitForRows(popup, ['Bank']);
    await popup.click('#lock');
    await popup.waitForText('.popup', /locked/u);
    await manager.waitForText('.closed', /locked/u);
    for (const page of [popup, manager]) {
      // The manager loads anew meanwhile.
      await page.waitFor(
        'a page without names',
        () =>
          document.querySelector('main') !== null &&
          !/GitHub|Contoso|bank/iu.test(document.documentElement.outerHTML),
      );
    }
  });

  /** The code that another device shows for the first account, now or so many seconds later. */
  function timeCode(secondsLater = 0): string {
    const step = Math.floor((Date.now() / 1000 + secondsLater) / PERIOD);
    return referenceCode(secret(1), { algorithm: 'SHA1', digits: 6, step });
  }
});

function counterCode(counter: number): string {
  return referenceCode(secret(3), { algorithm: 'SHA1', digits: 6, step: counter });
}

/** The code of a counter as it is shown. */
function shown(counter: number): RegExp {
  return new RegExp(`^${grouped(counterCode(counter))}$`, 'u');
}

function grouped(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}

async function waitForNames(page: Page, names: readonly string[]): Promise<void> {
  await waitForTexts(page, '.account-item .issuer', names);
}

async function waitForRows(popup: Page, names: readonly string[]): Promise<void> {
  await waitForTexts(popup, '.code-row .issuer', names);
}

async function waitForTexts(page: Page, selector: string, texts: readonly string[]): Promise<void> {
  await page.waitFor(
    `${selector}: ${texts.join(', ')}`,
    (all, expected) =>
      [...document.querySelectorAll(all)].map(({ textContent }) => textContent).join('|') ===
      expected,
    selector,
    texts.join('|'),
  );
}

/** Clicks one of the buttons of an account. */
async function act(page: Page, issuer: string, action: string): Promise<void> {
  const id = await page.waitFor(
    `the account ${issuer}`,
    (name) =>
      [...document.querySelectorAll<HTMLElement>('.account-item')].find(
        (item) => item.querySelector('.issuer')?.textContent === name,
      )?.dataset['id'],
    issuer,
  );
  await page.click(`[data-id="${id}"] [data-action="${action}"]`);
}

/** The code of an account in the popup, as soon as it looks so. */
async function codeOf(popup: Page, issuer: string, pattern: RegExp): Promise<string> {
  const row = await popup.waitFor(
    `the row of ${issuer}`,
    (name) =>
      [...document.querySelectorAll('.code-row')]
        .find((item) => item.querySelector('.issuer')?.textContent === name)
        ?.getAttribute('data-row'),
    issuer,
  );
  return popup.waitForText(`.code-row[data-row="${row}"] .code`, pattern);
}

/** Runs in the page: whose button has the focus, and which one. */
function focused(): string {
  const row = document.activeElement?.closest('.account-item, .code-row');
  const button = document.activeElement as HTMLElement | null;
  return `${row?.querySelector('.issuer')?.textContent}: ${button?.dataset['action'] ?? button?.className}`;
}

function press(key: string): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
}

/** Runs in the manager. */
function focusGrip(issuer: string): void {
  const items = [...document.querySelectorAll('.account-item')];
  items
    .find((item) => item.querySelector('.issuer')?.textContent === issuer)
    ?.querySelector<HTMLElement>('[data-action="move"]')
    ?.focus();
}

function pressAlt(key: string): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
  );
}

/** Runs in the page: as a user who selects what stands in a field and deletes it. */
function clear(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return;
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/**
 * Runs in the manager: adds one after the other, each as soon as the one before is in the vault. By messages, which no
 * typing slows down.
 */
async function addEach(issuer: string, keys: readonly string[]): Promise<number> {
  const ask = async (name: string, request: unknown) => {
    const reply = await chrome.runtime.sendMessage({ name, request });
    return reply.response;
  };
  const usual = { type: 'totp', algorithm: 'SHA1', digits: 6, period: 30, counter: 0 };
  const page = crypto.randomUUID();
  let added = 0;
  for (const [index, key] of keys.entries()) {
    const account = `user${index}`;
    const typed = { ...usual, issuer, account, secret: key };
    const { findings } = await ask('intake.type', { page, ...typed });
    const own = findings.find(
      (finding: { issuer?: string; account?: string }) =>
        finding.issuer === issuer && finding.account === account,
    );
    const [outcome] = await ask('intake.add', { page, accounts: [{ findingId: own.id }] });
    if (outcome.kind === 'added') added += 1;
  }
  return added;
}

/** It gets the focus a frame after the codes are on show. */
async function awaitSearch(popup: Page): Promise<void> {
  await popup.waitFor('the focus in the search', () => document.activeElement?.id === 'search');
}
