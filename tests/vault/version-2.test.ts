import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/vault/migration.ts';
import { hotp } from '../otp/credentials.ts';
import { fault } from './builders.ts';
import {
  VERSION_2_ACCOUNT as account,
  anyVersion2Account as anyAccount,
  ENTRA,
  OLDER_DOCUMENT,
  type Version2Account as Older,
  packedAsVersion2,
  sinceVersion5,
  stored,
} from './older-documents.ts';

const documentOf = (accounts: readonly Older[]) => ({
  ...OLDER_DOCUMENT,
  version: 2,
  accounts: packedAsVersion2(accounts),
});

const kindOf = ({ tenant, origins }: Older) =>
  tenant !== undefined || origins.includes(ENTRA) ? 'work' : 'other';

describe('a document of version 2', () => {
  it('is the same in version 5, but that its accounts have a kind', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 8 }), anyAccount, (accounts, altered) => {
        const document = documentOf(accounts);
        const change = { kind: 'account-renamed', label: 'x' };
        const undo = { change, accounts: [altered], added: [altered.id], order: [altered.id] };
        const withKind = (each: Older) => ({ ...each, kind: kindOf(each) });
        expect(readDocument(stored({ ...document, undo }))).toEqual({
          ...document,
          ...sinceVersion5(document),
          accounts: accounts.map(withKind),
          undo: { ...undo, accounts: [withKind(altered)] },
        });
      }),
    );
  });

  it('has no undo where it had none', () => {
    const document = documentOf([account]);
    expect(readDocument(stored(document))).not.toHaveProperty('undo');
  });

  it.each<[string, string, Partial<Older>]>([
    ['work', 'with a tenant and bound to Entra', {}],
    ['work', 'with a tenant', { origins: [] }],
    ['work', 'bound to Entra', { tenant: undefined }],
    ['other', 'bound to nothing', { tenant: undefined, origins: [] }],
    ['other', 'bound to another host', { tenant: undefined, origins: [`${ENTRA}.a.example`] }],
  ])('%s is the kind of an account %s', (kind, _, changes) => {
    const [read] = readDocument(stored(documentOf([{ ...account, ...changes }]))).accounts;
    expect(read?.kind).toBe(kind);
    expect(read).not.toHaveProperty('proof');
  });
});

describe('is damaged:', () => {
  const document = documentOf([account, { ...account, credential: hotp() }]);
  const { accounts } = document;
  const withColumns = (columns: object) => ({ ...document, accounts: { ...accounts, ...columns } });
  const withUndo = (changes: object) => {
    const change = { kind: 'account-renamed', label: '' };
    return { ...document, undo: { change, accounts: [], added: [], ...changes } };
  };

  it('(not as it is)', () => {
    expect(readDocument(stored(withUndo({ accounts: [account] }))).accounts).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['version 2 without accounts', { ...document, accounts: undefined }],
    ['version 2 with a column of version 3', withColumns({ kind: [0, 0] })],
    ['version 2 with a column less', withColumns({ pinned: undefined })],
    ['version 2 with a shorter column', withColumns({ createdAt: [1] })],
    ['version 2 with a text that is not there', withColumns({ issuer: [0, 99] })],
    ['version 2 with a tenant that is not there', withColumns({ tenant: [-2, 0] })],
    ['version 2 with a pin of no account', withColumns({ pinned: [2] })],
    ['version 2 with a time of no account', withColumns({ deletedAt: [[2, 0]] })],
    ['version 2 with parameters of an unknown type', withColumns({ parameterSets: [{}] })],
    [
      'version 2 with a change of version 3',
      withUndo({ change: { kind: 'account-bound', label: '' } }),
    ],
    [
      'version 2 with an account of version 3 to bring back',
      withUndo({ accounts: [{ ...account, kind: 'work' }] }),
    ],
    [
      'version 2 with a setting too many',
      { ...document, settings: { ...document.settings, x: 1 } },
    ],
    [
      'version 2 with minutes that nobody offered',
      { ...document, settings: { ...document.settings, lockAfterMinutes: 2 } },
    ],
    ['version 2 with a key too many', { ...document, note: '' }],
    ['version 2 with a short sealing key', { ...document, sealingKey: 'AAAA' }],
  ])('%s', (_, json) => {
    expect(() => readDocument(stored(json))).toThrow(expect.objectContaining(fault('damaged')));
  });
});
