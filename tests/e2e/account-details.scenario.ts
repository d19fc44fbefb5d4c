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
import { scanFromPopup, showCode } from './scan-steps.ts';
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

  /** Adds a new account of this name at the shop, which becomes the one that its codes belong to. */
  async function addAtShop(name: string, question: RegExp, asksForSite: boolean): Promise<void> {
    const { browser } = world();
    const { length } = await accountsOf(browser);
    await showCode(page, `as=img&account=${name}`);
    const popup = await scanFromPopup(browser);
    await popup.waitForText('.offer', question);
    await popup.click('#add-account-here');
    if (asksForSite) await browser.answerPermission(true);
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

  async function askToReveal(row: string): Promise<void> {
    await manager.click(`${row} .account-details summary`);
    await manager.click(`${row} [data-action="reveal"]`);
  }

  const isOnShow = (selector: string) =>
    manager.evaluate((each) => document.querySelector(each) !== null, selector);

  test('shows its QR code to who has just verified only, and that makes the same codes', async () => {
    const { browser, tenant } = world();
    await addAtShop('sam', /^Add Contoso Shop, sam\?/u, true);
    await openSecurityInfo(page, MEMBER);
    await enrolHere(browser);
    await confirmAccount(browser, /Add Contoso, alex@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    await openAccounts();
    await ageVerification(browser);
    const row = await rowOf(address);
    await askToReveal(row);
    await manager.click('#verify-cancel');
    await manager.waitFor('no dialog', () => !document.querySelector('dialog'));
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
    await manager.waitFor('no dialog', () => !document.querySelector('dialog'));
    const row = await rowOf(address);
    await manager.waitForText(`${row} .elsewhere`, /^Also on: Phone$/u);
    await world().browser.killBackground();
    await manager.reload();
    await manager.waitForText(`${row} .elsewhere`, /^Also on: Phone$/u);
    await manager.click(`${row} .account-details summary`);
    await manager.waitForText(`${row} [data-detail="elsewhere"] dd`, /^Phone$/u);
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
    expect(await isOnShow(row)).toBe(false);
  });

  test('of another site names its host', async () => {
    const row = await rowOf('sam');
    await manager.click(`${row} .account-details summary`);
    await manager.waitForText(
      `${row} [data-detail="origins"] dd`,
      new RegExp(`^${SHOP_HOST}$`, 'u'),
    );
    await manager.click(`${row} [data-action="delete"]`);
    await manager.waitForText(
      '#delete-dialog .advice',
      new RegExp(`turn off two-step verification at ${SHOP_HOST}, or`, 'u'),
    );
    expect(await isOnShow('#delete-dialog .open-methods')).toBe(false);
    await manager.click('#delete-dialog .actions button:not(.danger)');
    await manager.waitFor('no dialog', () => !document.querySelector('dialog'));
    expect(await isOnShow(row)).toBe(true);
  });

  test('is told from a second authenticator of the same account', async () => {
    await addAtShop('sam', /second, independent/u, false);
    await openAccounts();
    const rows = await rowsOf('sam');
    expect(rows).toHaveLength(2);
    const times = [];
    for (const row of rows) times.push(await manager.waitForText(`${row} .added`, /^Added .+\d/u));
    expect(new Set(times).size).toBe(2);
    // Each says of itself when it was added, also where one of them is to go.
    for (const [index, row] of rows.entries()) {
      await manager.click(`${row} [data-action="delete"]`);
      const twin = await manager.waitForText('#delete-dialog .twin', /another one for this/u);
      expect(twin).toContain(`${times[index]}`.replace(/^Added /u, ''));
      await manager.click('#delete-dialog .actions button:not(.danger)');
      await manager.waitFor('no dialog', () => !document.querySelector('dialog'));
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
