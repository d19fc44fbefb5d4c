import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AccountSchema } from '../../src/vault/account.ts';
import { VaultDocumentSchema } from '../../src/vault/document.ts';
import { DEFAULT_SETTINGS } from '../../src/vault/settings.ts';
import { hotp, steam, totp } from '../otp/credentials.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { IMAGE, png } from './png.ts';

const refusal = { at: 1_700_000_000_000, kind: 'not-me', origin: 'https://contoso.example' };

const account = {
  id: '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
  createdAt: 1_700_000_000_000,
  credential: totp(),
  kind: 'work',
  origins: ['https://login.microsoftonline.com'],
  tenant: '11111111-2222-3333-4444-555555555555',
};

describe('the schema of an account', () => {
  const accepts = (change: object) => v.safeParse(AccountSchema, { ...account, ...change }).success;

  it.each([
    ['as it is', {}],
    ['without a tenant', { tenant: undefined }],
    ['without an origin', { origins: [] }],
    ['with a port', { origins: ['https://contoso.example:8443'] }],
    ['with a counter', { credential: hotp() }],
    ["with Steam's parameters", { credential: steam() }],
    ['that is a guest', { kind: 'guest' }],
    ['that is personal', { kind: 'personal' }],
    ['that is of another kind', { kind: 'other' }],
    ['unverified', { proof: 'unverified' }],
    ['verified', { proof: 'verified' }],
    ['with another place', { elsewhere: 'x' }],
    ['with another place in many words', { elsewhere: 'x'.repeat(200) }],
    ['in the place of another one', { replaces: account.id }],
    ['pinned', { pinned: true }],
    ['in a group', { group: account.id }],
    ['with a picture', { image: IMAGE }],
    ['with the largest picture', { image: IMAGE.slice(0, 32) + 'A'.repeat(16_384 - 32) }],
    ['automatic', { mode: 'automatic' }],
    ['that asks', { mode: 'ask' }],
    ['by hand', { mode: 'manual' }],
    ['that submits', { submits: true }],
    ['that switches', { insteadOfPush: true }],
    ['with a refusal', { history: [refusal] }],
    ['with 20 refusals', { history: Array(20).fill(refusal) }],
    ['in the recycle bin', { deletedAt: 1_700_000_000_000 }],
  ])('accepts it %s', (_, change) => {
    expect(accepts(change)).toBe(true);
  });

  it.each([
    ['an http origin', { origins: ['http://contoso.example'] }],
    ['an address for an origin', { origins: ['https://contoso.example/'] }],
    ['a pattern for an origin', { origins: ['*'] }],
    ['a tenant by domain', { tenant: 'contoso.example' }],
    ['an id that is none', { id: '1' }],
    [
      'a credential of one type with the parts of another',
      { credential: { ...totp(), type: 'hotp' } },
    ],
    ['no kind', { kind: undefined }],
    ['an unknown kind', { kind: 'school' }],
    ['an unknown proof', { proof: 'yes' }],
    ['another place without a name', { elsewhere: '' }],
    ['another place in too many words', { elsewhere: 'x'.repeat(201) }],
    ['what is no id in the place of another one', { replaces: '1' }],
    ['an account that is pinned by a no', { pinned: false }],
    ['a group by name', { group: 'Family' }],
    ['a picture that is wider', { image: png(65, 64) }],
    ['a picture that is higher', { image: png(64, 65) }],
    ['a picture with its address', { image: `data:image/png;base64,${IMAGE}` }],
    ['a picture that is too large', { image: IMAGE.slice(0, 32) + 'A'.repeat(16_385 - 32) }],
    ['no picture', { image: '' }],
    ['what is no base64', { image: `${IMAGE}"` }],
    ['an unknown mode', { mode: 'never' }],
    ['an account that submits by a no', { submits: false }],
    ['an account that switches by a no', { insteadOfPush: false }],
    ['no refusal in the history', { history: [] }],
    ['21 refusals', { history: Array(21).fill(refusal) }],
    ['an unknown refusal', { history: [{ ...refusal, kind: 'wrong-number' }] }],
    ['a refusal at half a millisecond', { history: [{ ...refusal, at: 0.5 }] }],
    ['a refusal of no site', { history: [{ ...refusal, origin: 'contoso.example' }] }],
    ['a refusal with a key too many', { history: [{ ...refusal, title: '' }] }],
    ['half a millisecond in the recycle bin', { deletedAt: 0.5 }],
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
});

describe('the schema of a document', () => {
  const accepts = (change: object) =>
    v.safeParse(VaultDocumentSchema, { ...EMPTY_DOCUMENT, ...change }).success;
  const change = { kind: 'account-added', label: 'Contoso · alex@contoso.example' };

  it.each([
    ['as it is', {}],
    ['with an account', { accounts: [account] }],
    ['with names', { wayNames: { 'c2xvdA==': 'Phone' } }],
    ['with a damaged state', { damaged: [{ generation: 3, savedAt: 0, code: 'damaged' }] }],
    ['with its change', { damaged: [{ generation: 3, savedAt: 0, code: 'damaged', change }] }],
    ['with groups', { groups: [{ id: account.id, name: 'n'.repeat(60) }] }],
    ['with groups to bring back', { undo: { change, accounts: [], added: [], groups: [] } }],
    ['with hidden codes', { settings: { ...DEFAULT_SETTINGS, hideCodes: true } }],
    ['with an undo', { undo: { change, accounts: [account], added: [account.id] } }],
    [
      'open until the browser closes',
      { settings: { ...DEFAULT_SETTINGS, lockAfterMinutes: null } },
    ],
  ])('accepts it %s', (_, changed) => {
    expect(accepts(changed)).toBe(true);
  });

  it.each([
    ['version 1', { version: 1 }],
    ['version 2', { version: 2 }],
    ['version 3', { version: 3 }],
    ['version 4', { version: 4 }],
    ['version 6', { version: 6 }],
    ['no groups', { groups: undefined }],
    ['a group without a name', { groups: [{ id: account.id, name: '' }] }],
    ['a group with a long name', { groups: [{ id: account.id, name: 'n'.repeat(61) }] }],
    ['a group that is no object', { groups: ['Family'] }],
    ['a key too many', { note: 'x' }],
    ['no settings', { settings: undefined }],
    ['minutes that nobody offers', { settings: { ...DEFAULT_SETTINGS, lockAfterMinutes: 999 } }],
    ['a clock that is off by days', { settings: { ...DEFAULT_SETTINGS, clockOffsetSeconds: 1e6 } }],
    [
      'a change that it does not know',
      { undo: { change: { kind: 'x', label: '' }, accounts: [], added: [] } },
    ],
    ['a damaged state without a number', { damaged: [{ savedAt: 0, code: 'damaged' }] }],
  ])('refuses %s', (_, changed) => {
    expect(accepts(changed)).toBe(false);
  });
});
