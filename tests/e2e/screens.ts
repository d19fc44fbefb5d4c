import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import { BANK_HOST } from '../tenant/hosts.ts';
import { BANK } from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { awaitDriveEnd, enrolHere, openAddMenu } from './enrolment-steps.ts';
import { accountUris, GROUPS } from './screen-accounts.ts';
import { goToFactor } from './sign-in-steps.ts';
import { openSecurityInfo, typeGroups } from './steps.ts';
import type { World } from './world.ts';

/** One state of one of our pages. */
export interface Screen {
  readonly name: string;
  /** Brings it on show, from where the screen before it left things. */
  readonly open: () => Promise<Page>;
}

export interface Look {
  /** The language of our pages; undefined: the browser's. */
  readonly language?: string;
  /** Of pages of the extension, 1 for none. */
  readonly zoom?: number;
}

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const NO_PRF = { prf: false, userVerified: true } as const;
const PRF = { prf: true, userVerified: true } as const;

/** CSS pixels: as much as many a laptop shows. */
export const SCREEN = { width: 1280, height: 900 } as const;

/** Milliseconds: two cores may have other work than to walk through a wizard. */
const SLOW_MS = 60_000;

/** Something is there to be read, in whatever language. */
const SOME = /./u;

/**
 * Every screen of the extension, in an order in which each follows from the one before: one story, from nothing to a vault
 * of a thousand accounts that is locked. It looks for nothing by its words, which may be of any language.
 */
export function screens(world: () => World, look: Look = {}): readonly Screen[] {
  let manager: Page;
  let popup: Page;
  let site: Page;

  const unlockPage = async (): Promise<Page> => {
    const page = await world().browser.ceremonyPage();
    await page.goto(world().browser.extensionUrl('unlock.html'));
    await page.waitForText('h1', SOME);
    return page;
  };
  /** In the one tab in which passkeys work. */
  const managerAt = async (place: string): Promise<Page> => {
    const { browser } = world();
    manager = await browser.ceremonyPage();
    await manager.goto(browser.extensionUrl(`manager.html#${place}`));
    await manager.waitForText('h1', SOME);
    return manager;
  };
  /** Over a tab with nothing in it, or over what stands there. */
  const openPopup = async (over: Page = site): Promise<Page> => {
    await over.bringToFront();
    popup = await world().browser.openPopup();
    await popup.waitForText('main', SOME);
    return popup;
  };
  const popupOfMany = async (): Promise<Page> => {
    await openPopup();
    await popup.waitForText('[data-row="0"] .code', SOME);
    return popup;
  };
  const row = (index: number, action: string): string =>
    `.account-items tbody .account-item:nth-of-type(${index}) [data-action="${action}"]`;

  return [
    {
      name: 'first-run-passkey',
      async open() {
        const { browser } = world();
        const page = await unlockPage();
        await page.evaluate((code) => {
          if (code) localStorage.setItem('countersign:language', code);
        }, look.language ?? '');
        if (look.zoom) await browser.background(zoomPages, look.zoom);
        await page.reload();
        await page.waitForText('#create-passkey', SOME);
        site = await browser.newPage('about:blank');
        return unlockPage();
      },
    },
    {
      name: 'popup-without-vault',
      async open() {
        await openPopup();
        await popup.waitForText('.primary', SOME);
        return popup;
      },
    },
    {
      name: 'first-run-passphrase',
      async open() {
        await world().browser.setAuthenticator(NO_PRF);
        const page = await unlockPage();
        await page.click('#create-passkey');
        await page.type('#passphrase', 'seven plain herons');
        await page.waitForText('#strength-word', SOME);
        return page;
      },
    },
    {
      name: 'first-run-confirm',
      async open() {
        await world().browser.setAuthenticator(PRF);
        const page = await unlockPage();
        await page.click('#create-passkey');
        await page.waitForText('#confirm-passkey', SOME);
        return page;
      },
    },
    {
      name: 'first-run-refused',
      async open() {
        const { browser } = world();
        const page = await browser.ceremonyPage();
        await browser.setUserVerified(false);
        await page.click('#confirm-passkey');
        await page.waitForText('.warning', SOME);
        await browser.setUserVerified(true);
        return page;
      },
    },
    {
      name: 'first-run-recovery-code',
      async open() {
        const page = await world().browser.ceremonyPage();
        await page.click('#confirm-passkey');
        await page.waitForText('#recovery-code', SOME);
        return page;
      },
    },
    {
      name: 'first-run-wrong-groups',
      async open() {
        const page = await world().browser.ceremonyPage();
        await page.click('#recovery-kept');
        await page.type('#typed-groups', 'UUUU UUUU');
        await page.waitForText('.warning', SOME);
        return page;
      },
    },
    {
      name: 'first-run-account',
      async open() {
        const page = await world().browser.ceremonyPage();
        await page.click('#show-recovery-code');
        const code = await page.waitForText('#recovery-code', SOME);
        await page.click('#recovery-kept');
        await typeGroups(page, code);
        await page.waitForText('#first-work', SOME);
        return page;
      },
    },
    {
      name: 'first-run-done',
      async open() {
        const page = await world().browser.ceremonyPage();
        await page.click('#first-later');
        await page.waitForText('main[data-state="open"] h1', SOME);
        return page;
      },
    },
    {
      name: 'popup-empty',
      async open() {
        await openPopup();
        await popup.waitForText('#add-work', SOME);
        return popup;
      },
    },
    {
      name: 'accounts-empty',
      async open() {
        await managerAt('accounts');
        // No story of five minutes, as nobody touches this computer's mouse meanwhile.
        await world().browser.background(renewVerification);
        await manager.evaluate(neverLockWhenIdle);
        return manager;
      },
    },
    {
      name: 'add',
      async open() {
        await managerAt('add');
        await manager.waitForText('#read-text', SOME);
        return manager;
      },
    },
    {
      name: 'add-not-understood',
      async open() {
        await manager.type('#add-text', 'otpauth://totp/Shop:alex?secret=1');
        await manager.click('#read-text');
        await manager.waitForText('.found .warning', SOME);
        return manager;
      },
    },
    {
      name: 'add-found',
      async open() {
        await managerAt('about');
        await managerAt('add');
        await manager.type('#add-text', accountUris(1)[0] ?? '');
        await manager.click('#read-text');
        await manager.waitForText('#add-found', SOME);
        return manager;
      },
    },
    {
      name: 'add-done',
      async open() {
        await manager.click('#add-found');
        await manager.waitForText('#add-said', SOME);
        return manager;
      },
    },
    {
      name: 'popup-one-account',
      open: popupOfMany,
    },
    {
      name: 'accounts-one',
      async open() {
        await managerAt('accounts');
        await manager.waitForText('#range', SOME);
        return manager;
      },
    },
    {
      name: 'accounts-table',
      async open() {
        await manager.evaluate(addAll, accountUris(20).slice(1));
        await manager.evaluate(arrange, GROUPS);
        await manager.reload();
        await manager.waitFor(
          'twenty accounts',
          () => document.querySelectorAll('.account-item').length === 20,
        );
        return manager;
      },
    },
    {
      name: 'accounts-cards',
      async open() {
        await manager.click('.segmented label:nth-child(2)');
        await manager.waitFor('cards', () => document.querySelector('.account-items.cards'));
        return manager;
      },
    },
    {
      name: 'accounts-details',
      async open() {
        await manager.click('.segmented label:nth-child(1)');
        await manager.click(row(1, 'details'));
        await manager.waitForText('.account-details h2', SOME);
        return manager;
      },
    },
    {
      name: 'accounts-edit',
      async open() {
        await manager.click('[data-action="edit-here"]');
        await manager.waitForText('#save-edit', SOME);
        return manager;
      },
    },
    {
      name: 'accounts-selection',
      async open() {
        await manager.click('#cancel-edit');
        await manager.click('[data-action="close-details"]');
        for (const index of [2, 3, 4]) await manager.click(row(index, 'select'));
        await manager.waitForText('#selected', SOME);
        return manager;
      },
    },
    ...(['group', 'move', 'delete'] as const).map((verb) => ({
      name: `accounts-${verb}-dialog`,
      async open() {
        // Each dialog is left by the key that leaves all of them.
        await manager.evaluate(closeDialogs);
        await manager.click(`#bulk-${verb}`);
        await manager.waitForText('dialog[open] h2', SOME);
        return manager;
      },
    })),
    {
      name: 'accounts-groups-dialog',
      async open() {
        await manager.evaluate(closeDialogs);
        await manager.click('#clear-selection');
        await manager.click('#manage-groups');
        await manager.waitForText('#groups-dialog li:first-child', SOME);
        return manager;
      },
    },
    {
      name: 'accounts-nothing-fits',
      async open() {
        await manager.evaluate(closeDialogs);
        await manager.type('#search', 'zzzz');
        await manager.waitForText('.accounts > .quiet-text', SOME);
        return manager;
      },
    },
    {
      name: 'accounts-reveal-dialog',
      async open() {
        await manager.reload();
        await manager.click(row(1, 'details'));
        await manager.click('[data-action="reveal"]');
        await manager.waitForText('dialog[open] h2', SOME);
        return manager;
      },
    },
    {
      name: 'bin',
      async open() {
        await manager.evaluate(closeDialogs);
        await manager.evaluate(binLast, 2);
        await managerAt('bin');
        await manager.waitForText('#empty-bin', SOME);
        return manager;
      },
    },
    {
      name: 'bin-empty-dialog',
      async open() {
        await manager.click('#empty-bin');
        await manager.waitForText('#empty-bin-dialog h2', SOME);
        return manager;
      },
    },
    {
      name: 'security',
      async open() {
        await manager.evaluate(closeDialogs);
        await managerAt('security');
        await manager.waitForText('#set-passphrase', SOME);
        return manager;
      },
    },
    {
      name: 'security-passphrase-dialog',
      async open() {
        await manager.click('#set-passphrase');
        await manager.waitForText('dialog[open] h2', SOME);
        return manager;
      },
    },
    ...(['settings', 'shortcuts', 'clock', 'about'] as const).map((place) => ({
      name: place,
      async open() {
        await manager.evaluate(closeDialogs);
        await managerAt(place);
        await manager.waitFor('nothing on its way', () => !document.querySelector('[aria-busy]'));
        return manager;
      },
    })),
    { name: 'popup-accounts', open: popupOfMany },
    {
      name: 'popup-row-menu',
      async open() {
        await popup.evaluate(enterFirstRow);
        await popup.click('[data-row="0"] > .icon-button');
        await popup.waitForText('[data-item="pin"]', SOME);
        return popup;
      },
    },
    {
      name: 'popup-add-menu',
      async open() {
        await popupOfMany();
        await openAddMenu(popup);
        await popup.waitForText('[data-item="add-work"]', SOME);
        return popup;
      },
    },
    {
      name: 'popup-search',
      async open() {
        await popupOfMany();
        await popup.type('#search', 'git');
        await popup.waitFor(
          'few accounts',
          () => document.querySelectorAll('.code-row').length < 4,
        );
        return popup;
      },
    },
    {
      name: 'popup-nothing-found',
      async open() {
        await popup.type('#search', 'zzzz');
        await popup.waitFor('no account', () => !document.querySelector('.code-row'));
        return popup;
      },
    },
    {
      name: 'popup-hidden-codes',
      async open() {
        await popupOfMany();
        await popup.click('#hide-codes');
        await popup.waitForText('[data-row="0"] .code', /•••/u);
        return popup;
      },
    },
    {
      name: 'side-panel',
      async open() {
        const { browser } = world();
        await popup.click('#hide-codes');
        await popup.waitForText('[data-row="0"] .code', /\d/u);
        const panel = await browser.newPage(browser.extensionUrl('sidepanel.html'));
        await panel.waitForText('[data-row="0"] .code', SOME);
        return panel;
      },
    },
    {
      name: 'popup-offer',
      async open() {
        await site.bringToFront();
        await openSecurityInfo(site, MEMBER);
        await enrolHere(world().browser);
        popup = await world().browser.waitForExtensionPage('popup.html');
        await popup.waitForText('.offer h2', SOME, SLOW_MS);
        return popup;
      },
    },
    {
      name: 'popup-added',
      async open() {
        await popup.click('.offer .primary');
        await awaitDriveEnd(world().browser);
        await site.bringToFront();
        await site.waitForText('#methods', /authenticator/iu);
        return openPopup(site);
      },
    },
    {
      name: 'popup-choosing',
      async open() {
        await site.bringToFront();
        await site.goto(`${BANK}/sign-in/plain?user=alex`);
        await openPopup(site);
        await popup.click('#use-here');
        await popup.waitForText('#choosing', SOME);
        return popup;
      },
    },
    {
      name: 'popup-bind',
      async open() {
        await popup.evaluate(() =>
          document.querySelector<HTMLElement>('#choosing .choose')?.click(),
        );
        await popup.waitForText('#bind .host', new RegExp(BANK_HOST, 'u'));
        return popup;
      },
    },
    {
      name: 'approve',
      async open() {
        await managerAt('accounts');
        await manager.evaluate(askFirst, MEMBER.person.address);
        await manager.goto('about:blank');
        await goToFactor(world(), site, MEMBER);
        const window = await world().browser.waitForExtensionPage('approve.html');
        await window.waitForText('main[data-state="shown"] h1', SOME);
        return window;
      },
    },
    {
      name: 'popup-approval',
      async open() {
        await openPopup(site);
        await popup.waitForText('main', SOME);
        return popup;
      },
    },
    {
      name: 'approve-confirm',
      async open() {
        const { browser } = world();
        await site.bringToFront();
        const number = await poll('the number', async () => {
          const badge = await browser.badgeText();
          return /^\d\d$/u.test(badge) ? badge : undefined;
        });
        const window = await browser.waitForExtensionPage('approve.html');
        await window.click(`[data-number="${number}"]`);
        await window.waitForText('main[data-state="picked"] h1', SOME);
        return window;
      },
    },
    {
      name: 'approve-not-me',
      async open() {
        const window = await world().browser.waitForExtensionPage('approve.html');
        await window.click('#not-me');
        await window.waitForText('#ending h1', SOME);
        return window;
      },
    },
    {
      name: 'accounts-thousand',
      async open() {
        await managerAt('accounts');
        await manager.evaluate(addAll, accountUris(1000).slice(20));
        await manager.reload();
        await manager.waitFor(
          'a page of fifty',
          () => document.querySelectorAll('.account-item').length === 50,
        );
        return manager;
      },
    },
    { name: 'popup-thousand-accounts', open: popupOfMany },
    {
      name: 'popup-locked',
      async open() {
        await popup.click('#lock');
        await popup.waitFor('the lock', () => !document.querySelector('.code-row, .bound-row'));
        await popup.waitForText('.primary', SOME);
        return popup;
      },
    },
    {
      name: 'unlock',
      async open() {
        const page = await unlockPage();
        await page.waitForText('#unlock-passkey', SOME);
        return page;
      },
    },
    {
      name: 'unlock-refused',
      async open() {
        const { browser } = world();
        const page = await browser.ceremonyPage();
        await browser.setUserVerified(false);
        await page.click('#unlock-passkey');
        await page.waitForText('.warning', SOME);
        await page.click('summary');
        await browser.setUserVerified(true);
        return page;
      },
    },
    {
      name: 'manager-locked',
      open: () => managerAt('accounts'),
    },
  ];
}

/** These run in the background. Browsers keep it for all pages of one site, and ours are one to them. */
async function zoomPages(factor: number): Promise<void> {
  const ours = chrome.runtime.getURL('/unlock.html');
  const tab = (await chrome.tabs.query({})).find(({ url }) => url === ours);
  if (tab?.id === undefined) throw new Error('No page of ours is open');
  await chrome.tabs.setZoom(tab.id, factor);
}

/** As if its user had just confirmed who he is. */
async function renewVerification(): Promise<void> {
  const { 'vault.open': open } = await chrome.storage.session.get('vault.open');
  await chrome.storage.session.set({
    'vault.open': { ...(open as object), verifiedAt: Date.now() },
  });
}

/** These run in the manager, and ask by messages what its buttons ask. */
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

async function neverLockWhenIdle(): Promise<void> {
  const request = { lockWhenIdleMinutes: null };
  const reply = await chrome.runtime.sendMessage({ name: 'settings.set', request });
  if (!reply.ok) throw new Error(reply.code);
}

/** As a user has who has been here for some time: pinned accounts, groups, codes that were used. */
async function arrange(groups: readonly [string, string]): Promise<void> {
  const ask = async (name: string, request: unknown) => {
    const reply = await chrome.runtime.sendMessage({ name, request });
    if (!reply.ok) throw new Error(`${name}: ${reply.code}`);
    return reply.response;
  };
  const { accounts } = await ask('accounts.list', { query: '', from: 0, count: 50 });
  const ids: string[] = accounts.map(({ id }: { id: string }) => id);
  for (const [index, name] of groups.entries()) {
    const { id } = await ask('groups.add', { name });
    await ask('accounts.setGroup', { ids: ids.slice(index * 6, index * 6 + 5), group: id });
  }
  await ask('accounts.pin', { ids: [ids[4], ids[1]], pinned: true });
  for (const id of ids.slice(0, 7)) await ask('accounts.used', { id });
}

async function binLast(count: number): Promise<void> {
  const { response } = await chrome.runtime.sendMessage({
    name: 'accounts.list',
    request: { query: '', from: 0, count: 50 },
  });
  const ids = response.accounts.slice(-count).map(({ id }: { id: string }) => id);
  await chrome.runtime.sendMessage({ name: 'accounts.delete', request: { ids } });
}

async function askFirst(address: string): Promise<void> {
  const { response } = await chrome.runtime.sendMessage({
    name: 'accounts.list',
    request: { query: address, from: 0, count: 1 },
  });
  const [{ id }] = response.accounts;
  const filling = { id, mode: 'ask', submits: false, insteadOfPush: false };
  await chrome.runtime.sendMessage({ name: 'accounts.setFilling', request: filling });
}

/** Runs in the popup: the mouse comes to a row, whose menu is there then. */
function enterFirstRow(): void {
  document.querySelector('[data-row="0"]')?.dispatchEvent(new PointerEvent('pointerenter'));
}

function closeDialogs(): void {
  for (const dialog of document.querySelectorAll('dialog')) dialog.close();
}
