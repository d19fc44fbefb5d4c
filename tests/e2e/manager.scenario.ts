import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { base32 } from '../tenant/base32.ts';
import { qrPng } from '../tenant/qr-drawing.ts';
import type { Page } from './browsers/browser.ts';
import { useFolder } from './picture-files.ts';
import { createVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

/** A secret of 20 bytes that is like no other of the first 65,536. */
function secretOf(index: number): string {
  return base32(new Uint8Array(20).fill(index % 256).fill(Math.floor(index / 256), 10));
}

const FIRST = ['Alpha', 'Bravo', 'Charlie', 'Delta', 'Echo'];

describe('many accounts in the manager', () => {
  const world = useWorld();
  const write = useFolder();
  let manager: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    manager = await openManager(browser);
    const work = `otpauth://totp/Contoso:alex@contoso.example?secret=${secretOf(100)}&issuer=Microsoft`;
    const others = FIRST.map((issuer, index) => uriOf(issuer, 'alex', index));
    await manager.evaluate(addAll, [...others, work]);
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
  });

  test('is narrowed by what is known of the accounts, and wide again', async () => {
    await choose(manager, '#filter-kind', 'work');
    await waitForNames(manager, ['Contoso · Microsoft']);
    await manager.waitForText('#range', /^1–1 of 1$/u);
    await manager.click('#clear-filters');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
    await choose(manager, '#filter-proof', 'verified');
    await manager.waitForText('.manager', /No account fits these filters/u);
    await manager.click('#clear-filters');
    await choose(manager, '#sort', 'name');
    await waitForNames(manager, [
      'Alpha',
      'Bravo',
      'Charlie',
      'Contoso · Microsoft',
      'Delta',
      'Echo',
    ]);
    await choose(manager, '#sort', 'own');
  });

  test('a range is selected by mouse, and goes into a new group in one change', async () => {
    await manager.click(await at(manager, 'Bravo', 'select'));
    await manager.evaluate(shiftClick, await at(manager, 'Delta', 'select'));
    await manager.waitForText('#selected', /^3 accounts selected/u);
    await manager.click('#bulk-group');
    await manager.type('#new-group', 'Clients');
    await manager.click('#choose-group');
    await manager.waitForText('.manager', /3 accounts are in “Clients” now/u);
    await choose(manager, '#filter-group', 'Clients');
    await waitForNames(manager, ['Bravo', 'Charlie', 'Delta']);
    await choose(manager, '#filter-group', 'No group');
    await waitForNames(manager, ['Alpha', 'Echo', 'Contoso · Microsoft']);
    await manager.waitForText('#selected', /3 of them are not on this page/u);
    await manager.click('#clear-filters');
    await manager.click('#undo');
    await manager.waitFor('no group of these', () => !document.querySelector('.in-group .mark'));
  });

  test('what is selected moves to the top, is pinned, and goes to the bin and back', async () => {
    await manager.click('#bulk-move');
    await manager.click('#move-top');
    await waitForNames(manager, [
      'Bravo',
      'Charlie',
      'Delta',
      'Alpha',
      'Echo',
      'Contoso · Microsoft',
    ]);
    await manager.waitForText('.manager', /3 accounts have moved/u);
    await manager.click('#undo');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
    await manager.click('#bulk-move');
    await manager.type('#move-search', 'contoso');
    await manager.click('[data-before]');
    await waitForNames(manager, [
      'Alpha',
      'Echo',
      'Bravo',
      'Charlie',
      'Delta',
      'Contoso · Microsoft',
    ]);
    await manager.click('#undo');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);

    await manager.click('#bulk-pin');
    await waitForNames(manager, [
      'Bravo',
      'Charlie',
      'Delta',
      'Alpha',
      'Echo',
      'Contoso · Microsoft',
    ]);
    await manager.click('#bulk-unpin');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);

    await manager.click('#bulk-delete');
    await manager.waitForText('#delete-many-dialog h2', /^Delete 3 accounts\?$/u);
    await manager.click('#delete-many-dialog .danger');
    await waitForNames(manager, ['Alpha', 'Echo', 'Contoso · Microsoft']);
    await manager.waitForText('.manager', /3 accounts are in the recycle bin/u);
    expect(await manager.evaluate(() => document.activeElement?.id)).toBe('search');
    await manager.click('#undo');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
  });

  test('the mouse drags an account to another place, as a row and as a card', async () => {
    await manager.evaluate(scrollToList);
    await manager.dragBehind(await at(manager, 'Alpha', 'move'), await rowOf(manager, 'Charlie'));
    await waitForNames(manager, [
      'Bravo',
      'Charlie',
      'Alpha',
      'Delta',
      'Echo',
      'Contoso · Microsoft',
    ]);
    await manager.click('#undo');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
    await manager.click('.segmented label:nth-child(2)');
    await manager.waitFor('cards', () => document.querySelector('.account-items.cards'));
    await manager.dragBehind(await at(manager, 'Alpha', 'move'), await rowOf(manager, 'Bravo'));
    await waitForNames(manager, [
      'Bravo',
      'Alpha',
      'Charlie',
      'Delta',
      'Echo',
      'Contoso · Microsoft',
    ]);
    // It is a choice of this browser.
    await manager.reload();
    await manager.waitFor('cards', () => document.querySelector('.account-items.cards'));
    await manager.click('.segmented label:nth-child(1)');
    await manager.waitFor('a table', () => document.querySelector('.account-items.table'));
    await manager.click('#undo');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
  });

  test('all of it goes by keyboard, and the focus is never lost', async () => {
    await manager.evaluate(focusRow, await rowOf(manager, 'Alpha'));
    await manager.evaluate(press, 'ArrowDown', {});
    expect(await manager.evaluate(focused)).toBe('Bravo');
    await manager.evaluate(press, ' ', {});
    await manager.waitForText('#selected', /^1 account selected/u);
    await manager.evaluate(press, 'ArrowDown', { shiftKey: true });
    await manager.waitForText('#selected', /^2 accounts selected/u);
    await manager.evaluate(press, 'ArrowDown', { altKey: true });
    await waitForNames(manager, [
      'Alpha',
      'Bravo',
      'Delta',
      'Charlie',
      'Echo',
      'Contoso · Microsoft',
    ]);
    await manager.waitFor(
      'the focus in the row',
      () =>
        document.activeElement?.closest('.account-item')?.querySelector('.issuer')?.textContent ===
        'Charlie',
    );
    await manager.evaluate(press, 'ArrowUp', { altKey: true });
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
    // Keys come faster than answers.
    await manager.evaluate(pressTwice, 'ArrowDown');
    await waitForNames(manager, [
      'Alpha',
      'Bravo',
      'Delta',
      'Echo',
      'Charlie',
      'Contoso · Microsoft',
    ]);
    await manager.evaluate(pressTwice, 'ArrowUp');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
    await manager.evaluate(press, 'End', {});
    expect(await manager.evaluate(focused)).toBe('Contoso · Microsoft');
    await manager.evaluate(focusRow, await rowOf(manager, 'Echo'));
    await manager.evaluate(press, 'Enter', {});
    await manager.waitForText('.account-details h2', /^Echo$/u);
    await manager.evaluate(focusIn, '.account-details [data-action="edit-here"]');
    await manager.evaluate(press, 'Escape', {});
    await manager.waitFor('no details', () => !document.querySelector('.account-details'));
    await manager.waitFor('the focus in the row', () =>
      document.activeElement?.matches('.account-item [data-action="details"]'),
    );
    await manager.click('#clear-selection');
  });

  test('details say what is known, and its names change where they stand', async () => {
    await manager.click(await at(manager, 'Contoso · Microsoft', 'details'));
    await manager.waitForText('[data-detail="kind"] dd', /work/iu);
    await manager.waitForText('[data-detail="used"] dd', /^Not yet$/u);
    await manager.waitForText('[data-action="methods"]', /./u);
    await manager.click('[data-action="edit-here"]');
    await manager.type('#name-account', '.test');
    await manager.type('#edit-elsewhere', 'Phone');
    await manager.click('#save-edit');
    await manager.waitForText('[data-detail="account"] dd', /^alex@contoso\.example\.test$/u);
    await manager.waitForText('[data-detail="elsewhere"] dd', /^Phone$/u);
    await manager.waitFor('the focus', () =>
      document.activeElement?.matches('[data-action="edit-here"]'),
    );
  });

  test('an account has a picture of its own, and the one of its issuer again', async () => {
    const picture = await write('own.png', await qrPng('picture'));
    await manager.click('[data-action="edit-here"]');
    await manager.setFiles('#image-file', [picture]);
    await manager.waitForText('#remove-image', /./u);
    await manager.click('#save-edit');
    await manager.waitFor('the picture', () =>
      document.querySelector('tr [src^="data:image/png"]'),
    );
    await manager.click('[data-action="edit-here"]');
    await manager.click('#remove-image');
    await manager.click('#save-edit');
    await manager.waitFor(
      'no picture',
      () => !document.querySelector('.account-details [src^="data:"], tr [src^="data:"]'),
    );
    await manager.click('[data-action="close-details"]');
  });

  test('groups are added, renamed, put in order and removed', async () => {
    await manager.click('#manage-groups');
    await manager.waitForText('#groups-dialog', /Clients/u);
    await manager.type('#group-name', 'Team');
    await manager.click('#add-group');
    await waitForGroups(manager, ['Clients', 'Team']);
    await manager.click('#groups-dialog li:nth-child(2) [data-action="up"]');
    await waitForGroups(manager, ['Team', 'Clients']);
    await manager.click('#groups-dialog li:nth-child(1) [data-action="rename"]');
    await manager.type('#group-new-name', ' A');
    await manager.click('#rename-group');
    await manager.waitForText('#groups-dialog .said', /The group is called/u);
    await manager.click('#groups-dialog li:nth-child(2) [data-action="remove"]');
    await manager.waitFor(
      'one group',
      () => document.querySelectorAll('#groups-dialog li').length === 1,
    );
    await manager.waitForText('#groups-dialog .said', /“Clients” is gone/u);
    await manager.click('#close-groups');
  });

  test('codes are hidden where their user wants that', async () => {
    await manager.click('a[href="#settings"]');
    await manager.click('#hide-codes');
    await manager.waitForText('.settings .said', /./u);
    await world().browser.killBackground();
    await manager.reload();
    await manager.waitFor(
      'the choice',
      () => document.querySelector<HTMLInputElement>('#hide-codes')?.checked,
    );
    await manager.click('#hide-codes');
    await manager.waitFor(
      'the other choice',
      () => document.querySelector<HTMLInputElement>('#hide-codes')?.checked === false,
    );
  });

  test('speaks the language that is chosen, as the popup does, and the browser’s again', async () => {
    const { browser } = world();
    await manager.click('a[href="#settings"]');
    for (const [language, direction] of [
      ['de', 'ltr'],
      ['ar', 'rtl'],
    ] as const) {
      await choose(manager, '#language', language);
      await waitForLanguage(manager, language, direction);
      const title = await manager.waitForText('main[data-place="settings"] h1', /./u);
      expect(title).toBe(await sentence(language, 'settingsTitle'));
      const popup = await browser.newPage(browser.extensionUrl('popup.html'));
      await waitForLanguage(popup, language, direction);
      await popup.close();
    }
    await choose(manager, '#language', '');
    await waitForLanguage(manager, 'en', 'ltr');
    await manager.waitForText('main[data-place="settings"] h1', /^Settings$/u);
  });

  test('says which version it is, and whose work is in it', async () => {
    await manager.click('a[href="#about"]');
    await manager.waitForText('#version', /^Version \d+\.\d+\.\d+$/u);
    await manager.waitForText('#notices', /work of others/u);
    await manager.click('a[href="#accounts"]');
  });

  test('a thousand accounts stay at hand: found, selected, grouped', async () => {
    const uris = Array.from({ length: 1000 }, (_, index) =>
      uriOf(`Site ${index}`, `user${index % 300}`, 1000 + index),
    );
    await manager.evaluate(addAll, uris);
    await manager.waitForText('#range', /^1–50 of 1,006$/u);
    expect(await manager.evaluate(countRows)).toBe(50);
    await manager.type('#search', 'user299');
    await manager.waitForText('#range', /^1–3 of 3$/u);
    await manager.evaluate(clear, '#search');
    await manager.type('#search', 'site');
    await manager.waitForText('#range', /^1–50 of 1,000$/u);
    await manager.click('#select-page');
    await manager.waitForText('#selected', /^50 accounts selected/u);
    await manager.click('#select-found');
    await manager.waitForText('#selected', /^1,000 accounts selected/u);
    await manager.click('#bulk-group');
    await manager.click('#group-dialog [value="new"]');
    await manager.type('#new-group', 'Sites');
    await manager.click('#choose-group');
    await manager.waitForText('.manager', /1,000 accounts are in “Sites” now/u);
    await manager.click('#clear-selection');
    await manager.evaluate(clear, '#search');
    await choose(manager, '#filter-group', 'No group');
    await waitForNames(manager, [...FIRST, 'Contoso · Microsoft']);
  });
});

function uriOf(issuer: string, account: string, index: number): string {
  const name = encodeURIComponent(issuer);
  return `otpauth://totp/${name}:${account}?secret=${secretOf(index)}&issuer=${name}`;
}

/** Runs in the manager: adds accounts by messages, as its place for that does, a hundred at a time. */
async function addAll(uris: readonly string[]): Promise<void> {
  const ask = async (name: string, request: unknown) => {
    const reply = await chrome.runtime.sendMessage({ name, request });
    if (!reply.ok) throw new Error(reply.code);
    return reply.response;
  };
  for (let from = 0; from < uris.length; from += 100) {
    const page = crypto.randomUUID();
    const texts = uris.slice(from, from + 100);
    const { findings } = await ask('intake.read', { page, texts, keep: false });
    const accounts = findings.map(({ id, issuer }: { id: string; issuer: string }) => ({
      findingId: id,
      ...(issuer === 'Microsoft' && { accountKind: 'work' }),
    }));
    await ask('intake.add', { page, accounts });
  }
}

/** Out of the file that the package has of the language. */
async function sentence(language: string, key: string): Promise<string> {
  const file = new URL(`../../public/_locales/${language}/messages.json`, import.meta.url);
  return JSON.parse(await readFile(file, 'utf8'))[key].message;
}

async function waitForLanguage(page: Page, language: string, direction: string): Promise<void> {
  await page.waitFor(
    `a page in ${language}`,
    (lang, dir) => {
      const { documentElement, body } = document;
      const isSaid = body.innerText.trim() !== '';
      return isSaid && documentElement.lang.startsWith(lang) && documentElement.dir === dir;
    },
    language,
    direction,
  );
}

async function waitForNames(page: Page, names: readonly string[]): Promise<void> {
  await page.waitFor(
    `the accounts ${names.join(', ')}`,
    (expected) =>
      [...document.querySelectorAll('.account-item .issuer')]
        .map(({ textContent }) => textContent)
        .join('|') === expected,
    names.join('|'),
  );
}

async function waitForGroups(page: Page, names: readonly string[]): Promise<void> {
  await page.waitFor(
    `the groups ${names.join(', ')}`,
    (expected) =>
      [...document.querySelectorAll('.group-name')]
        .map(({ textContent }) => textContent)
        .join('|') === expected,
    names.join('|'),
  );
}

/** What selects the row of an account. */
async function rowOf(page: Page, issuer: string): Promise<string> {
  const id = await page.waitFor(
    `the account ${issuer}`,
    (name) =>
      [...document.querySelectorAll<HTMLElement>('.account-item')].find(
        (item) => item.querySelector('.issuer')?.textContent === name,
      )?.dataset['id'],
    issuer,
  );
  return `.account-item[data-id="${id}"]`;
}

/** What selects one of the controls of an account. */
async function at(page: Page, issuer: string, action: string): Promise<string> {
  return `${await rowOf(page, issuer)} [data-action="${action}"]`;
}

/** Chooses by what a choice is called or stands for, once it is there. */
async function choose(page: Page, selector: string, wanted: string): Promise<void> {
  await page.waitFor(
    `${wanted} in ${selector}`,
    (field, text) => {
      const select = document.querySelector<HTMLSelectElement>(field);
      const option = [...(select?.options ?? [])].find(
        ({ value, label }) => value === text || label.startsWith(text),
      );
      if (!select || !option) return false;
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    selector,
    wanted,
  );
}

function shiftClick(selector: string): void {
  document
    .querySelector(selector)
    ?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true }));
}

function scrollToList(): void {
  document.querySelector('.account-items')?.scrollIntoView({ behavior: 'instant' });
}

function focusRow(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function focusIn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

function pressTwice(key: string): void {
  for (let times = 0; times < 2; times += 1) {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
    );
  }
}

function press(key: string, held: { altKey?: boolean; shiftKey?: boolean }): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, ...held, bubbles: true, cancelable: true }),
  );
}

/** Runs in the page: whose row has the focus itself. */
function focused(): string | null | undefined {
  return document.activeElement?.matches('.account-item')
    ? document.activeElement.querySelector('.issuer')?.textContent
    : document.activeElement?.outerHTML;
}

function countRows(): number {
  return document.querySelectorAll('.account-item').length;
}

/** Runs in the page: as a user who selects what stands in a field and deletes it. */
function clear(selector: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return;
  field.value = '';
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
