import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { totp } from '../otp/credentials.ts';
import { fault } from '../vault/builders.ts';
import {
  atEntra,
  ENTRA,
  KIM,
  NONE,
  OTHER_SECRET,
  OTHER_TENANT,
  pageName,
  type Shown,
  SigningIn,
  TAB,
  TENANT,
} from './signing-in.ts';

let browser: SigningIn;

beforeEach(async () => {
  browser = await SigningIn.begin();
});

const add = (filling = {}): Promise<Account> =>
  browser.add(totp(), { origins: [ENTRA], tenant: TENANT, ...filling });

describe('a page that waits for a phone', () => {
  it('stays as it is, and the code is offered', async () => {
    const { id } = await add();
    expect(await browser.push(atEntra())).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({
      state: 'ready',
      wants: 'other-approval',
      accountId: id,
    });
  });

  it.each([
    ['another address', { shown: [KIM] }],
    ['another tenant', { tenant: OTHER_TENANT }],
    ['no address', { shown: [] }],
  ])('shows %s: then nothing is offered, nor done', async (_, changes) => {
    await add({ insteadOfPush: true });
    expect(await browser.push(atEntra(changes))).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'idle', accountId: undefined });
    await expect(browser.signIn.useCode(TAB)).rejects.toMatchObject(fault('not-bound'));
  });

  it('may be that of several', async () => {
    await add({ insteadOfPush: true });
    await browser.add(totp({ secret: OTHER_SECRET, prefix: 'Fabrikam' }), {
      ...{ origins: [ENTRA], insteadOfPush: true, tenant: OTHER_TENANT },
    });
    expect(await browser.push(atEntra())).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'several', accountId: undefined });
  });

  it('switches by itself where the account says so, once', async () => {
    const { id } = await add({ insteadOfPush: true });
    expect(await browser.push(atEntra())).toBe(true);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'switching', accountId: id });
    expect(await browser.push(atEntra())).toBe(false);
    browser.restart();
    expect(await browser.push(atEntra())).toBe(false);
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'switching' });
  });

  it('is left alone where the user comes back to it in the same document, until he says otherwise', async () => {
    await add({ insteadOfPush: true });
    await browser.push(atEntra());
    await browser.fillIn(atEntra());
    browser.pass(30_000);
    expect(await browser.push(atEntra())).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready', wants: 'other-approval' });
    await browser.signIn.useCode(TAB);
    expect(await browser.push(atEntra())).toBe(true);
    expect(await browser.push(atEntra({ page: pageName(2) }))).toBe(true);
  });

  it('may have no way to the code: that is said, until the user wants it again', async () => {
    await add({ mode: 'manual' });
    await browser.stuck(atEntra());
    await browser.push(atEntra());
    await browser.stuck(atEntra());
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready' });
    await browser.signIn.useCode(TAB);
    await browser.push(atEntra());
    await browser.stuck(atEntra({ page: pageName(2) }));
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'switching' });
    const told = browser.toldOwnPages;
    await browser.stuck(atEntra());
    expect(browser.toldOwnPages).toBe(told + 1);
    expect(await browser.push(atEntra())).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'stopped', wants: 'other-approval' });
    // What the user wanted there is over.
    expect(await browser.field(atEntra())).toEqual(NONE);
    await browser.push(atEntra());
    await browser.signIn.useCode(TAB);
    expect(await browser.push(atEntra())).toBe(true);
  });

  it('is on its way also where its push page goes', async () => {
    await add({ insteadOfPush: true });
    await browser.push(atEntra());
    await browser.left(atEntra());
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'switching' });
    // The same document shows the field: then it is another thing that it wants.
    expect(await browser.field(atEntra())).toEqual(browser.code());
    expect(await browser.signIn.status(TAB)).toMatchObject({ state: 'idle', wants: 'code' });
  });
});

describe('the click on "Use a code instead"', () => {
  let account: Account;

  beforeEach(async () => {
    account = await add({ mode: 'manual' });
    await browser.push(atEntra());
  });

  it('has the page switch, once, and then its code', async () => {
    await browser.signIn.useCode(TAB);
    expect(browser.announced).toBe(1);
    expect(await browser.push(atEntra())).toBe(true);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'switching', accountId: account.id });
    expect(await browser.push(atEntra())).toBe(false);
    const codePage = atEntra({ page: pageName(2) });
    await browser.left(codePage);
    expect(await browser.fillIn(codePage)).toEqual(browser.code());
    // It was for one code.
    browser.pass(30_000);
    expect(await browser.field(codePage)).toMatchObject({ kind: 'none' });
    expect(await browser.push(atEntra({ page: pageName(3) }))).toBe(false);
  });

  it.each<[string, Partial<Shown>, boolean]>([
    ['the same address', {}, true],
    ['another one', { shown: [KIM] }, false],
    ['none', { shown: [] }, false],
    ['another tenant', { tenant: OTHER_TENANT }, false],
  ])(
    'is for the account that the page is about: the page with the code shows %s',
    async (...row) => {
      const [, changes, gets] = row;
      await browser.signIn.useCode(TAB);
      await browser.push(atEntra());
      const codePage = atEntra({ page: pageName(2), ...changes });
      await browser.left(codePage);
      expect(await browser.field(codePage)).toEqual(gets ? browser.code() : NONE);
      expect(await browser.byHand(codePage)).toEqual(gets ? browser.code() : NONE);
    },
  );

  it('is not good for long', async () => {
    await browser.signIn.useCode(TAB);
    browser.pass(180_000);
    expect(await browser.push(atEntra())).toBe(false);
  });

  it('is for this tab', async () => {
    await browser.signIn.useCode(TAB);
    expect(await browser.push(atEntra({ tabId: TAB + 1, page: pageName(2) }))).toBe(false);
    await expect(browser.signIn.useCode(TAB + 2)).rejects.toMatchObject(fault('not-bound'));
  });

  it('is for what the tab shows now', async () => {
    browser.tabs.set(TAB, atEntra({ url: 'https://evil.example/' }));
    await expect(browser.signIn.useCode(TAB)).rejects.toMatchObject(fault('not-bound'));
    expect(browser.announced).toBe(0);
  });
});

describe('where the vault is locked', () => {
  beforeEach(async () => {
    await add({ insteadOfPush: true });
    await browser.lock();
    expect(await browser.push(atEntra())).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'locked', wants: 'other-approval' });
  });

  it('it switches by itself where that is over in time', async () => {
    browser.pass(60_000);
    await browser.unlock();
    expect(await browser.push(atEntra())).toBe(true);
  });

  it('it is offered where that is too late, also in the next document that says the same', async () => {
    browser.pass(60_001);
    await browser.unlock();
    expect(await browser.push(atEntra())).toBe(false);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'ready' });
    expect(await browser.push(atEntra())).toBe(false);
    await browser.signIn.useCode(TAB);
    expect(await browser.push(atEntra())).toBe(true);
  });
});

it('a code by hand is not what a push page asks for', async () => {
  const account = await add({ mode: 'manual' });
  browser.onFill = async () => 'no-field';
  await browser.push(atEntra());
  expect(await browser.fill(TAB, account)).toBe('no-field');
  expect(await browser.push(atEntra())).toBe(false);
});
