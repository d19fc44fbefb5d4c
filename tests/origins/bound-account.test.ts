import { describe, expect, it } from 'vitest';
import { type Asking, findBoundAccount } from '../../src/origins/bound-account.ts';
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
  account: 'alex@contoso.example',
  tenant: undefined,
  ...changes,
});

const found = (accounts: readonly (typeof inA)[], changes?: Partial<Asking>) =>
  findBoundAccount(accounts, asking(changes))?.name;

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
    expect(found([account('it', undefined, { address })], { account: shown })).toBe('it');
  });

  it.each([
    '',
    ' ',
    'alex',
    '@contoso.example',
    'kim@contoso.example',
    'alex@contoso.example.evil',
  ])('%j is not that of alex@contoso.example', (shown) => {
    expect(found([anywhere], { account: shown })).toBeUndefined();
  });

  it('must be there: an account without an address is never guessed', () => {
    const nameless = account('nameless', undefined, { address: '' });
    expect(found([nameless], { account: '' })).toBeUndefined();
    expect(found([nameless])).toBeUndefined();
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
    expect(found([inA], { tenant: TENANT_A, account: 'kim@contoso.example' })).toBeUndefined();
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
