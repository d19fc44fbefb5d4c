import { beforeEach, describe, expect, it } from 'vitest';
import type { FillMode } from '../../src/vault/fill-mode.ts';
import { hotp, RFC_SECRET, totp } from '../otp/credentials.ts';
import {
  atBank,
  BANK,
  codeOf,
  NONE,
  OTHER_TAB,
  pageName,
  SigningIn,
  TAB,
  wait,
} from './signing-in.ts';

let browser: SigningIn;
beforeEach(async () => {
  browser = await SigningIn.begin();
});

describe('by itself', () => {
  it.each<[FillMode, boolean, string | undefined]>([
    ['automatic', true, undefined],
    ['manual', false, 'ready'],
    ['ask', false, 'asked'],
  ])('in mode %s: %s', async (mode, gets, state) => {
    const { id } = await browser.add(totp(), { mode });
    expect(await browser.field(atBank())).toEqual(gets ? browser.code() : NONE);
    expect(browser.toolbar.get(TAB)?.state).toBe(state);
    expect(await browser.signIn.status(TAB)).toMatchObject({ wants: 'code', accountId: id });
  });

  it('not where the browser keeps us out: then it is offered', async () => {
    await browser.add();
    browser.unreachable.add(BANK);
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)?.state).toBe('ready');
    // Nor once the same document asks again; until the user lets us in.
    expect(await browser.field(atBank())).toEqual(NONE);
    browser.unreachable.clear();
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('also not for an account that asks first: the user is not asked', async () => {
    await browser.add(totp(), { mode: 'ask' });
    browser.unreachable.add(BANK);
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.approvals.asked).toEqual([]);
  });

  it.each<FillMode>(['automatic', 'ask', 'manual'])(
    'not where the site is silenced, in mode %s: then it is offered',
    async (mode) => {
      const { id } = await browser.add(totp(), { mode });
      browser.approvals.verdict = 'approved';
      browser.approvals.silenced.add(BANK);
      expect(await browser.field(atBank())).toEqual(NONE);
      expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready', accountId: id });
      expect(browser.approvals.asked).toEqual([]);
      // Only as long as it is silenced.
      browser.approvals.silenced.clear();
      const answer = mode === 'manual' ? NONE : browser.code();
      expect(await browser.field(atBank())).toEqual(answer);
    },
  );

  it('but by hand also where the site is silenced', async () => {
    const account = await browser.add();
    browser.approvals.silenced.add(BANK);
    browser.tabs.set(TAB, atBank());
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it('a manual account that is shown as ready moves no counter', async () => {
    const { id } = await browser.add(hotp({ counter: 5 }));
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)?.state).toBe('ready');
    expect(await browser.account(id)).toMatchObject({ credential: { counter: 5 } });
  });
});

describe('the form', () => {
  it.each([true, false])('is to be sent, or not, as the account says: %s', async (submits) => {
    await browser.add(totp(), { submits });
    expect(await browser.field(atBank())).toEqual(browser.code(RFC_SECRET, submits));
  });
});

describe('a field that takes fewer characters than the code has', () => {
  const small = atBank({ room: 5 });

  it('gets none, by itself or by hand', async () => {
    const account = await browser.add();
    expect(await browser.field(small)).toEqual(NONE);
    expect(await browser.fill(TAB, account)).toBe('not-filled');
    expect(await browser.machine.storage.get('approvals.releases')).toEqual({});
    expect(await browser.field(atBank({ room: 6 }))).toEqual(browser.code());
  });

  it('moves no counter on', async () => {
    const account = await browser.add(hotp({ counter: 5 }), { mode: 'automatic' });
    expect(await browser.field(small)).toEqual(NONE);
    expect(await browser.fill(TAB, account)).toBe('not-filled');
    expect(await browser.account(account.id)).toMatchObject({ credential: { counter: 5 } });
  });

  it('is not asked about', async () => {
    const account = await browser.add(totp(), { mode: 'ask' });
    expect(await browser.field(small)).toEqual(NONE);
    expect(await browser.fill(TAB, account)).toBe('not-filled');
    expect(browser.approvals.asked).toEqual([]);
  });
});

describe('a code near its end', () => {
  beforeEach(async () => {
    await browser.add();
    browser.pass(26_000);
  });

  it('is not given: the page is told to wait, and the badge when the next one comes', async () => {
    expect(await browser.field(atBank())).toEqual(wait(4_000));
    expect(browser.toolbar.get(TAB)).toMatchObject({
      state: 'waiting',
      codeAt: browser.now() + 4_000,
    });
    browser.pass(4_000);
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('is waited for also over the end of the worker', async () => {
    await browser.field(atBank());
    browser.restart();
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'waiting' });
    browser.pass(4_000);
    expect(await browser.field(atBank())).toEqual(browser.code());
  });
});

describe('the same code goes nowhere twice', () => {
  beforeEach(async () => {
    await browser.add();
    expect(await browser.fillIn(atBank())).toEqual(browser.code());
    browser.pass(1_000);
  });

  it.each([
    ['the same document', atBank()],
    ['a new one', atBank({ page: pageName(2) })],
    ['another tab', atBank({ tabId: OTHER_TAB, page: pageName(2) })],
  ])('nor to %s', async (_, shown) => {
    expect(await browser.field(shown)).toEqual(wait(29_000));
    browser.restart();
    expect(await browser.field(shown)).toEqual(wait(29_000));
    browser.pass(29_000);
    expect(await browser.field(shown)).toEqual(browser.code());
  });

  it('nor after it was refused, by hand or not', async () => {
    await browser.refused();
    const again = atBank({ page: pageName(2) });
    expect(await browser.field(again)).toEqual(wait(29_000));
  });

  it('nor where it was refused before it was seen in the field', async () => {
    browser.pass(29_000);
    expect(await browser.field(atBank())).toEqual(browser.code());
    await browser.refused();
    browser.onFill = async () => 'waiting';
    const account = await browser.signIn.accounts(TAB);
    if (account.one) await browser.fill(TAB, account.one.account);
    expect(await browser.byHand(atBank())).toEqual(wait(30_000));
  });

  it('but to the very same document before it is in its field', async () => {
    browser.pass(29_000);
    expect(await browser.field(atBank())).toEqual(browser.code());
    expect(await browser.field(atBank())).toEqual(browser.code());
    for (const tabId of [TAB, OTHER_TAB]) {
      const other = atBank({ tabId, page: pageName(2) });
      expect(await browser.field(other)).toEqual(wait(30_000));
    }
    expect(await browser.field(atBank({ tabId: OTHER_TAB }))).toEqual(wait(30_000));
  });
});

describe('a counter that fills in by itself', () => {
  const code = (counter: number) => ({
    kind: 'code',
    code: codeOf(RFC_SECRET, counter),
    submit: false,
  });
  let id: string;
  const counter = async () => (await browser.account(id)).credential;

  beforeEach(async () => {
    ({ id } = await browser.add(hotp({ counter: 5 }), { mode: 'automatic' }));
  });

  it('gives one code for each fill, advanced on the disk before', async () => {
    expect(await browser.field(atBank())).toEqual(code(5));
    // Another start of the worker has it from the disk.
    browser.restart();
    expect(await counter()).toMatchObject({ counter: 6 });
    expect(await browser.field(atBank())).toEqual(code(5));
    expect(await counter()).toMatchObject({ counter: 6 });
    await browser.filled();
    expect(await browser.field(atBank())).toEqual(code(6));
    expect(await counter()).toMatchObject({ counter: 7 });
  });

  it.each([
    ['another document', atBank({ page: pageName(2) })],
    ['another tab', atBank({ tabId: OTHER_TAB, page: pageName(2) })],
  ])('gives %s another one', async (_, shown) => {
    expect(await browser.field(atBank())).toEqual(code(5));
    expect(await browser.field(shown)).toEqual(code(6));
  });

  it('goes on after a refusal with the next one, in a new document', async () => {
    await browser.fillIn(atBank());
    await browser.refused();
    await browser.begins(pageName(8));
    await browser.begins(pageName(2));
    expect(await browser.field(atBank({ page: pageName(2) }))).toEqual(code(6));
  });
});
