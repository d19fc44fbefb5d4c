import * as v from 'valibot';
import { TimeSchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { ALGORITHMS, type Credential, CredentialSchema } from '../otp/credential.ts';
import type { AccountKind } from './account.ts';
import {
  entriesOf,
  entry,
  numbersColumn,
  requireEven,
  sparseNumbers,
  textsColumn,
} from './columns.ts';
import type { OlderDocument } from './version-4.ts';

// The document as version 2 was written; frozen. What it holds was checked before it was sealed, and the seal is good:
// only its shape is checked again.

const ParametersSchema = v.strictObject({
  type: v.picklist(['totp', 'hotp', 'steam']),
  algorithm: v.picklist(ALGORITHMS),
  digits: v.number(),
  period: v.optional(v.number()),
});

export const PackedSchema = v.strictObject({
  id: v.string(),
  secret: v.string(),
  account: textsColumn,
  createdAt: numbersColumn,
  issuer: numbersColumn,
  prefix: numbersColumn,
  tenant: numbersColumn,
  parameters: numbersColumn,
  origins: numbersColumn,
  counter: sparseNumbers,
  deletedAt: sparseNumbers,
  pinned: numbersColumn,
  texts: textsColumn,
  parameterSets: v.array(ParametersSchema),
  originSets: v.array(v.array(v.string())),
});

/** As it stands in `undo`. */
export const AccountSchema = v.strictObject({
  id: v.string(),
  credential: CredentialSchema,
  createdAt: v.number(),
  origins: v.array(v.string()),
  tenant: v.optional(v.string()),
  pinned: v.optional(v.literal(true)),
  deletedAt: v.optional(v.number()),
});
type Account = v.InferOutput<typeof AccountSchema>;

export const CHANGE_KINDS = [
  'vault-created',
  'vault-rescued',
  'account-added',
  'account-renamed',
  'account-pinned',
  'account-unpinned',
  'account-moved',
  'account-deleted',
  'account-restored',
  'bin-emptied',
  'counter-advanced',
  'counter-resynchronised',
  'way-added',
  'way-renamed',
  'way-removed',
  'way-replaced',
  'key-changed',
  'settings-changed',
  'copy-discarded',
  'undone',
] as const;

const ChangeSchema = v.strictObject({ kind: v.picklist(CHANGE_KINDS), label: v.string() });

export const SettingsSchema = v.strictObject({
  lockAfterMinutes: v.nullable(v.picklist([1, 5, 15, 30, 60, 240])),
  lockWhenIdleMinutes: v.nullable(v.picklist([1, 5, 15, 30])),
  clockOffsetSeconds: v.pipe(v.number(), v.integer(), v.minValue(-43_200), v.maxValue(43_200)),
});

export const Version2Schema = v.strictObject({
  version: v.literal(2),
  sealingKey: base64Of(32),
  accounts: PackedSchema,
  settings: SettingsSchema,
  wayNames: v.record(v.string(), v.string()),
  damaged: v.array(
    v.strictObject({
      generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      savedAt: TimeSchema,
      code: v.string(),
      change: v.optional(ChangeSchema),
    }),
  ),
  undo: v.optional(
    v.strictObject({
      change: ChangeSchema,
      accounts: v.array(AccountSchema),
      added: v.array(v.string()),
      order: v.optional(v.array(v.string())),
    }),
  ),
});
type Version2 = v.InferOutput<typeof Version2Schema>;

/** @throws Fault `damaged` where the columns do not belong together */
export function fromVersion2({ version: _, accounts, undo, ...same }: Version2): OlderDocument {
  return {
    ...same,
    accounts: unpack(accounts).map(withKind),
    ...(undo ? { undo: { ...undo, accounts: undo.accounts.map(withKind) } } : {}),
  };
}

/** An account of a version before 3, which knew no kinds. Whether the site has accepted its codes cannot be told. */
export function withKind<Older extends Pick<Account, 'tenant' | 'origins'>>(
  account: Older,
): Older & { kind: AccountKind } {
  const atEntra = account.tenant !== undefined || account.origins.includes(ENTRA);
  return { ...account, kind: atEntra ? 'work' : 'other' };
}

/** The only origin of those days that was bound without a word of the user. */
const ENTRA = 'https://login.microsoftonline.com';

export function unpack(packed: v.InferOutput<typeof PackedSchema>): Account[] {
  const ids = entriesOf(packed.id);
  const secrets = entriesOf(packed.secret);
  const { account, createdAt, issuer, prefix, tenant, parameters, origins } = packed;
  const places = { issuer, prefix, tenant, parameters, origins };
  requireEven(ids.length, { secrets, account, createdAt, ...places });
  const counters = new Map(packed.counter);
  const accounts = ids.map((id, at): Account => {
    const tenantAt = tenant[at] ?? -1;
    return {
      id,
      credential: credentialOf(entry(packed.parameterSets, parameters[at], 'parameters'), {
        issuer: entry(packed.texts, issuer[at], 'issuer'),
        account: account[at] ?? '',
        prefix: entry(packed.texts, prefix[at], 'prefix'),
        secret: secrets[at] ?? '',
        counter: counters.get(at) ?? 0,
      }),
      createdAt: createdAt[at] ?? 0,
      origins: entry(packed.originSets, origins[at], 'origins'),
      ...(tenantAt === -1 ? {} : { tenant: entry(packed.texts, tenantAt, 'tenant') }),
    };
  });
  for (const [at, deletedAt] of packed.deletedAt) {
    entry(accounts, at, 'deletedAt').deletedAt = deletedAt;
  }
  for (const at of packed.pinned) entry(accounts, at, 'pinned').pinned = true;
  return accounts;
}

function credentialOf(
  { type, algorithm, digits, period = 30 }: v.InferOutput<typeof ParametersSchema>,
  {
    counter,
    ...names
  }: Pick<Credential, 'issuer' | 'account' | 'prefix' | 'secret'> & { readonly counter: number },
): Credential {
  switch (type) {
    case 'totp':
      return { type, ...names, algorithm, digits, period };
    case 'hotp':
      return { type, ...names, algorithm, digits, counter };
    case 'steam':
      return { type, ...names, algorithm: 'SHA1', digits: 5, period: 30 };
  }
}
