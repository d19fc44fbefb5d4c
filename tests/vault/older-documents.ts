import fc from 'fast-check';
import type { Credential } from '../../src/otp/credential.ts';
import type { Account } from '../../src/vault/account.ts';
import { anyCredential, totp } from '../otp/credentials.ts';

export const ENTRA = 'https://login.microsoftonline.com';

/** An account as version 2 had it. */
export type Version2Account = Pick<
  Account,
  'id' | 'credential' | 'createdAt' | 'origins' | 'tenant' | 'pinned' | 'deletedAt'
>;

const parametersOf = (credential: Credential) => {
  const { type, algorithm, digits } = credential;
  return { type, algorithm, digits, ...(type === 'hotp' ? {} : { period: credential.period }) };
};

/** The columns as version 2 had them, but for what stands twice: its reader never minded that. */
export function packedAsVersion2(accounts: readonly Version2Account[]) {
  const every = <Value>(read: (each: Version2Account) => Value) => accounts.map(read);
  const some = (read: (each: Version2Account) => number | undefined) =>
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

/** A document of an older version, but for its version and its accounts. */
export const OLDER_DOCUMENT = {
  sealingKey: Buffer.alloc(32, 7).toString('base64'),
  settings: { lockAfterMinutes: null, lockWhenIdleMinutes: 30, clockOffsetSeconds: -43_200 },
  wayNames: { 'c2xvdA==': 'Phone' },
  damaged: [
    {
      ...{ generation: 16, savedAt: 1_700_000_000_000, code: 'damaged' },
      change: { kind: 'copy-discarded', label: '' },
    },
  ],
} as const;

/** An account of version 2, with all that it must have. */
export const VERSION_2_ACCOUNT: Version2Account = {
  id: '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
  credential: totp(),
  createdAt: 1_700_000_000_000,
  origins: [ENTRA],
  tenant: '11111111-2222-3333-4444-555555555555',
};

export const anyVersion2Account: fc.Arbitrary<Version2Account> = fc.record(
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

/** An account as version 3 had it. */
export type Version3Account = Version2Account &
  Pick<Account, 'kind' | 'proof' | 'elsewhere' | 'replaces'>;

const KINDS = ['work', 'guest', 'personal', 'other'] as const;
const PROOFS = ['unverified', 'verified'] as const;

/** An account of version 3, with all that it must have. */
export const VERSION_3_ACCOUNT: Version3Account = { ...VERSION_2_ACCOUNT, kind: 'guest' };

/** The columns as version 3 had them. */
export function packedAsVersion3(accounts: readonly Version3Account[]) {
  const some = (read: (each: Version3Account) => string | undefined) =>
    accounts.flatMap((each, at) => {
      const value = read(each);
      return value === undefined ? [] : [[at, value]];
    });
  return {
    ...packedAsVersion2(accounts),
    kind: accounts.map(({ kind }) => KINDS.indexOf(kind)),
    proof: accounts.map(({ proof }) => (proof === undefined ? -1 : PROOFS.indexOf(proof))),
    elsewhere: some(({ elsewhere }) => elsewhere),
    replaces: some(({ replaces }) => replaces),
  };
}

export const anyVersion3Account: fc.Arbitrary<Version3Account> = fc
  .tuple(
    anyVersion2Account,
    fc.record(
      {
        kind: fc.constantFrom(...KINDS),
        proof: fc.constantFrom(...PROOFS),
        elsewhere: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
        replaces: fc.uuid(),
      },
      { requiredKeys: ['kind'] },
    ),
  )
  .map(([older, added]) => ({ ...older, ...added }));

/** What a document of a version before 5 has in version 5. */
export const sinceVersion5 = ({ settings }: { readonly settings: object }) => ({
  version: 5,
  groups: [],
  settings: { ...settings, hideCodes: false },
});

/** As JSON, and back again. */
export const stored = (document: object): unknown => JSON.parse(JSON.stringify(document));
