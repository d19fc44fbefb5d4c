import { describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Browser, Page } from './browsers/browser.ts';
import { confirmAccount } from './enrolment-steps.ts';
import { searchFolder } from './profile-search.ts';
import { addAccount, finishVault, openManager, openSecurityInfo, typeGroups } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const PASSPHRASE = 'seven plain herons over Tallinn';
const CODE = /^[\dA-Z]{4}(-[\dA-Z]{4}){6}$/u;
const PASSKEYS = { prf: true, userVerified: true } as const;

describe('from installed to the first code', () => {
  const world = useWorld({ keepFirstPage: true });
  /** What the user does, each click and each field that he types in; the passkey's own dialogs come on top. */
  const actions: string[] = [];
  const act = async (what: string, action: Promise<unknown>) => {
    actions.push(what);
    await action;
  };
  let page: Page;

  test('its page opens by itself, in a tab', async () => {
    const { browser } = world();
    const first = await browser.waitForExtensionPage('unlock.html');
    await first.waitForText('h1', /Create your passkey/u);
    expect(await currentStep(first)).toBe('Passkey');
    expect(await browser.tabs()).toContain(browser.extensionUrl('unlock.html'));
    await first.close();
    // Somebody who is signed in at Microsoft, as people are who have it open at work.
    await openSecurityInfo(await browser.newPage('about:blank'), MEMBER);
  });

  test('in six actions', async () => {
    const { browser, tenant } = world();
    // Chromium's virtual authenticator belongs to one tab, and so the page is opened in that one.
    page = await openFirstRun(browser);
    await act('click “Create a passkey”', page.click('#create-passkey'));
    await act('click “Confirm with the passkey”', page.click('#confirm-passkey'));
    const recoveryCode = await page.waitForText('#recovery-code', CODE);
    expect(await currentStep(page)).toBe('Recovery code');
    await act('click “I have it on paper”', page.click('#recovery-kept'));
    await act('type two groups into one field', typeGroups(page, recoveryCode));
    await page.waitForText('h1', /first account/u);
    expect(await currentStep(page)).toBe('First account');
    await act('click “Work or school account”', page.click('#first-work'));
    // Countersign walks through Microsoft's wizard and asks once.
    await act('click “Add” in the popup', confirmAccount(browser, /Add Contoso/u));
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.code', /^\d{3}\s?\d{3}$/u);
    expect(actions).toEqual([
      'click “Create a passkey”',
      'click “Confirm with the passkey”',
      'click “I have it on paper”',
      'type two groups into one field',
      'click “Work or school account”',
      'click “Add” in the popup',
    ]);
    await page.bringToFront();
    await page.waitForText('h1', /You are set up/u);
    expect(tenant.refusedCodes()).toBe(0);
  });

  test('and its page has nothing more to say when it is opened again', async () => {
    const { browser } = world();
    page = await openFirstRun(browser);
    await page.waitForText('h1', /is open/u);
  });
});

describe('setting up is left and gone on with', () => {
  const world = useWorld();
  let page: Page;
  let shown: string;

  test('after the passkey was made', async () => {
    const { browser } = world();
    page = await openFirstRun(browser);
    await page.click('#create-passkey');
    await page.waitForText('#confirm-passkey', /Confirm/u);
    page = await leaveAndResume(browser);
    await page.waitForText('h1', /Go on where you left off/u);
    expect(await currentStep(page)).toBe('Passkey');
    await page.click('#confirm-passkey');
    shown = await page.waitForText('#recovery-code', CODE);
  });

  test('while the recovery code was on show: who is not the user does not see it', async () => {
    const { browser } = world();
    page = await leaveAndResume(browser);
    await page.waitForText('h1', /Go on where you left off/u);
    expect(await currentStep(page)).toBe('Recovery code');
    await browser.setUserVerified(false);
    await page.click('#confirm-passkey');
    await page.waitForText('.warning', /not confirmed/u);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).not.toContain(
      shown.slice(0, 4),
    );
    await browser.setUserVerified(true);
    await page.click('#confirm-passkey');
    expect(await page.waitForText('#recovery-code', CODE)).toBe(shown);
  });

  test('while two groups were asked for, over the end of the background', async () => {
    const { browser } = world();
    await page.click('#recovery-kept');
    await page.waitForText('h1', /Type two groups/u);
    await page.goto('about:blank');
    await browser.killBackground();
    page = await openFirstRun(browser);
    await page.click('#confirm-passkey');
    expect(await page.waitForText('#recovery-code', CODE)).toBe(shown);
  });

  test('wrong groups are named as soon as they are whole, and change nothing', async () => {
    await page.click('#recovery-kept');
    await page.type('#typed-groups', 'UUUU UUUU');
    await page.waitForText('.warning', /Group \d is not right/u);
    expect(await vaultState(page)).toBe('none');
    await page.click('#show-recovery-code');
    expect(await finishVault(page)).toBe(shown);
  });

  test('before the first account; the vault is locked on the way', async () => {
    const { browser } = world();
    page = await leaveAndResume(browser);
    await page.waitForText('h1', /first account/u);
    const popup = await browser.openPopup();
    await popup.click('#lock');
    await popup.waitForText('main', /locked/u);
    page = await openFirstRun(browser);
    await page.click('#unlock-passkey');
    await page.waitForText('h1', /first account/u);
  });

  test('how to pin the button is said where it is not in view', async () => {
    const { browser } = world();
    const { isOnToolbar } = await browser.background(() => chrome.action.getUserSettings());
    // The harness pins it in Firefox.
    expect(isOnToolbar).toBe(browser.name === 'firefox');
    if (isOnToolbar) expect(await page.evaluate(hasPinHint)).toBe(false);
    else await page.waitForText('#pin-hint', /puzzle piece/u);
  });

  test('until it is put off, which is remembered', async () => {
    const { browser } = world();
    await page.click('#first-later');
    await page.waitForText('h1', /You are set up/u);
    page = await leaveAndResume(browser);
    await page.waitForText('h1', /Countersign is open/u);
  });
});

describe('the first account', () => {
  const world = useWorld();

  test('comes from the manager as well, and the page hears of it', async () => {
    const { browser } = world();
    const page = await openFirstRun(browser);
    await page.click('#create-passkey');
    await page.click('#confirm-passkey');
    await finishVault(page);
    const manager = await openManager(browser, 'add');
    await addAccount(manager, 'otpauth://totp/Shop:alex?secret=JBSWY3DPEHPK3PXP', /Shop/u);
    await page.bringToFront();
    await page.waitForText('h1', /You are set up/u);
  });
});

describe('without PRF', () => {
  const world = useWorld();
  let page: Page;
  let shown: string;

  test('the passphrase stands in, and what was begun goes on for who types it', async () => {
    const { browser } = world();
    await browser.setAuthenticator({ prf: false, userVerified: true });
    page = await openFirstRun(browser);
    await page.click('#create-passkey');
    await page.waitForText('.warning', /PRF/u);
    await page.type('#passphrase', PASSPHRASE);
    await page.type('#passphrase-again', PASSPHRASE);
    await page.click('#use-passphrase');
    shown = await page.waitForText('#recovery-code', CODE);
    page = await leaveAndResume(browser);
    await page.type('#passphrase', 'seven plain herons over Tartu\n');
    await page.waitForText('.warning', /not the one/u);
    await page.waitForText('h1', /Go on where you left off/u);
    page = await leaveAndResume(browser);
    await page.type('#passphrase', `${PASSPHRASE}\n`);
    expect(await page.waitForText('#recovery-code', CODE)).toBe(shown);
  });

  test('it can be begun anew, with another recovery code', async () => {
    const { browser } = world();
    await browser.setAuthenticator(PASSKEYS);
    page = await leaveAndResume(browser);
    await page.click('#begin-anew');
    await page.click('#create-passkey');
    await page.click('#confirm-passkey');
    const other = await page.waitForText('#recovery-code', CODE);
    expect(other).not.toBe(shown);
    shown = other;
  });

  test('it ends with the browser, and nothing of the code is on the disk', async () => {
    const { browser } = world();
    const canary = `canary-${crypto.randomUUID()}`;
    await browser.background((text) => chrome.storage.local.set({ canary: text }), canary);
    await browser.restart();
    page = await browser.newPage(browser.extensionUrl('unlock.html'));
    await page.waitForText('h1', /Create your passkey/u);
    await browser.quit();
    const texts = { canary, code: shown, 'code without dashes': shown.replaceAll('-', '') };
    const needles = Object.entries(texts).flatMap(([name, text]): [string, Buffer][] => [
      [name, Buffer.from(text)],
      [`${name}, UTF-16`, Buffer.from(text, 'utf16le')],
    ]);
    const { found } = await searchFolder(browser.profile, new Map(needles));
    expect([...found].filter((name) => name !== 'canary, UTF-16')).toEqual(['canary']);
  });
});

async function openFirstRun(browser: Browser): Promise<Page> {
  const page = await browser.ceremonyPage();
  await page.goto(browser.extensionUrl('unlock.html'));
  return page;
}

/** The page is gone, and with it all that it held. */
async function leaveAndResume(browser: Browser): Promise<Page> {
  const page = await browser.ceremonyPage();
  await page.goto('about:blank');
  return openFirstRun(browser);
}

/** As the list of steps tells it. */
function currentStep(page: Page): Promise<string | undefined> {
  return page.waitFor('the step', () =>
    document
      .querySelector<HTMLElement>('.steps [aria-current="step"]')
      ?.innerText.replace(/^\d\s*/u, ''),
  );
}

function vaultState(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.querySelector('main')?.dataset['state']);
}

function hasPinHint(): boolean {
  return document.querySelector('#pin-hint') !== null;
}
