import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { totp } from '../otp/credentials.ts';
import {
  atBank,
  atEntra,
  ENTRA,
  NONE,
  OTHER_SECRET,
  pageName,
  SigningIn,
  TAB,
} from './signing-in.ts';

/** Unlocking within this time goes on by itself. */
const UNLOCK_MS = 60_000;

let browser: SigningIn;
let account: Account;

beforeEach(async () => {
  browser = await SigningIn.begin();
  account = await browser.add();
  await browser.lock();
});

describe('a page that asks while the vault is locked', () => {
  it('gets nothing, and the badge says so, whether there is an account for it or not', async () => {
    const evil = atBank({ url: 'https://evil.example/' });
    for (const shown of [atBank(), evil, atEntra()]) {
      expect(await browser.field(shown)).toEqual(NONE);
      expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'locked', accountId: undefined });
    }
  });

  it.each([
    ['at once', 0, true],
    ['at the last moment', UNLOCK_MS, true],
    ['too late', UNLOCK_MS + 1, false],
    ['with the clock set back a little', -UNLOCK_MS, true],
    ['with the clock set back', -UNLOCK_MS - 1, false],
  ])('gets the code by itself, or is only offered it, where that is over %s', async (...row) => {
    const [, ms, goesOn] = row;
    await browser.field(atBank());
    browser.pass(ms);
    await browser.unlock();
    if (goesOn) {
      expect(await browser.field(atBank())).toEqual(browser.code());
      return;
    }
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready', accountId: account.id });
  });

  it.each([
    ['in time', UNLOCK_MS, true],
    ['too late', UNLOCK_MS + 1, false],
  ])('is judged by when the vault was opened, %s, not by its next question', async (...row) => {
    const [, ms, goesOn] = row;
    await browser.field(atBank());
    browser.pass(ms);
    await browser.unlock();
    await browser.signIn.opened();
    browser.pass(UNLOCK_MS * 5);
    const answer = await browser.field(atBank());
    expect(answer).toEqual(goesOn ? browser.code() : NONE);
  });

  it('has its time from the first question, not from the last', async () => {
    await browser.field(atBank());
    for (let seconds = 0; seconds < 61; seconds += 1) {
      browser.pass(1_000);
      await browser.field(atBank());
    }
    await browser.unlock();
    expect(await browser.field(atBank())).toEqual(NONE);
  });

  it('has it over the end of the worker', async () => {
    await browser.field(atBank());
    browser.restart();
    browser.pass(UNLOCK_MS);
    await browser.unlock();
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('has it anew from the click on Unlock', async () => {
    await browser.field(atBank());
    browser.pass(UNLOCK_MS * 10);
    await browser.signIn.wanted(TAB);
    browser.pass(UNLOCK_MS);
    await browser.unlock();
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('but not from one in another tab', async () => {
    await browser.field(atBank());
    await browser.signIn.wanted(TAB + 1);
    browser.pass(UNLOCK_MS * 2);
    await browser.unlock();
    expect(await browser.field(atBank())).toEqual(NONE);
  });

  it('has none as a new document, which begins anew', async () => {
    await browser.field(atBank());
    browser.pass(UNLOCK_MS * 10);
    await browser.field(atBank({ page: pageName(2) }));
    browser.pass(UNLOCK_MS);
    await browser.unlock();
    expect(await browser.field(atBank({ page: pageName(2) }))).toEqual(browser.code());
  });

  it('is offered it by hand, where it was too late', async () => {
    await browser.field(atBank());
    browser.pass(UNLOCK_MS * 2);
    await browser.unlock();
    await browser.field(atBank());
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it('begins anew where the vault is locked once more', async () => {
    await browser.field(atBank());
    browser.pass(UNLOCK_MS);
    await browser.unlock();
    expect(await browser.fillIn(atBank())).toEqual(browser.code());
    browser.pass(UNLOCK_MS * 10);
    await browser.lock();
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'locked' });
    browser.pass(UNLOCK_MS);
    await browser.unlock();
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('is not asked about while it is locked', async () => {
    await browser.field(atBank());
    expect(browser.approvals.asked).toEqual([]);
    expect(await browser.byHand(atBank())).toEqual(NONE);
  });
});

describe('what the user wanted before the vault was locked', () => {
  beforeEach(async () => {
    await browser.unlock();
    browser.tabs.set(TAB, atBank());
    browser.onFill = async () => 'waiting';
    await browser.fill(TAB, account);
    await browser.lock();
  });

  it('waits for it, as long as that is good', async () => {
    expect(await browser.byHand(atBank())).toEqual(NONE);
    browser.pass(120_000);
    await browser.unlock();
    expect(await browser.byHand(atBank())).toEqual(browser.code());
  });

  it('and no longer', async () => {
    expect(await browser.byHand(atBank())).toEqual(NONE);
    browser.pass(180_000);
    await browser.unlock();
    expect(await browser.byHand(atBank())).toEqual(NONE);
    expect(await browser.field(atBank())).toEqual(NONE);
  });
});

describe("Unlock, in a tab whose page doesn't wait for it,", () => {
  it('makes nothing of it', async () => {
    await browser.unlock();
    await browser.field(atEntra({ shown: [] }));
    const before = await browser.machine.storage.get(null);
    await browser.signIn.wanted(TAB);
    await browser.signIn.wanted(TAB + 1);
    expect(await browser.machine.storage.get(null)).toEqual(before);
  });
});

it('a push page has its time in the same way', async () => {
  await browser.unlock();
  await browser.add(totp({ secret: OTHER_SECRET }), { origins: [ENTRA], insteadOfPush: true });
  await browser.lock();
  expect(await browser.push(atEntra())).toBe(false);
  expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'locked', wants: 'other-approval' });
  browser.pass(UNLOCK_MS);
  await browser.unlock();
  expect(await browser.push(atEntra())).toBe(true);
});
