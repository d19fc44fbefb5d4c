import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Credential } from '../../src/otp/credential.ts';
import type { Account } from '../../src/vault/account.ts';
import { readDocument } from '../../src/vault/migration.ts';
import { anyCredential, hotp, totp } from '../otp/credentials.ts';
import { fault } from './builders.ts';

const ENTRA = 'https://login.microsoftonline.com';
const TENANT = '11111111-2222-3333-4444-555555555555';

type Older = Omit<Account, 'kind' | 'proof' | 'elsewhere' | 'replaces'>;

const account: Older = {
  id: '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
  credential: totp(),
  createdAt: 1_700_000_000_000,
  origins: [ENTRA],
  tenant: TENANT,
};

const parametersOf = (credential: Credential) => {
  const { type, algorithm, digits } = credential;
  return { type, algorithm, digits, ...(type === 'hotp' ? {} : { period: credential.period }) };
};

/** As version 2 had them, but for what stands twice: its reader never minded that. */
function packed(accounts: readonly Older[]) {
  const every = <Value>(read: (each: Older) => Value) => accounts.map(read);
  const some = (read: (each: Older) => number | undefined) =>
    accounts.flatMap((each, at) => {
      const value = read(each);
      return value === undefined ? [] : [[at, value]];
    });
  const column = (index: number) => accounts.map((_, at) => at * 3 + index);
  return {
    id: every(({ id }) => id).join(' '),
    secret: every(({ credential }) => credential.secret).join(' '),
    account: every(({ credential }) => credential.account),
    createdAt: every(({ createdAt }) => createdAt),
    issuer: column(0),
    prefix: column(1),
    tenant: accounts.map(({ tenant }, at) => (tenant === undefined ? -1 : at * 3 + 2)),
    parameters: accounts.map((_, at) => at),
    origins: accounts.map((_, at) => at),
    counter: some(({ credential }) =>
      credential.type === 'hotp' ? credential.counter : undefined,
    ),
    deletedAt: some(({ deletedAt }) => deletedAt),
    pinned: accounts.flatMap(({ pinned }, at) => (pinned ? [at] : [])),
    texts: accounts.flatMap(({ credential, tenant = '' }) => [
      credential.issuer,
      credential.prefix,
      tenant,
    ]),
    parameterSets: every(({ credential }) => parametersOf(credential)),
    originSets: every(({ origins }) => origins),
  };
}

const documentOf = (accounts: readonly Older[]) => ({
  version: 2,
  sealingKey: Buffer.alloc(32, 7).toString('base64'),
  accounts: packed(accounts),
  settings: { lockAfterMinutes: null, lockWhenIdleMinutes: 30, clockOffsetSeconds: -43_200 },
  wayNames: { 'c2xvdA==': 'Phone' },
  damaged: [
    {
      ...{ generation: 16, savedAt: 1_700_000_000_000, code: 'damaged' },
      change: { kind: 'copy-discarded', label: '' },
    },
  ],
});

const anyAccount: fc.Arbitrary<Older> = fc.record(
  {
    id: fc.uuid(),
    credential: anyCredential,
    createdAt: fc.integer(),
    origins: fc.uniqueArray(fc.constantFrom(ENTRA, 'https://a.example', `${ENTRA}:8443`)),
    tenant: fc.uuid(),
    pinned: fc.constant(true as const),
    deletedAt: fc.integer(),
  },
  { requiredKeys: ['id', 'credential', 'createdAt', 'origins'] },
);

const kindOf = ({ tenant, origins }: Older) =>
  tenant !== undefined || origins.includes(ENTRA) ? 'work' : 'other';

/** As JSON, and back again. */
const stored = (document: object): unknown => JSON.parse(JSON.stringify(document));

describe('a document of version 2', () => {
  it('is the same in version 3, but that its accounts have a kind', () => {
    fc.assert(
      fc.property(fc.array(anyAccount, { maxLength: 8 }), anyAccount, (accounts, altered) => {
        const document = documentOf(accounts);
        const change = { kind: 'account-renamed', label: 'x' };
        const undo = { change, accounts: [altered], added: [altered.id], order: [altered.id] };
        const withKind = (each: Older) => ({ ...each, kind: kindOf(each) });
        expect(readDocument(stored({ ...document, undo }))).toEqual({
          ...document,
          version: 3,
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
