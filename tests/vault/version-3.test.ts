import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/vault/migration.ts';
import { hotp } from '../otp/credentials.ts';
import { fault } from './builders.ts';
import {
  VERSION_3_ACCOUNT as account,
  anyVersion3Account as anyAccount,
  OLDER_DOCUMENT,
  type Version3Account as Older,
  packedAsVersion3 as packed,
  packedAsVersion2,
  sinceVersion5,
  stored,
} from './older-documents.ts';

const documentOf = (accounts: readonly Older[]) => ({
  ...OLDER_DOCUMENT,
  version: 3,
  accounts: packed(accounts),
});

describe('a document of version 3', () => {
  it('is the same in version 5', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 8 }), anyAccount, (accounts, altered) => {
        const document = documentOf(accounts);
        const change = { kind: 'account-described', label: 'x' };
        const undo = { change, accounts: [altered], added: [altered.id], order: [altered.id] };
        expect(readDocument(stored({ ...document, undo }))).toEqual({
          ...{ ...document, undo, accounts },
          ...sinceVersion5(document),
        });
      }),
    );
  });

  it('has no undo where it had none', () => {
    expect(readDocument(stored(documentOf([account])))).not.toHaveProperty('undo');
  });
});

describe('is damaged:', () => {
  const document = documentOf([account, { ...account, credential: hotp() }]);
  const { accounts } = document;
  const withColumns = (columns: object) => ({ ...document, accounts: { ...accounts, ...columns } });
  const withUndo = (changes: object) => {
    const change = { kind: 'account-verified', label: '' };
    return { ...document, undo: { change, accounts: [], added: [], ...changes } };
  };

  it('(not as it is)', () => {
    expect(readDocument(stored(withUndo({ accounts: [account] }))).accounts).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['version 3 without accounts', { ...document, accounts: undefined }],
    ['version 3 with the columns of version 2', { ...document, accounts: packedAsVersion2([]) }],
    ['version 3 with a column of version 4', withColumns({ mode: [] })],
    ['version 3 with a shorter column', withColumns({ createdAt: [1] })],
    ['version 3 with fewer kinds', withColumns({ kind: [0] })],
    ['version 3 with more proofs', withColumns({ proof: [-1, -1, -1] })],
    ['version 3 with a kind that is none', withColumns({ kind: [0, 4] })],
    ['version 3 with a proof that is none', withColumns({ proof: [-1, 2] })],
    ['version 3 with a text of no account', withColumns({ elsewhere: [[2, 'x']] })],
    ['version 3 in the place of one for no account', withColumns({ replaces: [[2, account.id]] })],
    [
      'version 3 with a change of version 4',
      withUndo({ change: { kind: 'account-unbound', label: '' } }),
    ],
    [
      'version 3 with an account of version 4 to bring back',
      withUndo({ accounts: [{ ...account, mode: 'ask' }] }),
    ],
    [
      'version 3 with minutes that nobody offered',
      { ...document, settings: { ...document.settings, lockAfterMinutes: 2 } },
    ],
    ['version 3 with a key too many', { ...document, note: '' }],
    ['version 3 with a short sealing key', { ...document, sealingKey: 'AAAA' }],
  ])('%s', (_, json) => {
    expect(() => readDocument(stored(json))).toThrow(expect.objectContaining(fault('damaged')));
  });
});
