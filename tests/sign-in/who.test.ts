import { beforeEach, describe, expect, it } from 'vitest';
import { deleteAccounts } from '../../src/vault/accounts.ts';
import { unbindOrigin } from '../../src/vault/filling.ts';
import { RFC_SECRET, steam, totp } from '../otp/credentials.ts';
import {
  ALEX,
  atBank,
  atEntra,
  BANK,
  ENTRA,
  KIM,
  LIVE,
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

describe('the origin', () => {
  it('that an account is bound to gets its code', async () => {
    await browser.add();
    expect(await browser.field(atBank())).toEqual(browser.code());
  });

  it.each([
    'https://bank.example:8443/login',
    'https://bank.example./login',
    'https://www.bank.example/login',
    'https://bank.example.evil.example/login',
    'https://example/login',
    'https://bank.examp1e/login',
    'https://evil.example/?https://bank.example/login',
    'https://bank.example@evil.example/login',
    'https://login.microsoftonline.com/',
    'https://login.live.com/',
  ])('%s gets none, with the address on show or without, asked or by hand', async (url) => {
    await browser.add();
    for (const shown of [[], [ALEX]]) {
      expect(await browser.field(atBank({ url, shown }))).toEqual(NONE);
      expect(await browser.byHand(atBank({ url, shown }))).toEqual(NONE);
    }
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'idle', accountId: undefined });
    expect(await browser.machine.storage.get('approvals.releases')).toEqual({});
  });

  it('is not taken from what the page says, nor from its address, but from the browser', async () => {
    await browser.add();
    const from = {
      tabId: TAB,
      origin: 'https://evil.example',
      url: `${BANK}/login`,
      title: BANK,
    };
    const wanting = { page: pageName(1), shown: [ALEX, BANK], field: 1, origin: BANK };
    expect(await browser.signIn.field(wanting, from)).toEqual(NONE);
  });
});

describe("at Microsoft's", () => {
  const work = (changes = {}) => ({ origins: [ENTRA], ...changes });

  it.each<[string, Partial<Shown>, boolean]>([
    ['its address', {}, true],
    ['its address in capitals', { shown: [' ALEX@contoso.example '] }, true],
    ['its address among others', { shown: ['x@fabrikam.example', ALEX] }, true],
    ['no address', { shown: [] }, false],
    ['an empty address', { shown: [''] }, false],
    ['another address', { shown: [KIM] }, false],
    ['its tenant', { tenant: TENANT }, true],
    ['another tenant', { tenant: OTHER_TENANT }, false],
    ['its tenant, in its address', { url: `${ENTRA}/${TENANT}/oauth2/v2.0/authorize` }, true],
    ['another tenant, in its address', { url: `${ENTRA}/${OTHER_TENANT}/login` }, false],
    [
      'its tenant, whose address has another',
      { url: `${ENTRA}/${OTHER_TENANT}/login`, tenant: TENANT },
      false,
    ],
    [
      'another tenant, whose address has its own',
      { url: `${ENTRA}/${TENANT}/login`, tenant: OTHER_TENANT },
      true,
    ],
  ])('a page that shows %s', async (_, changes, gets) => {
    await browser.add(totp(), work({ tenant: TENANT }));
    expect(await browser.field(atEntra(changes))).toEqual(gets ? browser.code() : NONE);
    expect(browser.toolbar.get(TAB)?.state ?? 'idle').toBe('idle');
  });

  it.each([
    ['the tenant says which', { tenant: OTHER_TENANT }, OTHER_SECRET, undefined],
    ['nothing says which', {}, undefined, 'several'],
  ])('where a guest is in two and %s', async (_, changes, secret, state) => {
    await browser.add(totp(), work({ tenant: TENANT }));
    await browser.add(
      totp({ secret: OTHER_SECRET, prefix: 'Fabrikam' }),
      work({ tenant: OTHER_TENANT }),
    );
    const expected = secret === undefined ? NONE : browser.code(secret);
    expect(await browser.field(atEntra(changes))).toEqual(expected);
    expect(browser.toolbar.get(TAB)?.state).toBe(state);
  });

  it('says nothing of accounts of others, be they many', async () => {
    await browser.add(totp(), work());
    await browser.add(totp({ account: 'x@contoso.example', secret: OTHER_SECRET }), work());
    expect(await browser.field(atEntra({ shown: [KIM] }))).toEqual(NONE);
    expect(browser.toolbar.get(TAB)).toMatchObject({ state: 'idle', accountId: undefined });
  });

  it('gives a personal account its code where it signs in, by address', async () => {
    await browser.add(totp(), { origins: [LIVE] });
    const url = `${LIVE}/ppsecure/post.srf`;
    expect(await browser.field(atEntra({ url, shown: [] }))).toEqual(NONE);
    expect(await browser.field(atEntra())).toEqual(NONE);
    expect(await browser.field(atEntra({ url }))).toEqual(browser.code());
  });
});

describe('at any other site', () => {
  const kim = totp({ account: KIM, secret: OTHER_SECRET });

  it('the only one that is bound gets its code, whatever the page shows', async () => {
    await browser.add();
    await browser.add(kim, { origins: ['https://shop.example'] });
    expect(await browser.field(atBank({ shown: [KIM] }))).toEqual(browser.code());
  });

  it.each<[string, readonly string[], string | undefined]>([
    ['the first', [ALEX], RFC_SECRET],
    ['the second', [KIM], OTHER_SECRET],
    ['neither', [], undefined],
    ['somebody else', ['x@contoso.example'], undefined],
    ['both', [ALEX, KIM], undefined],
  ])('of two, the page shows %s', async (_, shown, secret) => {
    await browser.add();
    await browser.add(kim);
    const expected = secret === undefined ? NONE : browser.code(secret);
    expect(await browser.field(atBank({ shown }))).toEqual(expected);
    expect(browser.toolbar.get(TAB)?.state).toBe(secret === undefined ? 'several' : undefined);
  });
});

describe('an account', () => {
  it('in the recycle bin is not there', async () => {
    const { id } = await browser.add();
    await browser.vault.change(deleteAccounts([id]));
    expect(await browser.field(atBank())).toEqual(NONE);
    expect(await browser.signIn.accounts(TAB)).toEqual({ fitting: [], others: [] });
  });

  it('that was let go by the site gives it nothing any more', async () => {
    const { id } = await browser.add();
    await browser.vault.change(unbindOrigin(id, BANK));
    expect(await browser.field(atBank())).toEqual(NONE);
  });

  it("of Steam's gives Steam's code", async () => {
    await browser.add(steam());
    expect(await browser.field(atBank())).toMatchObject({
      kind: 'code',
      code: expect.stringMatching(/^[\dA-Z]{5}$/u),
    });
  });
});

describe('what the popup lists', () => {
  const names = async (tabId = TAB) => {
    const { one, fitting, others } = await browser.signIn.accounts(tabId);
    const nameOf = ({ credential }: { credential: { account: string } }) => credential.account;
    return {
      one: one && nameOf(one.account),
      fitting: fitting.map(nameOf),
      others: others.map(nameOf),
    };
  };

  it('is what is bound to the site, those that the page shows first', async () => {
    await browser.add();
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    await browser.field(atBank({ shown: [KIM] }));
    expect(await names()).toEqual({ one: KIM, fitting: [KIM], others: [ALEX] });
  });

  it('goes by the tenant that the page told', async () => {
    await browser.add(totp(), { origins: [ENTRA], tenant: TENANT });
    await browser.field(atEntra({ tenant: OTHER_TENANT }));
    expect(await names()).toEqual({ one: undefined, fitting: [], others: [ALEX] });
  });

  it('does not go by what the page before it has shown', async () => {
    await browser.add();
    browser.pass(1);
    await browser.add(totp({ account: KIM, secret: OTHER_SECRET }));
    await browser.field(atBank({ url: 'https://shop.example/', shown: [KIM] }));
    browser.tabs.set(TAB, atBank());
    expect(await names()).toEqual({ one: undefined, fitting: [], others: [KIM, ALEX] });
  });

  it('is nothing on a page that is none of a site, or is not told', async () => {
    await browser.add();
    expect(await names()).toEqual({ one: undefined, fitting: [], others: [] });
    browser.tabs.set(TAB, atBank({ url: 'http://bank.example/' }));
    expect(await names()).toEqual({ one: undefined, fitting: [], others: [] });
  });

  it('is not told while the vault is locked', async () => {
    await browser.add();
    browser.tabs.set(TAB, atBank());
    await browser.lock();
    await expect(names()).rejects.toMatchObject({ code: 'locked' });
  });
});
