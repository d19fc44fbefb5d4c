import { describe, expect, test } from 'vitest';
import { base32 } from '../tenant/base32.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { addAccount, createVault, finishVault, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const uri = (name: string, byte: number) =>
  `otpauth://totp/${name}?secret=${base32(new Uint8Array(20).fill(byte))}`;
const ADDED = /is in the vault/u;

describe('the storage', () => {
  const world = useWorld();
  let manager: Page;

  test('is full: the change is told as not saved, everything before it is there', async () => {
    const { browser } = world();
    await createVault(browser);
    manager = await openManager(browser, 'add');
    await addAccount(manager, uri('One', 1), ADDED);
    await browser.background(setDiskFull, true);
    await manager.type('#add-text', uri('Two', 2));
    await manager.click('#read-text');
    await manager.click('#add-found');
    await manager.waitForText('.add > .warning', /full/u);
    const popup = await openPopupPage(browser);
    await popup.waitForText('.popup > .warning', /full/u);
    await popup.close();
    await awaitNamesAfterRestartOfBackground(browser, ['One']);

    await manager.reload();
    await browser.background(setDiskFull, false);
    await addAccount(manager, uri('Two', 2), ADDED);
    await awaitNamesAfterRestartOfBackground(browser, ['One', 'Two']);
  });

  test('lost the newest state: the one before it is used, and what is missing is told', async () => {
    const { browser } = world();
    await browser.background(breakNewest);
    await browser.killBackground();
    const popup = await openPopupPage(browser);
    await popup.waitForText('.notice.warning', /added “Two”/u);
    expect(await namesOf(popup)).toEqual(['One']);
    await popup.close();
    // What comes then is saved, and the damaged state stays for an export.
    await manager.reload();
    await addAccount(manager, uri('Three', 3), ADDED);
    await awaitNamesAfterRestartOfBackground(browser, ['One', 'Three']);
    await manager.goto(browser.extensionUrl('manager.html#damaged'));
    await manager.waitForText('[data-generation]', /added “Two”/u);
    const bytes = await manager.evaluate(readDamaged);
    expect(bytes.slice(0, 4)).toBe('CSGN');
    expect(bytes.length).toBeGreaterThan(500);
  });

  test('was deleted under an open vault: it is put back', async () => {
    const { browser } = world();
    await browser.background(deleteDatabase);
    const popup = await openPopupPage(browser);
    await popup.waitForText('.code-list', /Three/u);
    await popup.close();
    await awaitNamesAfterRestartOfBackground(browser, ['One', 'Three']);
  });

  test('was deleted while nobody had it open: that is told, and not taken for a new start', async () => {
    const { browser } = world();
    await manager.goto('about:blank');
    await browser.killBackground();
    await browser.background(deleteDatabase);
    await browser.killBackground();
    const popup = await openPopupPage(browser);
    await popup.waitForText('main', /storage is gone/u);
    await popup.close();
    const page = await browser.ceremonyPage();
    await page.goto(browser.extensionUrl('unlock.html'));
    await page.waitForText('.warning', /storage is gone/u);
    await page.click('#missing-understood');
    await page.click('#start-anew');
    await page.click('#create-passkey');
    await page.click('#confirm-passkey');
    await finishVault(page);
  });

  test('is of a newer version: every page says so, and asks again when told to', async () => {
    const { browser } = world();
    await browser.killBackground();
    await browser.background(raiseVersion);
    // What it may have read before that is forgotten.
    await browser.killBackground();
    for (const path of ['manager.html', 'unlock.html', 'popup.html']) {
      const page = await browser.newPage(browser.extensionUrl(path));
      await page.waitForText('main > .warning', /newer Countersign/u);
      await page.evaluate(markAnswer);
      await page.click('#try-again');
      await page.waitForText('main > .warning:not([data-old])', /newer Countersign/u);
      await page.close();
    }
    const popup = await openPopupPage(browser);
    await popup.waitForText('main > .warning', /newer Countersign/u);
    await browser.background(deleteDatabase);
    await popup.click('#try-again');
    await popup.waitForText('main', /storage is gone/u);
    await popup.close();
  });
});

/** The popup in a tab, which stays open when something else takes the focus. */
function openPopupPage(browser: Browser): Promise<Page> {
  return browser.newPage(browser.extensionUrl('popup.html'));
}

/** What the popup remembers may be a moment older than the death of the background; then it asks. */
async function awaitNamesAfterRestartOfBackground(
  browser: Browser,
  names: readonly string[],
): Promise<void> {
  await browser.killBackground();
  const popup = await openPopupPage(browser);
  await popup.waitForText('.code-list', /\d{3} \d{3}/u);
  await expect.poll(() => namesOf(popup), { timeout: 20_000 }).toEqual(names);
  await popup.close();
}

function namesOf(popup: Page): Promise<string[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll('.code-row .account')].map(
      ({ textContent }) => textContent ?? '',
    ),
  );
}

/** Lets every write fail as on a full disk, or no more. */
function setDiskFull(full: boolean): void {
  // In Firefox a function reaches the page's own classes only through this.
  const page = (self as unknown as { wrappedJSObject?: typeof globalThis }).wrappedJSObject ?? self;
  const store = (page as typeof globalThis).IDBObjectStore.prototype;
  const held = store as unknown as { realAdd?: IDBObjectStore['add'] };
  held.realAdd ??= store.add;
  const refuse = () => {
    throw new DOMException('no space left', 'QuotaExceededError');
  };
  store.add = full ? refuse : held.realAdd;
}

/** Flips a bit of the last byte, which is the seal's, of the newest state. */
async function breakNewest(): Promise<void> {
  const settled = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const database = await settled(indexedDB.open('countersign'));
  const rows = await settled(
    database.transaction('generations').objectStore('generations').getAll(),
  );
  const { generation, savedAt, sealed, change } = rows.at(-1);
  // A blob gives bytes that may be touched; in Firefox, those of the page's own array may not.
  const broken = new Uint8Array(await new Blob([sealed]).arrayBuffer());
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  const store = database.transaction('generations', 'readwrite').objectStore('generations');
  await settled(store.put({ generation, savedAt, sealed: broken, change }));
  database.close();
}

/** As a newer Countersign may leave it behind. */
function raiseVersion(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('countersign', 1000);
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
    opening.onerror = () => reject(opening.error);
  });
}

function markAnswer(): void {
  document.querySelector('main > .warning')?.setAttribute('data-old', '');
}

function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const deleting = indexedDB.deleteDatabase('countersign');
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => reject(deleting.error);
  });
}

/** The damaged state that the page lists first, as text of one byte each. */
async function readDamaged(): Promise<string> {
  const generation = Number(
    document.querySelector('[data-generation]')?.getAttribute('data-generation'),
  );
  const reply = await chrome.runtime.sendMessage({ name: 'damaged.read', request: { generation } });
  return atob(reply.response.sealed);
}
