import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { findTwins } from '../../src/vault/twins.ts';
import { hotp, steam, totp } from '../otp/credentials.ts';
import { SECRETS } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const OTHER_TENANT = '99999999-2222-3333-4444-555555555555';
const OTHER_SECRET = SECRETS[1];

const twin: Account = {
  id: '00000000-0000-4000-8000-000000000001',
  credential: totp({ secret: OTHER_SECRET }),
  kind: 'work',
  createdAt: 0,
  origins: [],
  tenant: TENANT,
};

const { tenant: _, ...ofNoTenant } = twin;

const isFound = (account: Account, identity: Parameters<typeof findTwins>[1]) =>
  findTwins({ ...EMPTY_DOCUMENT, accounts: [account] }, identity).length === 1;

describe('an account with another secret is a twin', () => {
  it.each<[string, Account, string | undefined]>([
    ['in the same tenant', twin, TENANT],
    ['where the tenant of the one is not known', twin, undefined],
    ['where the tenant of the other is not known', ofNoTenant, TENANT],
    ['where neither is known', ofNoTenant, undefined],
    ['whatever was proven of it', { ...twin, proof: 'verified' }, TENANT],
    [
      'in whatever case its names are written',
      {
        ...twin,
        credential: totp({
          ...{ secret: OTHER_SECRET, issuer: 'MICROSOFT', prefix: 'contoso' },
          account: 'Alex@Contoso.Example',
        }),
      },
      TENANT,
    ],
    ['of another type', { ...twin, credential: hotp({ secret: OTHER_SECRET }) }, TENANT],
  ])('%s', (__, account, tenant) => {
    expect(isFound(account, { credential: totp(), tenant })).toBe(true);
  });
});

describe('an account is no twin', () => {
  it.each<[string, Partial<Account>]>([
    ['with the same secret: it is the same one', { credential: totp() }],
    ['in another tenant', { tenant: OTHER_TENANT }],
    ['of another issuer', { credential: totp({ secret: OTHER_SECRET, issuer: 'GitHub' }) }],
    ['of another organisation', { credential: totp({ secret: OTHER_SECRET, prefix: 'Fabrikam' }) }],
    ['of another address', { credential: totp({ secret: OTHER_SECRET, account: 'kim' }) }],
    ['in the recycle bin', { deletedAt: 1 }],
    ['at Steam', { credential: steam({ secret: OTHER_SECRET }) }],
  ])('%s', (__, changes) => {
    expect(isFound({ ...twin, ...changes }, { credential: totp(), tenant: TENANT })).toBe(false);
  });

  it('without an address, which may be anybody’s', () => {
    const nameless = { ...twin, credential: totp({ secret: OTHER_SECRET, account: '' }) };
    const credential = totp({ account: '' });
    expect(isFound(nameless, { credential, tenant: TENANT })).toBe(false);
  });

  it('where names run into each other', () => {
    const account = {
      ...twin,
      credential: totp({ secret: OTHER_SECRET, issuer: 'A', prefix: 'B","C', account: 'D' }),
    };
    const credential = totp({ issuer: 'A', prefix: 'B', account: 'C","D' });
    expect(isFound(account, { credential, tenant: TENANT })).toBe(false);
  });
});

it('a twin is one from both sides', () => {
  const anyAccount = fc
    .record({
      secret: fc.constantFrom(...SECRETS),
      issuer: fc.constantFrom('Microsoft', 'MICROSOFT', 'GitHub'),
      account: fc.constantFrom('alex', 'Alex', 'kim', ''),
      tenant: fc.constantFrom(undefined, TENANT, OTHER_TENANT),
    })
    .map(({ secret, issuer, account, tenant }): Account => {
      const credential = totp({ secret, issuer, account });
      return { ...ofNoTenant, credential, ...(tenant ? { tenant } : {}) };
    });
  fc.assert(
    fc.property(anyAccount, anyAccount, (one, other) => {
      expect(isFound(one, other)).toBe(isFound(other, one));
    }),
  );
});

it('all twins are found, in the order of the accounts on show', () => {
  const third = { ...twin, id: '00000000-0000-4000-8000-000000000003', pinned: true as const };
  const accounts = [twin, { ...twin, credential: totp() }, third];
  const found = findTwins({ ...EMPTY_DOCUMENT, accounts }, { credential: totp(), tenant: TENANT });
  expect(found).toEqual([third, twin]);
});
