import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  AccountSchema,
  EMPTY_DOCUMENT,
  findBySecret,
  VaultDocumentSchema,
  withAccount,
} from '../../src/vault/document.ts';
import { totp } from '../otp/credentials.ts';

const ORIGINS = ['https://login.microsoftonline.com'];
const TENANT = '11111111-2222-3333-4444-555555555555';
const IDENTITY = { id: '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70', createdAt: 1_700_000_000_000 };

const account = { ...IDENTITY, credential: totp(), origins: ORIGINS, tenant: TENANT };

describe('withAccount', () => {
  it('puts the account last, with its origins and tenant', () => {
    const before = withAccount(
      EMPTY_DOCUMENT,
      { credential: totp({ secret: 'MZXW6' }), origins: [], tenant: undefined },
      { ...IDENTITY, id: '00000000-0000-4000-8000-000000000000' },
    );
    const after = withAccount(
      before,
      { credential: totp(), origins: ORIGINS, tenant: TENANT },
      IDENTITY,
    );
    expect(after).toEqual({ version: 1, accounts: [...before.accounts, account] });
  });

  it('changes neither the document nor what it is given', () => {
    withAccount(EMPTY_DOCUMENT, { credential: totp(), origins: ORIGINS, tenant: TENANT }, IDENTITY);
    expect(EMPTY_DOCUMENT).toEqual({ version: 1, accounts: [] });
  });

  it('leaves out a tenant that is not known', () => {
    const [added] = withAccount(
      EMPTY_DOCUMENT,
      { credential: totp(), origins: [], tenant: undefined },
      IDENTITY,
    ).accounts;
    expect(added).toEqual({ ...IDENTITY, credential: totp(), origins: [] });
  });
});

describe('findBySecret', () => {
  const document = { ...EMPTY_DOCUMENT, accounts: [account] };

  it('finds the account with the same secret, whatever its name', () => {
    expect(findBySecret(document, totp({ account: 'other' }).secret)).toEqual(account);
  });

  it('finds none with another one', () => {
    expect(findBySecret(document, 'MZXW6')).toBeUndefined();
  });
});

describe('the schema of an account', () => {
  const accepts = (change: object) => v.safeParse(AccountSchema, { ...account, ...change }).success;

  it.each([
    ['as it is', {}],
    ['without a tenant', { tenant: undefined }],
    ['without an origin', { origins: [] }],
    ['with a port', { origins: ['https://contoso.example:8443'] }],
  ])('accepts it %s', (_, change) => {
    expect(accepts(change)).toBe(true);
  });

  it.each([
    ['an http origin', { origins: ['http://contoso.example'] }],
    ['an address for an origin', { origins: ['https://contoso.example/'] }],
    ['a pattern for an origin', { origins: ['*'] }],
    ['a tenant by domain', { tenant: 'contoso.example' }],
    ['an id that is none', { id: '1' }],
    ['a counter-based credential', { credential: { ...totp(), type: 'hotp' } }],
    ['5 digits', { credential: totp({ digits: 5 }) }],
    ['9 digits', { credential: totp({ digits: 9 }) }],
    ['period 0', { credential: totp({ period: 0 }) }],
    ['half a period', { credential: totp({ period: 0.5 }) }],
    ['no secret', { credential: totp({ secret: '' }) }],
    ['a secret in lower case', { credential: totp({ secret: 'mzxw6' }) }],
    ['a secret with padding', { credential: totp({ secret: 'MZXW6===' }) }],
    ['a key too many', { note: 'x' }],
  ])('refuses %s', (_, change) => {
    expect(accepts(change)).toBe(false);
  });

  it('wants version 1 of the document', () => {
    expect(v.safeParse(VaultDocumentSchema, { version: 2, accounts: [] }).success).toBe(false);
    expect(v.safeParse(VaultDocumentSchema, EMPTY_DOCUMENT).success).toBe(true);
  });
});
