import { describe, expect, it } from 'vitest';
import { type Asking, boundAccounts } from '../../src/origins/bound-account.ts';
import type { Proof } from '../../src/vault/account.ts';

const LOGIN = 'https://login.microsoftonline.com';
const TENANT_A = '11111111-2222-3333-4444-555555555555';
const TENANT_B = '99999999-2222-3333-4444-555555555555';

const account = (
  name: string,
  tenant?: string,
  {
    address = 'alex@contoso.example',
    organisation = 'Contoso',
    origins = [LOGIN],
    createdAt = 1_000,
    proof = undefined as Proof | undefined,
  } = {},
) => ({
  name,
  credential: { account: address, prefix: organisation },
  ...{ origins, tenant, createdAt, proof },
});

const inA = account('in A', TENANT_A);
const inB = account('in B', TENANT_B, { organisation: 'Fabrikam' });
const anywhere = account('anywhere');

const asking = (changes: Partial<Asking> = {}): Asking => ({
  origin: LOGIN,
  shown: ['alex@contoso.example'],
  tenant: undefined,
  ...changes,
});

const bound = (accounts: readonly (typeof inA)[], changes?: Partial<Asking>) => {
  const { one, fitting, others } = boundAccounts(accounts, asking(changes));
  const namesOf = (each: readonly { readonly name: string }[]) => each.map(({ name }) => name);
  return {
    one: one?.account.name,
    why: one?.why,
    fitting: namesOf(fitting),
    others: namesOf(others),
  };
};
const found = (accounts: readonly (typeof inA)[], changes?: Partial<Asking>) =>
  bound(accounts, changes).one;

describe('the origin', () => {
  it('is exactly one of those that the account is bound to', () => {
    expect(found([anywhere])).toBe('anywhere');
    const two = account('two', undefined, { origins: ['https://contoso.example', LOGIN] });
    expect(found([two])).toBe('two');
  });

  it.each([
    'https://contoso.example',
    'http://login.microsoftonline.com',
    'https://login.microsoftonline.com:8443',
    'https://login.microsoftonline.com.',
    'https://login.microsoftonline.com.evil.example',
    'https://www.login.microsoftonline.com',
    'https://microsoftonline.com',
    'https://login.microsoftonline.com/',
    'login.microsoftonline.com',
    '',
  ])('%j gets none', (origin) => {
    expect(found([anywhere, inA], { origin })).toBeUndefined();
  });

  it('gets none of an account that is bound to none', () => {
    expect(found([account('nowhere', undefined, { origins: [] })])).toBeUndefined();
  });
});

describe('the address on show', () => {
  it.each([
    ['alex@contoso.example', 'alex@contoso.example'],
    ['alex@contoso.example', ' Alex@Contoso.example\n'],
    ['Alex@Contoso.Example', 'alex@contoso.example'],
  ])('%j is that of %j', (address, shown) => {
    expect(found([account('it', undefined, { address })], { shown: [shown] })).toBe('it');
  });

  it.each([
    '',
    ' ',
    'alex',
    '@contoso.example',
    'kim@contoso.example',
    'alex@contoso.example.evil',
  ])('%j is not that of alex@contoso.example', (shown) => {
    expect(found([anywhere], { shown: [shown] })).toBeUndefined();
  });

  it('must be there: an account without an address is never guessed', () => {
    const nameless = account('nameless', undefined, { address: '' });
    expect(found([nameless], { shown: [''] })).toBeUndefined();
    expect(found([nameless], { shown: [] })).toBeUndefined();
    expect(found([nameless])).toBeUndefined();
  });
});

describe('several addresses on show', () => {
  const kim = account('kim', undefined, { address: 'kim@contoso.example' });
  const KIM_AND_ALEX = ['kim@contoso.example', 'alex@contoso.example'];

  it('name the one account that has one of them', () => {
    expect(found([anywhere], { shown: KIM_AND_ALEX })).toBe('anywhere');
    expect(found([anywhere], { shown: KIM_AND_ALEX.toReversed() })).toBe('anywhere');
  });

  it('name none where two accounts have them', () => {
    const both = { one: undefined, why: undefined, fitting: ['kim', 'anywhere'], others: [] };
    expect(bound([anywhere, kim], { shown: KIM_AND_ALEX })).toEqual(both);
  });

  it('name the same where one stands there twice', () => {
    const twice = ['alex@contoso.example', 'ALEX@contoso.example'];
    expect(found([anywhere, kim], { shown: twice })).toBe('anywhere');
  });
});

describe('the tenant', () => {
  it.each<[string, (typeof inA)[], string | undefined, string | undefined]>([
    ['the same on both sides', [inA], TENANT_A, 'in A'],
    ['another one', [inA], TENANT_B, undefined],
    ['not told by the page', [inA], undefined, 'in A'],
    ['not known of the account', [anywhere], TENANT_A, 'anywhere'],
    ['known on neither side', [anywhere], undefined, 'anywhere'],
    ['a guest in two, asked by the first', [inA, inB], TENANT_A, 'in A'],
    ['a guest in two, asked by the second', [inA, inB], TENANT_B, 'in B'],
    ['a guest in two, not told by the page', [inA, inB], undefined, undefined],
    ['its own before one that is not known', [anywhere, inA], TENANT_A, 'in A'],
    ['one that is not known before another one', [anywhere, inA], TENANT_B, 'anywhere'],
    [
      'one that is not known, of another organisation, not told by the page',
      [account('elsewhere', undefined, { organisation: 'Fabrikam', createdAt: 2_000 }), inA],
      undefined,
      undefined,
    ],
    ['no account at all', [], TENANT_A, undefined],
  ])('%s', (_, accounts, tenant, name) => {
    expect(found(accounts, { tenant })).toBe(name);
    expect(found(accounts.toReversed(), { tenant })).toBe(name);
  });

  it('does not make up for another origin or address', () => {
    expect(found([inA], { tenant: TENANT_A, origin: 'https://contoso.example' })).toBeUndefined();
    expect(found([inA], { tenant: TENANT_A, shown: ['kim@contoso.example'] })).toBeUndefined();
  });
});

describe('of several that fit', () => {
  const newer = { createdAt: 2_000 };
  const newest = { createdAt: 3_000 };
  const elsewhere = { organisation: 'Fabrikam' };

  it.each<[string, (typeof inA)[], string | undefined, string | undefined]>([
    [
      'the newest, in one tenant',
      [inA, account('newest', TENANT_A, newest), account('newer', TENANT_A, newer)],
      TENANT_A,
      'newest',
    ],
    [
      'the newest, of no known tenant',
      [anywhere, account('newer', undefined, newer)],
      TENANT_A,
      'newer',
    ],
    [
      'the newest, not told by the page',
      [inA, account('newer', undefined, newer)],
      undefined,
      'newer',
    ],
    [
      'that of the tenant, before a newer one that is not known',
      [inA, account('newer', undefined, newer)],
      TENANT_A,
      'in A',
    ],
    [
      'not a newer one of another tenant',
      [inA, account('newer', TENANT_B, newer)],
      TENANT_A,
      'in A',
    ],
    [
      'not a newer one of another address',
      [inA, account('newer', TENANT_A, { ...newer, address: 'kim@contoso.example' })],
      TENANT_A,
      'in A',
    ],
    [
      'not a newer one of another origin',
      [inA, account('newer', TENANT_A, { ...newer, origins: ['https://contoso.example'] })],
      TENANT_A,
      'in A',
    ],
    [
      'none of several organisations, be one the newest',
      [anywhere, account('newer', undefined, { ...newer, ...elsewhere })],
      undefined,
      undefined,
    ],
    [
      'none of several organisations in one tenant',
      [inA, account('newer', TENANT_A, { ...newer, ...elsewhere })],
      TENANT_A,
      undefined,
    ],
    [
      'none of two in one organisation and one in another',
      [anywhere, account('newer', undefined, newer), account('other', undefined, elsewhere)],
      undefined,
      undefined,
    ],
    [
      'none of an organisation and of one without a name',
      [anywhere, account('nameless', undefined, { ...newer, organisation: '' })],
      undefined,
      undefined,
    ],
  ])('%s', (_, accounts, tenant, name) => {
    expect(found(accounts, { tenant })).toBe(name);
    expect(found(accounts.toReversed(), { tenant })).toBe(name);
  });

  const verified = { proof: 'verified' } as const;
  const unverified = { ...newest, proof: 'unverified' } as const;

  it.each<[string, (typeof inA)[], string | undefined, string | undefined]>([
    [
      'the one that was verified, before newer ones that were not, or of which it cannot be told',
      [
        account('verified', TENANT_A, verified),
        account('unknown', TENANT_A, newer),
        account('abandoned', TENANT_A, unverified),
      ],
      TENANT_A,
      'verified',
    ],
    [
      'one of which it cannot be told, before a newer one that was not verified',
      [inA, account('abandoned', TENANT_A, unverified)],
      TENANT_A,
      'in A',
    ],
    [
      'the newest of those that were verified',
      [
        account('verified', TENANT_A, verified),
        account('newer', TENANT_A, { ...newer, ...verified }),
        account('abandoned', TENANT_A, unverified),
      ],
      TENANT_A,
      'newer',
    ],
    [
      'the newest of those that were not, where there is no other',
      [
        account('abandoned', TENANT_A, { ...unverified, ...newer }),
        account('abandoned again', TENANT_A, unverified),
      ],
      TENANT_A,
      'abandoned again',
    ],
    [
      'one that was not verified, where it is the only one: the site may have accepted it unseen',
      [account('abandoned', TENANT_A, unverified)],
      TENANT_A,
      'abandoned',
    ],
    [
      'one of no known tenant, before one of the tenant that was not verified',
      [anywhere, account('abandoned', TENANT_A, unverified)],
      TENANT_A,
      'anywhere',
    ],
    [
      'that of the tenant, before a newer one of no known tenant that was verified as well',
      [
        account('verified', TENANT_A, verified),
        account('anywhere', undefined, { ...newer, ...verified }),
      ],
      TENANT_A,
      'verified',
    ],
    [
      'none of another organisation, be it verified and that of the tenant abandoned',
      [
        account('elsewhere', undefined, { ...verified, ...elsewhere }),
        account('abandoned', TENANT_A, unverified),
      ],
      TENANT_A,
      'abandoned',
    ],
    [
      'none of several organisations, be all but one abandoned',
      [account('verified', undefined, { ...verified, ...elsewhere }), account('a', '', unverified)],
      undefined,
      undefined,
    ],
    [
      'none of another tenant, be it verified',
      [inA, account('elsewhere', TENANT_B, verified)],
      TENANT_A,
      'in A',
    ],
  ])('%s', (_, accounts, tenant, name) => {
    expect(found(accounts, { tenant })).toBe(name);
    expect(found(accounts.toReversed(), { tenant })).toBe(name);
  });

  it('the later in the vault, of two that were added in the same millisecond', () => {
    expect(found([anywhere, account('later')])).toBe('later');
  });
});

describe("a personal account, on Microsoft's other host", () => {
  const LIVE = 'https://login.live.com';
  const address = 'alex@outlook.example';
  const personal = account('personal', undefined, { address, origins: [LIVE], organisation: '' });

  it('fits by its address', () => {
    expect(found([personal], { origin: LIVE, shown: [address] })).toBe('personal');
  });

  it.each([
    ['another address', LIVE, 'kim@outlook.example'],
    ['the host of work accounts', LOGIN, address],
  ])('is not the one for %s, be it the only one', (_, origin, shown) => {
    expect(found([personal], { origin, shown: [shown] })).toBeUndefined();
  });

  it('stands among the others where the page shows no address', () => {
    expect(bound([personal], { origin: LIVE, shown: [] })).toEqual({
      one: undefined,
      why: undefined,
      fitting: [],
      others: ['personal'],
    });
  });
});

describe('a site other than the ones of Microsoft', () => {
  const BANK = 'https://bank.example';
  const at = (name: string, changes: Parameters<typeof account>[2] = {}) =>
    account(name, undefined, { origins: [BANK], organisation: 'Bank', address: name, ...changes });

  it.each<[string, (typeof inA)[], string[], ReturnType<typeof bound>]>([
    [
      'shows nothing, and one is bound',
      [at('alex')],
      [],
      { one: 'alex', why: 'only-one', fitting: ['alex'], others: [] },
    ],
    [
      'shows another address, and one is bound',
      [at('alex')],
      ['kim'],
      { one: 'alex', why: 'only-one', fitting: ['alex'], others: [] },
    ],
    [
      'shows the address of the one that is bound',
      [at('alex')],
      ['Alex'],
      { one: 'alex', why: 'address', fitting: ['alex'], others: [] },
    ],
    [
      'shows the address of one of two',
      [at('alex'), at('kim', { createdAt: 2_000 })],
      ['alex'],
      { one: 'alex', why: 'address', fitting: ['alex'], others: ['kim'] },
    ],
    [
      'shows nothing, and two are bound',
      [at('alex'), at('kim', { createdAt: 2_000 })],
      [],
      { one: undefined, why: undefined, fitting: [], others: ['kim', 'alex'] },
    ],
    [
      'shows both addresses',
      [at('alex'), at('kim', { createdAt: 2_000 })],
      ['alex', 'kim'],
      { one: undefined, why: undefined, fitting: ['kim', 'alex'], others: [] },
    ],
    [
      'shows an address that two have, of different names',
      [at('alex'), at('other', { address: 'alex', organisation: 'Bank 2', createdAt: 2_000 })],
      ['alex'],
      { one: undefined, why: undefined, fitting: ['other', 'alex'], others: [] },
    ],
    [
      'shows an address that two have, one of them verified: the same account twice',
      [
        at('old', { address: 'alex', proof: 'verified' }),
        at('new', { address: 'alex', createdAt: 2_000 }),
      ],
      ['alex'],
      { one: 'old', why: 'address', fitting: ['old', 'new'], others: [] },
    ],
    [
      'is bound to none',
      [anywhere],
      ['alex@contoso.example'],
      { one: undefined, why: undefined, fitting: [], others: [] },
    ],
  ])('that %s', (_, accounts, shown, expected) => {
    expect(bound(accounts, { origin: BANK, shown })).toEqual(expected);
    expect(bound(accounts.toReversed(), { origin: BANK, shown })).toEqual(expected);
  });

  it('counts one account for one, in whatever case its name was written', () => {
    const capitals = at('capitals', { address: 'Alex', createdAt: 2_000 });
    expect(found([at('alex'), capitals], { origin: BANK, shown: ['alex'] })).toBe('capitals');
  });

  it('is not the one on another port, or without its subdomain', () => {
    for (const origin of [
      'https://bank.example:8443',
      'https://www.bank.example',
      'http://bank.example',
    ]) {
      expect(bound([at('alex')], { origin, shown: ['alex'] })).toEqual({
        one: undefined,
        why: undefined,
        fitting: [],
        others: [],
      });
    }
  });
});

describe('those that are bound to the place', () => {
  const kim = (changes: Parameters<typeof account>[2], name = 'kim') =>
    account(name, undefined, { address: 'kim@contoso.example', ...changes });

  it('stand best first, those that fit and those that do not each by themselves', () => {
    const accounts = [
      kim({ proof: 'unverified', createdAt: 9_000 }, 'kim, abandoned'),
      kim({}, 'kim'),
      kim({ proof: 'verified' }, 'kim, verified'),
      account('newer', undefined, { createdAt: 2_000 }),
      account('newest', undefined, { createdAt: 3_000 }),
      inA,
      account('elsewhere', undefined, { origins: ['https://bank.example'] }),
    ];
    const expected = {
      one: 'in A',
      why: 'address',
      fitting: ['in A', 'newest', 'newer'],
      others: ['kim, verified', 'kim', 'kim, abandoned'],
    };
    expect(bound(accounts, { tenant: TENANT_A })).toEqual(expected);
    expect(bound(accounts.toReversed(), { tenant: TENANT_A })).toEqual(expected);
  });

  it('of another tenant are among those that do not fit', () => {
    expect(bound([inA, inB], { tenant: TENANT_B })).toEqual({
      one: 'in B',
      why: 'address',
      fitting: ['in B'],
      others: ['in A'],
    });
  });
});
