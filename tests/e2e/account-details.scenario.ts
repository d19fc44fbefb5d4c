import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { decodeBase32 } from '../../src/otp/base32.ts';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri.ts';
import { referenceCode } from '../otp/reference.ts';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import { SHOP_HOST } from '../tenant/hosts.ts';
import { readPicture } from '../tenant/read-picture.ts';
import { ageVerification } from './age-verification.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { accountsOf, awaitDriveEnd, confirmAccount, enrolHere } from './enrolment-steps.ts';
import { useFolder } from './picture-files.ts';
import { SHOP, scanFromPopup, showCode } from './scan-steps.ts';
import { createVault, openSecurityInfo, securityInfoUrl, unlockByPasskey } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const { address } = PEOPLE.alex;

describe('an account in the manager', () => {
  const world = useWorld();
  const write = useFolder();
  let page: Page;
  let manager: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
  });

  /**
   * Adds a new account of this name at the shop, which becomes the one that its codes belong to.
   *
   * @param grant the answer to the browser that asks for the site; undefined where it does not ask
   */
  async function addAtShop(name: string, question: RegExp, grant?: boolean): Promise<void> {
    const { browser } = world();
    const { length } = await accountsOf(browser);
    await showCode(page, `as=img&account=${name}`);
    const popup = await scanFromPopup(browser);
    await popup.waitForText('.offer', question);
    await popup.click('#add-account-here');
    if (grant !== undefined) await browser.answerPermission(grant);
    const isThere = async () => (await accountsOf(browser)).length > length || undefined;
    await poll(`${name} in the vault`, isThere);
  }

  /** In the page in which a user can verify, at the accounts. */
  async function openAccounts(): Promise<void> {
    const { browser } = world();
    manager = await browser.ceremonyPage();
    await manager.goto(browser.extensionUrl('manager.html#accounts'));
    await manager.waitForText('.manager h1', /./u);
  }

  /** What selects the rows of accounts of this name, oldest first. */
  async function rowsOf(name: string): Promise<string[]> {
    const ids = await manager.waitFor(
      `the rows of ${name}`,
      (account) => {
        const rows = [...document.querySelectorAll<HTMLElement>('.account-item')];
        const found = rows.filter((row) => row.querySelector('.account')?.textContent === account);
        return found.length > 0 && found.map(({ dataset }) => dataset['id'] ?? '');
      },
      name,
    );
    return (ids || []).map((id) => `[data-id="${id}"]`);
  }

  async function rowOf(name: string): Promise<string> {
    const [row = ''] = await rowsOf(name);
    return row;
  }

  async function openDetails(row: string): Promise<void> {
    await manager.click(`${row} [data-action="details"]`);
    await manager.waitForText(`${row} .filling legend`, /./u);
  }

  async function askToReveal(row: string): Promise<void> {
    await openDetails(row);
    await manager.click(`${row} [data-action="reveal"]`);
  }

  const isOnShow = (selector: string) =>
    manager.evaluate((each) => document.querySelector(each) !== null, selector);

  test('shows its QR code to who has just verified only, and that makes the same codes', async () => {
    const { browser, tenant } = world();
    await addAtShop('sam', /^Add Contoso Shop, sam\?/u, false);
    await openSecurityInfo(page, MEMBER);
    await enrolHere(browser);
    await confirmAccount(browser, /Add Contoso, alex@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    await openAccounts();
    await ageVerification(browser);
    const row = await rowOf(address);
    await askToReveal(row);
    await manager.click('#verify-cancel');
    await awaitNoDialog();
    await manager.click(`${row} [data-action="reveal"]`);
    await manager.waitForText('#verify', /./u);
    expect(await isOnShow('#reveal-dialog')).toBe(false);
    await manager.click('#verify-passkey');
    await manager.waitForText('#reveal-dialog .warning', /^Every copy opens the account\./u);

    const credential = parseOtpauthUri(await readShownCode());
    expect(credential).toMatchObject({ type: 'totp', account: address, digits: 6, period: 30 });
    if (credential.type !== 'totp') throw new Error('it counts');
    // Only whether it is: no report is to show a secret.
    const isEnrolled = tenant
      .secrets()
      .some((each) => each.address === address && each.base32.toUpperCase() === credential.secret);
    expect(isEnrolled).toBe(true);
    const { algorithm, digits, period } = credential;
    const secret = decodeBase32(credential.secret);
    const stepNow = () => Math.floor(Date.now() / 1000 / period);
    const before = stepNow();
    const code = await manager.evaluate(codeOf, row.slice('[data-id="'.length, -'"]'.length));
    const codes = [before, stepNow()].map((step) =>
      referenceCode(secret, { algorithm, digits, step }),
    );
    expect(codes).toContain(code);
  });

  test('keeps where else its secret lives', async () => {
    await manager.type('#reveal-elsewhere', 'Phone');
    await manager.click('#reveal-done');
    await awaitNoDialog();
    const row = await rowOf(address);
    await manager.waitForText(`${row} .elsewhere`, /^Also on: Phone$/u);
    await world().browser.killBackground();
    await manager.reload();
    await manager.waitForText(`${row} .elsewhere`, /^Also on: Phone$/u);
    await openDetails(row);
    await manager.waitForText(`${row} [data-detail="elsewhere"] dd`, /^Phone$/u);
  });

  /** Chooses how codes of an account are filled in, and saves it. */
  async function saveFilling(row: string, ...choices: readonly string[]): Promise<void> {
    for (const choice of choices) await manager.click(`${row} .filling ${choice}`);
    await manager.click(`${row} [data-action="save-filling"]`);
  }

  const awaitFilling = (row: string, filling: string) =>
    manager.waitFor(
      `${filling} in ${row}`,
      ([within, expected]) => {
        const chosen = document.querySelectorAll<HTMLInputElement>(`${within} .filling :checked`);
        const names = Array.from(chosen, ({ value, dataset }) => dataset['choice'] ?? value);
        return names.join(' ') === expected;
      },
      [row, filling] as const,
    );

  const awaitFocus = (row: string, action: string) =>
    manager.waitFor(
      `the focus on ${action}`,
      ([within, wanted]) => document.activeElement?.matches(`${within} [data-action="${wanted}"]`),
      [row, action] as const,
    );

  async function awaitNoDialog(): Promise<void> {
    await manager.waitFor('no dialog', () => !document.querySelector('dialog'));
  }

  test('is filled in as its user says, who has to show that it is him before it asks no more', async () => {
    const { browser } = world();
    await manager.reload();
    const row = await rowOf(address);
    await openDetails(row);
    await awaitFilling(row, 'automatic');
    const choices = ['[value="ask"]', '[data-choice="submits"]', '[data-choice="insteadOfPush"]'];
    await saveFilling(row, ...choices);
    await manager.waitForText('.manager', /Saved for .*alex@contoso\.example\./u);
    await manager.waitForText(`${row} .mode`, /^Asks first$/u);
    await awaitFocus(row, 'save-filling');
    await browser.killBackground();
    await manager.reload();
    await manager.waitForText(`${row} .mode`, /^Asks first$/u);
    await openDetails(row);
    await awaitFilling(row, 'ask submits insteadOfPush');

    await ageVerification(browser);
    for (const lower of [
      () => manager.click('#undo'),
      () => saveFilling(row, '[value="manual"]'),
    ]) {
      await lower();
      await manager.waitForText('#verify', /./u);
      await manager.click('#verify-cancel');
      await awaitNoDialog();
      // Never what was refused.
      await awaitFilling(row, 'ask submits insteadOfPush');
    }
    await saveFilling(row, '[value="manual"]', '[data-choice="submits"]');
    await manager.waitForText('#verify', /./u);
    await manager.click('#verify-passkey');
    await manager.waitForText('.manager', /Saved for .*alex@contoso\.example\./u);
    await awaitNoDialog();
    await awaitFilling(row, 'manual insteadOfPush');
    expect(await isOnShow(`${row} .mode`)).toBe(false);
    await manager.click('#undo');
    await awaitFilling(row, 'ask submits insteadOfPush');
  });

  test('says whether the browser lets Countersign in at its site, and that can be let go', async () => {
    const { browser } = world();
    const row = await rowOf('sam');
    await openDetails(row);
    // Microsoft alone asks for a push approval.
    expect(await isOnShow(`${row} [data-choice="insteadOfPush"]`)).toBe(false);
    const site = `${row} [data-origin="${SHOP}"]`;
    const allow = `${site} [data-action="allow"]`;
    // Its user did not want to when he added it.
    await manager.waitForText(`${site} .quiet-text`, /keeps Countersign out/u);
    await manager.click(allow);
    expect(await browser.answerPermission(true)).toContain(SHOP_HOST);
    await manager.waitForText(`${site} .quiet-text`, /lets Countersign in/u);
    expect(await isOnShow(allow)).toBe(false);
    await awaitFocus(row, 'unbind');
    await browser.revokePermission([`${SHOP}/*`]);
    await manager.waitForText(`${site} .quiet-text`, /keeps Countersign out/u);
    await manager.click(allow);
    // Chromium remembers that it has asked for it before.
    if (browser.name === 'firefox') await browser.answerPermission(true);
    await manager.waitForText(`${site} .quiet-text`, /lets Countersign in/u);

    await manager.click(`${site} [data-action="unbind"]`);
    await manager.waitForText(
      '.manager',
      new RegExp(`${SHOP_HOST} gets no more codes of .*sam`, 'u'),
    );
    await manager.waitForText(`${row} [data-detail="origins"] dd`, /^None yet/u);
    await awaitFocus(row, 'reveal');
    await awaitFilling(row, 'manual');
    await manager.click('#undo');
    await manager.waitForText(`${site} .host`, new RegExp(`^${SHOP_HOST}$`, 'u'));
    await awaitFilling(row, 'automatic');
  });

  test('no longer shows its QR code once the vault is locked', async () => {
    const { browser } = world();
    await manager.reload();
    await ageVerification(browser);
    const row = await rowOf(address);
    await askToReveal(row);
    await manager.click('#verify-passkey');
    await manager.waitForText('#reveal-dialog .warning', /./u);
    const { secret } = parseOtpauthUri(await readShownCode());
    const other = await browser.newPage(browser.extensionUrl('popup.html'));
    await other.click('#lock');
    await manager.waitForText('.closed', /locked/u);
    // It loads anew meanwhile.
    await manager.waitFor(
      'a page without the code and the key',
      (key) => {
        const text = document.documentElement.outerHTML.replace(/\s/gu, '');
        return (
          document.querySelector('main') !== null &&
          !document.querySelector('dialog, .qr-code') &&
          !text.toUpperCase().includes(key)
        );
      },
      secret,
    );
    await other.close();
    await unlockByPasskey(browser);
  });

  test('says before it goes what is to be removed at Microsoft, and opens that page', async () => {
    const { browser } = world();
    await openAccounts();
    const row = await rowOf(address);
    await manager.click(`${row} [data-action="delete"]`);
    await manager.waitForText('#delete-dialog h2', /^Delete .*alex@contoso\.example\?$/u);
    await manager.waitForText(
      '#delete-dialog .advice',
      /remove the sign-in method “Authenticator app”.* of alex@contoso\.example in Contoso/u,
    );
    expect(await isOnShow('#delete-dialog .twin')).toBe(false);
    await manager.click('#delete-dialog .open-methods');
    const methods = await browser.waitForTab(/mysignins\.microsoft\.com/u);
    expect(await methods.url()).toBe(securityInfoUrl(MEMBER.organisation));
    await methods.waitForText('#methods', /authenticator/iu);
    await methods.close();
    await manager.bringToFront();
    // It waits for the user.
    expect(await isOnShow(row)).toBe(true);
    await manager.click('#confirm-delete');
    await manager.waitForText('.manager', /alex@contoso\.example is in the recycle bin/u);
    await manager.waitFor('its row to go', (gone) => !document.querySelector(gone), row);
  });

  test('of another site names its host', async () => {
    const row = await rowOf('sam');
    await openDetails(row);
    await manager.waitForText(`${row} .host`, new RegExp(`^${SHOP_HOST}$`, 'u'));
    await manager.click(`${row} [data-action="delete"]`);
    await manager.waitForText(
      '#delete-dialog .advice',
      new RegExp(`turn off two-step verification at ${SHOP_HOST}, or`, 'u'),
    );
    expect(await isOnShow('#delete-dialog .open-methods')).toBe(false);
    await manager.click('#delete-dialog .actions button:not(.danger)');
    await awaitNoDialog();
    expect(await isOnShow(row)).toBe(true);
  });

  test('is told from a second authenticator of the same account', async () => {
    await addAtShop('sam', /second, independent/u);
    await openAccounts();
    const rows = await rowsOf('sam');
    expect(rows).toHaveLength(2);
    const times = [];
    for (const row of rows) times.push(await manager.waitForText(`${row} .added`, /^Added: .+\d/u));
    expect(new Set(times).size).toBe(2);
    // Each says of itself when it was added, also where one of them is to go.
    for (const [index, row] of rows.entries()) {
      await manager.click(`${row} [data-action="delete"]`);
      const twin = await manager.waitForText('#delete-dialog .twin', /another one for this/u);
      expect(twin).toContain(`${times[index]}`.replace(/^Added: /u, ''));
      await manager.click('#delete-dialog .actions button:not(.danger)');
      await awaitNoDialog();
    }
  });

  /** The text of the QR code that stands on the page, as another device's camera sees it. */
  async function readShownCode(): Promise<string> {
    const shot = await write('shown.png', new Uint8Array());
    return poll('a QR code on the screen', async () => {
      await manager.screenshot(shot);
      const [text] = await readPicture(new Uint8Array(await readFile(shot)));
      return text;
    });
  }
});

/** Runs in the manager: the code of an account now. */
async function codeOf(id: string): Promise<string> {
  const request = { ids: [id] };
  const reply = await chrome.runtime.sendMessage({ name: 'accounts.codes', request });
  return reply.response[0].code;
}
