import { beforeEach, describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/approvals/request.ts';
import type { Answer } from '../../src/approvals/turn.ts';
import type { Account } from '../../src/vault/account.ts';
import { setFilling } from '../../src/vault/filling.ts';
import { hotp, totp } from '../otp/credentials.ts';
import {
  ALEX,
  atBank,
  atEntra,
  BANK,
  ENTRA,
  KIM,
  NONE,
  OTHER_SECRET,
  pageName,
  SigningIn,
  TAB,
} from './signing-in.ts';

let browser: SigningIn;
let account: Account;

beforeEach(async () => {
  browser = await SigningIn.begin();
  account = await browser.add(totp(), { mode: 'ask', origins: [BANK, ENTRA] });
});

const lastAsked = () => browser.approvals.asked.at(-1);

describe('an account that asks first', () => {
  it('gives nothing before the user has said yes, and then one code', async () => {
    browser.approvals.number = 42;
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({
      state: 'asked',
      number: 42,
      accountId: account.id,
    });
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'asked', number: 42 });
    browser.approvals.verdict = 'approved';
    expect(await browser.field(atBank())).toEqual(browser.code());
    await browser.filled();
    expect(browser.approvals.settledPages).toEqual([[TAB, pageName(1)]]);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled', number: undefined });
  });

  it('asks in the name of the document, as the browser knows it', async () => {
    await browser.field(atBank({ shown: [KIM] }));
    expect(browser.approvals.asked).toEqual([
      {
        tabId: TAB,
        page: pageName(1),
        origin: BANK,
        title: 'Sign in',
        shown: [KIM],
        accountId: account.id,
        why: 'only-one',
        field: 1,
      },
    ]);
    await browser.field(atBank({ shown: [KIM], field: 2 }));
    expect(lastAsked()).toMatchObject({ page: pageName(1), field: 2 });
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['its address', () => browser.field(atEntra()), 'address'],
    ['that it is the only one', () => browser.field(atBank()), 'only-one'],
    [
      'the address, where it is the only one',
      () => browser.field(atBank({ shown: [ALEX] })),
      'address',
    ],
  ])('says why: %s', async (_, ask, why) => {
    await ask();
    expect(lastAsked()).toMatchObject({ why });
  });

  it('asks also where the user has chosen it', async () => {
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    browser.tabs.set(TAB, atBank({ shown: [KIM] }));
    expect(await browser.fill(TAB, account)).toBe('asked');
    expect(lastAsked()).toMatchObject({ why: 'chosen', accountId: account.id });
    browser.approvals.verdict = 'approved';
    // The act is still good: the page asks again by itself.
    expect(await browser.field(atBank({ shown: [KIM] }))).toEqual(browser.code());
  });

  it.each<Answer>(['refused', 'silenced'])('gives nothing where that is %s', async (verdict) => {
    browser.approvals.verdict = verdict;
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready', number: undefined });
  });

  it.each<Answer>(['refused', 'silenced'])('tells the user where that is %s', async (verdict) => {
    browser.tabs.set(TAB, atBank());
    browser.approvals.verdict = verdict;
    expect(await browser.fill(TAB, account)).toBe('refused');
    // What he wanted is over.
    browser.approvals.verdict = 'approved';
    expect(await browser.machine.storage.get(`signIn.act.${TAB}`)).toEqual({});
  });

  it('tells the user where it was approved, and the page did not take it', async () => {
    browser.approvals.verdict = 'approved';
    browser.onFill = async () => {
      await browser.byHand(atBank());
      return 'not-filled';
    };
    browser.tabs.set(TAB, atBank());
    expect(await browser.fill(TAB, account)).toBe('not-filled');
  });

  it('what the user chose ends where its site is silenced', async () => {
    browser.tabs.set(TAB, atBank());
    await browser.fill(TAB, account);
    browser.approvals.verdict = 'silenced';
    expect(await browser.byHand(atBank())).toEqual(NONE);
    expect(await browser.machine.storage.get(`signIn.act.${TAB}`)).toEqual({});
    browser.approvals.verdict = 'approved';
    expect(await browser.byHand(atBank({ page: pageName(2) }))).toEqual(NONE);
  });

  it.each<[Outcome, boolean]>([
    ['filled', true],
    ['gone', true],
    ['wrong-number', false],
    ['timed-out', false],
    ['not-me', false],
    ['closed', false],
    ['locked', false],
    ['unused', false],
  ])(
    'after an approval that ended as %s, what the user chose is still wanted: %s',
    async (outcome, stays) => {
      browser.tabs.set(TAB, atBank());
      await browser.fill(TAB, account);
      await browser.signIn.approvalEnded(TAB, outcome);
      const held = await browser.machine.storage.get(`signIn.act.${TAB}`);
      expect(Object.keys(held).length > 0).toBe(stays);
    },
  );

  it('does not ask, where it is not to go in by itself any more', async () => {
    await browser.field(atBank());
    await browser.refused();
    browser.approvals.asked.length = 0;
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(browser.approvals.asked).toEqual([]);
  });

  it('does not move a counter before', async () => {
    const counted = await browser.add(hotp({ counter: 5, account: KIM, secret: OTHER_SECRET }), {
      mode: 'ask',
    });
    await browser.field(atBank({ shown: [KIM] }));
    expect(lastAsked()).toMatchObject({ accountId: counted.id });
    expect(await browser.account(counted.id)).toMatchObject({ credential: { counter: 5 } });
  });

  it.each(['automatic', 'manual'] as const)('asks no more in mode %s', async (mode) => {
    const { id } = account;
    await browser.vault.change(setFilling(id, { mode, submits: false, insteadOfPush: false }));
    await browser.field(atBank());
    expect(browser.approvals.asked).toEqual([]);
  });
});

describe('the page that asked', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['is gone', () => browser.left(atBank())],
    ['has made room for another one', () => browser.left(atBank({ page: pageName(2) }))],
    [
      'has made room for another one, which asks',
      () => browser.field(atBank({ page: pageName(2) })),
    ],
    [
      'has made room for one that waits for a phone',
      () => browser.push(atEntra({ page: pageName(2) })),
    ],
    ['was closed', () => browser.signIn.closed(TAB)],
  ])('%s: it is refused', async (_, happen) => {
    await browser.field(atBank());
    expect(browser.approvals.refusedTabs).toEqual([]);
    await happen();
    expect(browser.approvals.refusedTabs).toEqual([TAB]);
  });

  it('asks again: it is not', async () => {
    await browser.field(atBank());
    await browser.field(atBank());
    expect(browser.approvals.refusedTabs).toEqual([]);
  });
});

describe('what is shown', () => {
  beforeEach(async () => {
    browser.approvals.number = 42;
    await browser.field(atBank());
  });

  it('is the number as it comes', async () => {
    browser.approvals.number = 17;
    await browser.signIn.approvalChanged(TAB);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'asked', number: 17 });
  });

  it('is that the code is offered, once the approval has ended', async () => {
    browser.approvals.number = undefined;
    await browser.signIn.approvalChanged(TAB);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready', number: undefined });
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'ready' });
  });

  it('is nothing where the tab has gone on to another site', async () => {
    browser.tabs.set(TAB, atBank({ url: 'https://evil.example/' }));
    browser.toolbar.clear();
    for (const number of [17, undefined]) {
      browser.approvals.number = number;
      await browser.signIn.approvalChanged(TAB);
    }
    expect(browser.toolbar.size).toBe(0);
    expect(await browser.signIn.status(TAB)).not.toHaveProperty('number');
  });

  it('is not changed by a page that speaks of a wrong code meanwhile', async () => {
    const before = await browser.machine.storage.get(`signIn.tab.${TAB}`);
    browser.toolbar.clear();
    await browser.refused();
    await browser.refusedAt(atBank());
    expect(browser.toolbar.size).toBe(0);
    expect(await browser.machine.storage.get(`signIn.tab.${TAB}`)).toEqual(before);
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'asked', number: 42 });
    expect(browser.approvals.refusedTabs).toEqual([]);
    browser.approvals.verdict = 'approved';
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it('stays filled, once the approval is used up', async () => {
    browser.approvals.verdict = 'approved';
    await browser.fillIn(atBank());
    browser.approvals.number = undefined;
    await browser.signIn.approvalChanged(TAB);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'filled' });
  });
});
