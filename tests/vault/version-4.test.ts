import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { FILL_MODES } from '../../src/vault/fill-mode.ts';
import { readDocument } from '../../src/vault/migration.ts';
import { hotp } from '../otp/credentials.ts';
import { fault } from './builders.ts';
import {
  anyVersion3Account,
  OLDER_DOCUMENT,
  packedAsVersion3,
  sinceVersion5,
  stored,
  VERSION_3_ACCOUNT,
  type Version3Account,
} from './older-documents.ts';

/** An account as version 4 had it. */
type Older = Version3Account & Pick<Account, 'mode' | 'submits' | 'insteadOfPush' | 'history'>;

const MODES = ['automatic', 'ask', 'manual'] as const;

const refusal = { at: 1_700_000_000_000, kind: 'not-me', origin: 'https://a.example' } as const;
const account: Older = { ...VERSION_3_ACCOUNT, mode: 'ask', history: [refusal] };

function packed(accounts: readonly Older[]) {
  const some = (read: (each: Older) => unknown) =>
    accounts.flatMap((each, at) => {
      const value = read(each);
      return value === undefined ? [] : [[at, value]];
    });
  const marked = (read: (each: Older) => true | undefined) =>
    accounts.flatMap((each, at) => (read(each) ? [at] : []));
  return {
    ...packedAsVersion3(accounts),
    mode: some(({ mode }) => (mode === undefined ? undefined : MODES.indexOf(mode))),
    history: some(({ history }) => history),
    submits: marked(({ submits }) => submits),
    insteadOfPush: marked(({ insteadOfPush }) => insteadOfPush),
  };
}

const documentOf = (accounts: readonly Older[]) => ({
  ...OLDER_DOCUMENT,
  version: 4,
  accounts: packed(accounts),
});

const anyAccount: fc.Arbitrary<Older> = fc
  .tuple(
    anyVersion3Account,
    fc.record(
      {
        mode: fc.constantFrom(...FILL_MODES),
        submits: fc.constant(true as const),
        insteadOfPush: fc.constant(true as const),
        history: fc.array(fc.constant(refusal), { minLength: 1, maxLength: 3 }),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([older, added]) => ({ ...older, ...added }));

describe('a document of version 4', () => {
  it('is the same in version 5, without groups, and shows its codes', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 8 }), anyAccount, (accounts, altered) => {
        const document = documentOf(accounts);
        const change = { kind: 'account-refusal-noted', label: 'x' };
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
  const { accounts, settings } = document;
  const withColumns = (columns: object) => ({ ...document, accounts: { ...accounts, ...columns } });
  const withUndo = (changes: object) => {
    const change = { kind: 'account-unbound', label: '' };
    return { ...document, undo: { change, accounts: [], added: [], ...changes } };
  };

  it('(not as it is)', () => {
    expect(readDocument(stored(withUndo({ accounts: [account] }))).accounts).toHaveLength(2);
  });

  it.each<[string, object]>([
    ['version 4 without accounts', { ...document, accounts: undefined }],
    ['version 4 with the columns of version 3', { ...document, accounts: packedAsVersion3([]) }],
    ['version 4 with a column of version 5', withColumns({ group: [-1, -1] })],
    ['version 4 with a shorter column', withColumns({ proof: [-1] })],
    ['version 4 with a mode that is none', withColumns({ mode: [[0, 3]] })],
    ['version 4 with a mode of no account', withColumns({ mode: [[2, 0]] })],
    ['version 4 with a history of no account', withColumns({ history: [[2, [refusal]]] })],
    ['version 4 with a form of no account', withColumns({ submits: [2] })],
    ['version 4 with a switch of no account', withColumns({ insteadOfPush: [2] })],
    [
      'version 4 with a change of version 5',
      withUndo({ change: { kind: 'group-added', label: '' } }),
    ],
    [
      'version 4 with an account of version 5 to bring back',
      withUndo({ accounts: [{ ...account, group: account.id }] }),
    ],
    ['version 4 with groups to bring back', withUndo({ groups: [] })],
    ['version 4 with groups', { ...document, groups: [] }],
    [
      'version 4 with a setting of version 5',
      { ...document, settings: { ...settings, hideCodes: false } },
    ],
    ['version 4 with a key too many', { ...document, note: '' }],
  ])('%s', (_, json) => {
    expect(() => readDocument(stored(json))).toThrow(expect.objectContaining(fault('damaged')));
  });
});
