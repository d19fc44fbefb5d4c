import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { referenceCode } from '../otp/reference.ts';
import { base32 } from '../tenant/base32.ts';
import { builtExtension } from '../tools/build.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const PERIOD = 30;
/** As many as a consultant has, and more than any list shows at once. */
const ACCOUNTS = 1000;
/** The place of the one whose name is like no other. */
const RARE = 737;

const secret = (index: number) => {
  const bytes = new Uint8Array(20);
  new DataView(bytes.buffer).setUint32(0, index + 1);
  return bytes;
};

const nameOf = (index: number) => (index === RARE ? 'Zyx Trading' : `Company ${index % 300}`);

/** The codes that an account may show while a test runs: this period's, and the next one's. */
function codesOf(index: number): string[] {
  const step = Math.floor(Date.now() / 1000 / PERIOD);
  return [step - 1, step, step + 1].map((each) =>
    referenceCode(secret(index), { algorithm: 'SHA1', digits: 6, step: each }),
  );
}

describe('the popup by keyboard', () => {
  const world = useWorld();
  let popup: Page;

  test('finds one of a thousand accounts in two keystrokes, and copies it by Enter', async () => {
    const { browser } = world();
    await createVault(browser);
    const manager = await openManager(browser, 'add');
    const uris = Array.from({ length: ACCOUNTS }, (_, index) => {
      const issuer = encodeURIComponent(nameOf(index));
      return `otpauth://totp/${issuer}:user${index}?secret=${base32(secret(index))}&issuer=${issuer}`;
    });
    expect(await manager.evaluate(addAll, uris)).toBe(ACCOUNTS);
    await manager.close();
    popup = await browser.newPage(browser.extensionUrl('popup.html'));
    await waitForFirst(popup, nameOf(0));
    await popup.waitFor('the focus', () => document.activeElement?.id === 'search');
    // Only what is on show exists.
    expect(await popup.evaluate(() => document.querySelectorAll('.code-row').length)).toBeLessThan(
      30,
    );

    await popup.type('#search', 'zy');
    await waitForFirst(popup, nameOf(RARE));
    await popup.type('#search', '\n');
    await popup.waitForText('.said', /Copied the code of user737/u);
    expect(codesOf(RARE)).toContain(await browser.clipboardText());
  });

  test('Enter is about what was typed, not about what stood there before', async () => {
    const { browser } = world();
    await popup.evaluate(press, 'Escape');
    await waitForFirst(popup, nameOf(0));
    await popup.type('#search', 'user4\n');
    await popup.waitForText('.said', /Copied the code of user4\./u);
    expect(codesOf(4)).toContain(await browser.clipboardText());
    await popup.evaluate(press, 'Escape');
    await waitForFirst(popup, nameOf(0));
  });

  test('keys move in the list, also to rows that do not exist yet', async () => {
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 0);
    await popup.evaluate(press, 'PageDown');
    await popup.waitFor('a page further', () => {
      const row = document.activeElement?.closest<HTMLElement>('.code-row')?.dataset['row'];
      return Number(row) > 2;
    });
    await popup.evaluate(press, 'End');
    await waitForFocus(popup, ACCOUNTS - 1);
    await popup.evaluate(press, 'Home');
    await waitForFocus(popup, 0);
    await popup.evaluate(press, 'ArrowUp');
    expect(await popup.evaluate(focusedId)).toBe('search');
  });

  test('letters typed in the list go on in the search, and the slash leads there', async () => {
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 0);
    await popup.evaluate(press, 'z');
    expect(await popup.evaluate(focusedId)).toBe('search');
    await waitForFirst(popup, nameOf(RARE));
    await popup.evaluate(press, 'Escape');
    await waitForFirst(popup, nameOf(0));
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 0);
    await popup.evaluate(press, '/');
    expect(await popup.evaluate(focusedId)).toBe('search');
    expect(await popup.evaluate(() => document.querySelector('input')?.value)).toBe('');
    await popup.evaluate(() => document.querySelector<HTMLElement>('#manage')?.focus());
    await popup.evaluate(press, '/');
    expect(await popup.evaluate(focusedId)).toBe('search');
  });

  test('an arrow key where nothing was found takes the focus from no later search', async () => {
    await popup.type('#search', 'zyy');
    await popup.waitForText('.popup', /No account matches/u);
    await popup.evaluate(press, 'ArrowDown');
    await popup.evaluate(press, 'Escape');
    await waitForFirst(popup, nameOf(0));
    expect(await popup.evaluate(focusedId)).toBe('search');
  });

  test('styles that come late lose nothing on their way', async () => {
    const folder = builtExtension(world().browser.name);
    const files = (await readdir(join(folder, 'assets'))).filter(
      // Of the other pages, and what is there at once.
      (file) =>
        file.endsWith('.css') && !/^(?:approve|manager|pages|popup|unlock|ways)-/u.test(file),
    );
    const styles = await Promise.all(
      files.map((file) => readFile(join(folder, 'assets', file), 'utf8')),
    );
    expect(await popup.evaluate(rulesThatLose, styles.join(''))).toEqual([]);
  });

  test('the next code is shown on demand', async () => {
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 0);
    await popup.evaluate(press, 'ArrowRight');
    const next = await popup.waitForText('[data-row="0"] .next', /^\d{3} \d{3}$/u);
    expect(codesOf(0)).toContain(next.replace(' ', ''));
    expect(await popup.waitForText('[data-row="0"] .code', /^\d{3} \d{3}$/u)).not.toBe(next);
    await popup.evaluate(press, 'ArrowRight');
  });

  test('an account is pinned from its menu, and stands on top', async () => {
    await popup.type('#search', 'zy');
    await waitForFirst(popup, nameOf(RARE));
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 0);
    await popup.click('[data-row="0"] > .icon-button');
    await popup.click('[data-item="pin"]');
    await popup.waitFor('the pin', () => document.querySelector('[data-row="0"] .pinned'));
    await popup.evaluate(() => document.querySelector<HTMLElement>('#search')?.focus());
    await popup.evaluate(press, 'Escape');
    await waitForFirst(popup, nameOf(RARE));
    await popup.waitForText('#undo', /Zyx Trading/u);
    await popup.click('#undo');
    await waitForFirst(popup, nameOf(0));
  });

  test('hidden codes are dots; one is shown when it is asked for, and copied then', async () => {
    const { browser } = world();
    await popup.click('#hide-codes');
    await popup.waitForText('[data-row="0"] .code', /••• •••/u);
    expect(
      await popup.evaluate(() => document.querySelector('.code-list')?.textContent),
    ).not.toMatch(/\d{3} \d{3}/u);
    await popup.type('#search', 'user5 \n');
    await popup.waitForText('[data-row="0"] .code', /^\d{3} \d{3}$/u);
    expect(codesOf(5)).not.toContain(await browser.clipboardText());
    await popup.type('#search', '\n');
    await popup.waitForText('.said', /Copied the code of user5\./u);
    expect(codesOf(5)).toContain(await browser.clipboardText());
    // In the list, too, where the focus stays.
    await popup.evaluate(press, 'Escape');
    await waitForFirst(popup, nameOf(0));
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 0);
    await popup.evaluate(press, 'ArrowDown');
    await waitForFocus(popup, 1);
    await popup.evaluate(() => (document.activeElement as HTMLElement).click());
    await popup.waitForText('[data-row="1"] .code', /^\d{3} \d{3}$/u);
    await waitForFocus(popup, 1);
    await popup.waitForText('[data-row="1"] [role="status"]', /^The code of .+ is \d{3} \d{3}\.$/u);
    await popup.reload();
    await popup.waitForText('[data-row="0"] .code', /••• •••/u);
    await popup.click('#hide-codes');
    await popup.waitForText('[data-row="0"] .code', /^\d{3} \d{3}$/u);
  });

  test('a group is chosen by its chip', async () => {
    const { browser } = world();
    const manager = await openManager(browser);
    await manager.evaluate(groupFirst, 'Clients', 3);
    await manager.close();
    await popup.waitForText('.segmented', /All[\s\S]+Clients/u);
    await popup.evaluate(() => {
      const [, clients] = document.querySelectorAll<HTMLElement>('.segmented input');
      clients?.click();
    });
    await popup.waitFor(
      'three accounts',
      () => document.querySelector('.code-row')?.getAttribute('aria-setsize') === '3',
    );
    await popup.type('#search', 'user2');
    await waitForFirst(popup, nameOf(2));
    await popup.close();
  });

  test('stands there before a background that sleeps has woken up, and says no more than is so', async () => {
    const { browser } = world();
    await awaitGlance(browser);
    await browser.killBackground();
    popup = await browser.newPage(browser.extensionUrl('popup.html'));
    const code = await popup.waitForText('[data-row="0"] .code', /^\d{3} \d{3}$/u);
    expect(codesOf(0)).toContain(code.replace(' ', ''));
    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
    const kept = await browser.background(async () =>
      Object.keys(await chrome.storage.session.get()).filter((key) => key.startsWith('popup.')),
    );
    // Words of the interface, and of it alone.
    expect(kept).toEqual(['popup.words']);
    await popup.close();
  });
});

async function awaitGlance(browser: Browser): Promise<void> {
  const popup = await browser.newPage(browser.extensionUrl('popup.html'));
  await popup.waitFor('the first screen in memory', async () => {
    const held = await chrome.storage.session.get('popup.glance');
    return held['popup.glance'] !== undefined;
  });
  await popup.close();
}

function waitForFirst(popup: Page, name: string): Promise<unknown> {
  return popup.waitFor(
    `${name} in the first row`,
    (expected) =>
      document.querySelector('[data-row="0"] .issuer')?.textContent === expected &&
      document.querySelector('[data-row="0"] .code') !== null,
    name,
  );
}

function waitForFocus(popup: Page, row: number): Promise<unknown> {
  return popup.waitFor(
    `the focus in row ${row}`,
    (expected) =>
      document.activeElement?.closest<HTMLElement>('.code-row')?.dataset['row'] === expected,
    `${row}`,
  );
}

/** These run in the page. */
function focusedId(): string | undefined {
  return document.activeElement?.id;
}

function press(key: string): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  );
}

/** The rules that are not the same any more once they were written out, as `adoptLinkedStyles` has them. */
function rulesThatLose(styles: string): string[] {
  const sheetOf = (text: string) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  };
  const lengths = (rules: Iterable<CSSRule>): number[] =>
    Array.from(rules, (rule) => [
      ...(rule instanceof CSSStyleRule ? [rule.style.length] : []),
      ...('cssRules' in rule ? lengths(rule.cssRules as CSSRuleList) : []),
    ]).flat();
  return [...sheetOf(styles).cssRules]
    .filter((rule) => {
      const again = sheetOf(rule.cssText).cssRules;
      return again.length === 0 || lengths(again).join() !== lengths([rule]).join();
    })
    .map(({ cssText }) => cssText);
}

async function addAll(uris: readonly string[]): Promise<number> {
  const ask = async (name: string, request: unknown) =>
    (await chrome.runtime.sendMessage({ name, request })).response;
  let added = 0;
  for (let from = 0; from < uris.length; from += 100) {
    const page = crypto.randomUUID();
    const texts = uris.slice(from, from + 100);
    const { findings } = await ask('intake.read', { page, texts, keep: false });
    const accounts = findings.map(({ id }: { id: string }) => ({ findingId: id }));
    added += (await ask('intake.add', { page, accounts })).length;
  }
  return added;
}

async function groupFirst(name: string, count: number): Promise<void> {
  const ask = async (message: string, request: unknown) =>
    (await chrome.runtime.sendMessage({ name: message, request })).response;
  const { id } = await ask('groups.add', { name });
  const { accounts } = await ask('accounts.list', { query: '', from: 0, count });
  const ids = accounts.map((account: { id: string }) => account.id);
  await ask('accounts.setGroup', { ids, group: id });
}
