import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { hotp, totp } from '../otp/credentials.ts';
import {
  ALEX,
  atBank,
  atEntra,
  BANK,
  codeOf,
  KIM,
  NONE,
  OTHER_SECRET,
  OTHER_TAB,
  pageName,
  SigningIn,
  TAB,
} from './signing-in.ts';

/** So often a code goes in by itself within this time. */
const MOST_FILLS = 6;
const FILLS_MS = 5 * 60_000;
const STEP_MS = 30_000;

let browser: SigningIn;
let account: Account;

beforeEach(async () => {
  browser = await SigningIn.begin();
  account = await browser.add(totp(), { origins: [BANK, 'https://shop.example'] });
});

describe('a page that asks again and again', () => {
  /** Each time in a new document, with another one in between; a step later. */
  const fillTimes = async (times: number, changes = {}) => {
    for (let time = 1; time <= times; time += 1) {
      const shown = atBank({ page: pageName(time), ...changes });
      await browser.begins(pageName(0));
      await browser.begins(pageName(time));
      expect(await browser.fillIn(shown)).toMatchObject({ kind: 'code' });
      browser.pass(STEP_MS);
    }
  };
  const last = atBank({ page: pageName(9) });

  it('is filled in so often in five minutes, and then only by hand', async () => {
    await fillTimes(MOST_FILLS);
    browser.restart();
    expect(await browser.field(last)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped', accountId: account.id });
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it.each([
    ['five minutes after the first', FILLS_MS - MOST_FILLS * STEP_MS, true],
    ['a moment before', FILLS_MS - MOST_FILLS * STEP_MS - 25_001, false],
    ['with the clock set back by more than that', -FILLS_MS - STEP_MS, true],
  ])('may have one more %s', async (_, ms, gets) => {
    await fillTimes(MOST_FILLS);
    browser.pass(ms);
    // A vault does not stay open where the clock is set back so far.
    await browser.unlock();
    expect(await browser.field(last)).toEqual(gets ? browser.code() : NONE);
  });

  it('stays stopped as the same document, also later', async () => {
    await fillTimes(MOST_FILLS);
    await browser.field(last);
    browser.pass(FILLS_MS);
    expect(await browser.field(last)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped' });
    expect(await browser.field(atBank({ page: pageName(8) }))).toEqual(browser.code());
  });

  it('is counted by tab', async () => {
    await fillTimes(MOST_FILLS);
    expect(await browser.field({ ...last, tabId: OTHER_TAB })).toEqual(browser.code());
  });

  it('is counted by site', async () => {
    await fillTimes(MOST_FILLS);
    const shop = { ...last, url: 'https://shop.example/' };
    expect(await browser.field(shop)).toEqual(browser.code());
  });

  it('is counted by account', async () => {
    await fillTimes(MOST_FILLS);
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    expect(await browser.field({ ...last, shown: [KIM] })).toEqual(browser.code(OTHER_SECRET));
    expect(await browser.field({ ...last, page: pageName(8), shown: [ALEX] })).toEqual(NONE);
  });

  it('is counted also where nothing tells that the code got into the field', async () => {
    for (let time = 1; time <= MOST_FILLS; time += 1) {
      expect(await browser.field(atBank({ page: pageName(time) }))).toEqual(browser.code());
      browser.pass(STEP_MS);
    }
    expect(await browser.field(last)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped' });
  });

  it('is counted once for a document that asks again for the code that it had', async () => {
    for (let times = 0; times < MOST_FILLS * 2; times += 1) {
      expect(await browser.field(atBank())).toEqual(browser.code());
    }
    // Another one is another one, also in the same document.
    for (let times = 1; times < MOST_FILLS; times += 1) {
      browser.pass(STEP_MS);
      expect(await browser.field(atBank())).toEqual(browser.code());
    }
    browser.pass(STEP_MS);
    expect(await browser.field(atBank())).toEqual(NONE);
  });

  it('is not counted for what the user wanted', async () => {
    for (let time = 1; time <= MOST_FILLS; time += 1) {
      browser.tabs.set(TAB, atBank({ page: pageName(time) }));
      expect(await browser.fill(TAB, account)).toBe('filled');
      browser.pass(STEP_MS);
    }
    await browser.begins(pageName(0));
    await browser.begins(pageName(9));
    expect(await browser.field(last)).toEqual(browser.code());
  });

  it.each([
    ['that it clears', true],
    ['without a word', false],
  ])('moves a counter on no more often than that: loaded anew, %s', async (_, isFilled) => {
    const { id } = await browser.add(hotp({ counter: 5, account: KIM, secret: OTHER_SECRET }), {
      mode: 'automatic',
    });
    const codes: unknown[] = [];
    for (let time = 0; time < 30; time += 1) {
      const shown = atBank({ page: pageName(time % 10), shown: [KIM] });
      // With another document in between, as a site would that knows of us.
      await browser.begins('ffffffff-6f6e-4e0c-9d0a-2b3c4d5e6f70');
      await browser.left(shown);
      const answer = await browser.field(shown);
      if (isFilled && answer.kind === 'code') await browser.filled();
      if (answer.kind === 'code') codes.push(answer.code);
      browser.pass(9_000);
    }
    expect(codes).toEqual([5, 6, 7, 8, 9, 10].map((each) => codeOf(OTHER_SECRET, each)));
    expect(await browser.account(id)).toMatchObject({ credential: { counter: 11 } });
  });

  it('is not counted by fields that others fill in', async () => {
    await browser.field(atBank({ url: 'https://evil.example/' }));
    for (let time = 1; time <= MOST_FILLS; time += 1) await browser.filled();
    expect(await browser.field(last)).toEqual(browser.code());
  });
});

describe('a page that says that the code is wrong', () => {
  beforeEach(async () => {
    await browser.fillIn(atBank());
    await browser.refused();
    browser.pass(STEP_MS);
  });

  it('is stopped, and the badge says so', async () => {
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped', accountId: account.id });
    expect(await browser.field(atBank())).toEqual(NONE);
    browser.restart();
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped' });
  });

  it('gets another one by hand, and none by itself after that', async () => {
    expect(await browser.fill(TAB, account)).toBe('filled');
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled' });
    browser.pass(STEP_MS);
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready' });
  });

  it('begins anew as another document', async () => {
    await browser.begins(pageName(8));
    await browser.begins(pageName(2));
    expect(await browser.field(atBank({ page: pageName(2) }))).toEqual(browser.code());
  });

  it('does not stop another tab', async () => {
    expect(await browser.field(atBank({ tabId: OTHER_TAB }))).toEqual(browser.code());
  });

  it('is stopped, also where it takes its field away', async () => {
    await browser.left(atBank());
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped' });
  });
});

describe('a document that wants a code again right after one was filled in', () => {
  /** A site that wants a code again within this time has refused the one before. */
  const REFUSED_MS = 120_000;
  const next = atBank({ page: pageName(2) });

  beforeEach(async () => {
    expect(await browser.fillIn(atBank())).toEqual(browser.code());
    browser.pass(STEP_MS);
  });

  it('is only offered it, as the very next one in the tab', async () => {
    await browser.begins(pageName(2));
    browser.restart();
    expect(await browser.field(next)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped', accountId: account.id });
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it('stays so, also later, and where its field comes and goes', async () => {
    await browser.begins(pageName(2));
    await browser.field(next);
    await browser.left(next);
    expect(await browser.field(next)).toEqual(NONE);
    browser.pass(REFUSED_MS);
    expect(await browser.field(next)).toEqual(NONE);
  });

  it('does not count as the one after the next, where its field comes and goes', async () => {
    await browser.begins(pageName(2));
    await browser.lock();
    await browser.field(next);
    await browser.left(next);
    await browser.unlock();
    expect(await browser.field(next)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped' });
  });

  it('is filled in where another one was in between', async () => {
    await browser.begins(pageName(2));
    await browser.begins(pageName(3));
    expect(await browser.field(atBank({ page: pageName(3) }))).toEqual(browser.code());
  });

  it.each([
    ['two minutes later', REFUSED_MS - STEP_MS, true],
    ['a moment before', REFUSED_MS - STEP_MS - 5_001, false],
    ['with the clock set back by as much', -REFUSED_MS - STEP_MS, true],
  ])('is filled in, or not, %s', async (_, ms, gets) => {
    await browser.begins(pageName(2));
    browser.pass(ms);
    await browser.unlock();
    const answer = await browser.field(next);
    if (gets) expect(answer.kind).not.toBe('none');
    else expect(answer).toEqual(NONE);
  });

  it('is filled in as the same document', async () => {
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('is filled in in another tab, on another site, or for another account', async () => {
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    await browser.begins(pageName(2), OTHER_TAB);
    const elsewhere = { ...next, tabId: OTHER_TAB, shown: [ALEX] };
    expect(await browser.field(elsewhere)).toEqual(browser.code());
    await browser.begins(pageName(2));
    expect(await browser.field({ ...next, shown: [KIM] })).toEqual(browser.code(OTHER_SECRET));
    browser.pass(STEP_MS);
    const shop = { ...next, url: 'https://shop.example/' };
    expect(await browser.field(shop)).toEqual(browser.code());
  });

  it('begins its time anew with each fill', async () => {
    browser.pass(REFUSED_MS);
    expect(await browser.fillIn(atBank())).toEqual(browser.code());
    browser.pass(STEP_MS);
    await browser.begins(pageName(2));
    expect(await browser.field(next)).toEqual(NONE);
  });

  it('is filled in once the tab was closed: its number is of another one', async () => {
    await browser.signIn.closed(TAB);
    await browser.begins(pageName(2));
    expect(await browser.field(next)).toEqual(browser.code());
  });
});

it('a page of which nothing is held says nothing with what it says', async () => {
  await browser.filled();
  await browser.refused();
  await browser.signIn.wanted(TAB);
  await browser.signIn.approvalChanged(TAB);
  expect(browser.toolbar.size).toBe(0);
  expect(await browser.signIn.status(TAB)).toEqual({ state: 'idle', wants: 'nothing', shown: [] });
});

describe('what a page wanted', () => {
  const IDLE = { state: 'idle', wants: 'nothing', shown: [] };

  beforeEach(async () => {
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    await browser.field(atBank());
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'several' });
  });

  it.each([
    ['it says that its field is gone', pageName(1)],
    ['another document says that it has begun', pageName(2)],
  ])('is forgotten where %s', async (_, page) => {
    await browser.left(atBank({ page }));
    expect(browser.toolbar.get(TAB)).toEqual(IDLE);
    expect(await browser.signIn.status(TAB)).toEqual(IDLE);
    expect(browser.approvals.refusedTabs).toEqual([TAB]);
  });

  it('is forgotten also where it is gone before the answer is there', async () => {
    await Promise.all([browser.field(atBank()), browser.left(atBank())]);
    expect(await browser.signIn.status(TAB)).toEqual(IDLE);
  });

  it('is kept where another tab says so', async () => {
    await browser.left(atBank({ tabId: OTHER_TAB }));
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'several', wants: 'code' });
  });

  it('is forgotten with the tab', async () => {
    browser.onFill = async () => 'waiting';
    await browser.fill(TAB, account);
    await browser.signIn.closed(TAB);
    expect(browser.approvals.refusedTabs).toEqual([TAB]);
    const held = Object.keys(await browser.machine.storage.get(null));
    expect(held.filter((key) => key.startsWith('signIn.'))).toEqual([]);
  });

  it('is not said of the site that the tab went on to', async () => {
    browser.tabs.set(TAB, atBank({ url: 'https://shop.example/' }));
    expect(await browser.signIn.status(TAB)).toEqual(IDLE);
    browser.tabs.delete(TAB);
    expect(await browser.signIn.status(TAB)).toEqual(IDLE);
  });

  it('ends where another site is on its way into the tab, with what is asked of the user', async () => {
    browser.tabs.set(TAB, atBank({ url: 'https://shop.example/' }));
    await browser.signIn.loads(TAB);
    expect(browser.toolbar.get(TAB)).toEqual(IDLE);
    expect(browser.approvals.refusedTabs).toEqual([TAB]);
    expect(await browser.machine.storage.get(`signIn.tab.${TAB}`)).toEqual({});
  });

  it.each([
    ['the same document', atBank()],
    ['another page of the site', atBank({ url: `${BANK}/next` })],
  ])('does not end where it is still the same site: %s', async (_, shown) => {
    browser.tabs.set(TAB, shown);
    await browser.signIn.loads(TAB);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'several' });
    expect(browser.approvals.refusedTabs).toEqual([]);
  });

  it('does not end with what another tab loads, nor is anything said of that', async () => {
    browser.tabs.set(OTHER_TAB, atBank({ url: 'https://shop.example/', tabId: OTHER_TAB }));
    await browser.signIn.loads(OTHER_TAB);
    expect(browser.toolbar.has(OTHER_TAB)).toBe(false);
    expect(browser.approvals.refusedTabs).toEqual([]);
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'several' });
  });

  it('is what it says last', async () => {
    await browser.field(atBank({ shown: [KIM] }));
    expect(await browser.signIn.status(TAB)).toMatchObject({ shown: [KIM], state: 'idle' });
  });
});

describe('a document that was filled in', () => {
  beforeEach(async () => {
    await browser.fillIn(atBank());
  });

  it('keeps its badge where the field goes with that', async () => {
    await browser.left(atBank());
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled' });
    expect(browser.approvals.refusedTabs).toEqual([]);
  });

  it('loses it with the next one', async () => {
    await browser.left(atBank({ page: pageName(2) }));
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'idle' });
  });

  it('has told whose code it was', async () => {
    expect(browser.toolbar.get(TAB)).toMatchObject({
      state: 'filled',
      wants: 'code',
      accountId: account.id,
    });
    expect(browser.approvals.settledPages).toEqual([[TAB, pageName(1)]]);
  });
});

it('tabs do not wait for each other, and one after the other is served in each', async () => {
  const answers = await Promise.all([
    browser.field(atBank()),
    browser.field(atBank({ tabId: OTHER_TAB, page: pageName(2) })),
    browser.field(atBank({ page: pageName(3) })),
  ]);
  expect(answers.map(({ kind }) => kind)).toEqual(['code', 'wait', 'wait']);
});

it('no code and no secret is in memory', async () => {
  await browser.fillIn(atBank());
  browser.onFill = async () => 'waiting';
  await browser.fill(TAB, account);
  const held = await browser.machine.storage.get(null);
  const ours = Object.entries(held).filter(([key]) => /^(?:signIn|approvals)\./u.test(key));
  expect(ours).toHaveLength(5);
  const text = JSON.stringify(ours);
  const answer = browser.code();
  expect(text.includes(answer.kind === 'code' ? answer.code : '')).toBe(false);
  expect(text.includes(account.credential.secret)).toBe(false);
});

it('what is not understood in memory counts as nothing', async () => {
  await browser.fillIn(atBank());
  for (const key of Object.keys(await browser.machine.storage.get(null))) {
    if (key.startsWith('signIn.')) await browser.machine.storage.set({ [key]: 'nonsense' });
  }
  await browser.machine.storage.set({ [`signIn.act.${TAB}`]: { origin: BANK } });
  browser.pass(STEP_MS);
  expect(await browser.byHand(atBank())).toEqual(NONE);
  expect(await browser.field(atBank())).toEqual(browser.code());
});

describe('a new document that says that the code was wrong', () => {
  const anew = atBank({ page: pageName(2), shown: [ALEX] });

  it('is stopped, with what it shows, and gets a code on the act of the user alone', async () => {
    await browser.fillIn(atBank());
    browser.pass(STEP_MS);
    await browser.left(anew);
    await browser.refusedAt(anew);
    expect(browser.toolbar.get(TAB)).toMatchObject({
      state: 'stopped',
      accountId: account.id,
      shown: [ALEX],
    });
    // Its complaint went.
    expect(await browser.field(anew)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped' });
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it('is offered one where nothing of ours was filled in, and gets none by itself', async () => {
    await browser.refusedAt(anew);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready', accountId: account.id });
    expect(await browser.field(anew)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready' });
    expect(await browser.fill(TAB, account)).toBe('filled');
  });

  it('says nothing of it where it wants the code of somebody else', async () => {
    await browser.refusedAt(atEntra({ page: pageName(2) }));
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'idle' });
  });

  it('leaves the choice where several fit', async () => {
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    await browser.refusedAt(atBank({ page: pageName(2) }));
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'several' });
  });

  it('while the vault is locked, gets none by itself once that is open', async () => {
    await browser.lock();
    await browser.refusedAt(anew);
    await browser.unlock();
    expect(await browser.field(anew)).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready' });
  });
});
