import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { type Details, editDetails } from '../../src/vault/edit-details.ts';
import { totp } from '../otp/credentials.ts';
import { fault } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';

const NOW = 1_700_000_000_000;
const ID = '00000000-0000-4000-8000-000000000001';
const GROUP = { id: '00000000-0000-4000-8000-000000000009', name: 'Clients' };

const account: Account = {
  id: ID,
  credential: totp(),
  kind: 'work',
  createdAt: NOW,
  origins: [],
};
const other: Account = { ...account, id: '00000000-0000-4000-8000-000000000002' };
const document: VaultDocument = {
  ...EMPTY_DOCUMENT,
  accounts: [other, account],
  groups: [GROUP],
};
const edited = (details: Details) => editDetails(ID, details)(document, NOW);

const names = { issuer: 'Work', organisation: '', account: 'me' };

describe('an edit of an account', () => {
  it('is all that is changed, in one change under its new name', () => {
    const edit = edited({
      names,
      description: { kind: 'guest', elsewhere: 'Phone' },
      group: GROUP.id,
      image: 'iVBO',
    });
    expect(edit?.change).toEqual({ kind: 'account-described', label: 'Work · me' });
    expect(edit?.document.accounts).toEqual([
      other,
      {
        ...account,
        credential: { ...account.credential, issuer: 'Work', account: 'me', prefix: 'Work' },
        kind: 'guest',
        elsewhere: 'Phone',
        group: GROUP.id,
        image: 'iVBO',
      },
    ]);
  });

  it.each([
    ['account-renamed', { names }],
    ['account-described', { description: { kind: 'guest', elsewhere: '' } }],
    ['account-grouped', { group: GROUP.id }],
    ['account-image-set', { image: 'iVBO' }],
  ] as const)('is said to be %s where it is nothing else', (kind, details) => {
    expect(edited(details)?.change.kind).toBe(kind);
    const same = { description: { kind: account.kind, elsewhere: '' }, ...details };
    expect(edited(same)?.change.kind).toBe(kind);
  });

  it('is none where all stays as it was', () => {
    expect(edited({})).toBeUndefined();
    expect(edited({ group: null, image: null })).toBeUndefined();
  });

  it('is refused as a whole where the group is not there', () => {
    const details = { names, group: '00000000-0000-4000-8000-000000000007' };
    expect(() => edited(details)).toThrow(expect.objectContaining(fault('unknown-group')));
  });
});
