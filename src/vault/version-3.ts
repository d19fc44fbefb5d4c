import * as v from 'valibot';
import { TimeSchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { entry, numbersColumn, requireEven, sparseTexts } from './columns.ts';
import {
  SettingsSchema,
  unpack as unpackOf2,
  CHANGE_KINDS as VERSION_2_CHANGE_KINDS,
  AccountSchema as Version2AccountSchema,
  PackedSchema as Version2PackedSchema,
} from './version-2.ts';
import type { OlderDocument } from './version-4.ts';

// The document as version 3 was written: version 2 (`version-2.ts`) with kind, proof, `elsewhere` and `replaces`; frozen. What it
// holds was checked before it was sealed, and the seal is good: only its shape is checked again.

/** Sealed as the places in these lists. */
const KINDS = ['work', 'guest', 'personal', 'other'] as const;
const PROOFS = ['unverified', 'verified'] as const;

export const PackedSchema = v.strictObject({
  ...Version2PackedSchema.entries,
  kind: numbersColumn,
  proof: numbersColumn,
  elsewhere: sparseTexts,
  replaces: sparseTexts,
});

/** As it stands in `undo`. */
export const AccountSchema = v.strictObject({
  ...Version2AccountSchema.entries,
  kind: v.picklist(KINDS),
  proof: v.optional(v.picklist(PROOFS)),
  elsewhere: v.optional(v.string()),
  replaces: v.optional(v.string()),
});
type Account = v.InferOutput<typeof AccountSchema>;

export const CHANGE_KINDS = [
  ...VERSION_2_CHANGE_KINDS,
  'accounts-added',
  'account-verified',
  'account-bound',
  'account-described',
] as const;

const ChangeSchema = v.strictObject({ kind: v.picklist(CHANGE_KINDS), label: v.string() });

export const Version3Schema = v.strictObject({
  version: v.literal(3),
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
type Version3 = v.InferOutput<typeof Version3Schema>;

/** All that the accounts of today have beside is absent: nobody had chosen it. @throws Fault `damaged` */
export function fromVersion3({ version: _, accounts, ...same }: Version3): OlderDocument {
  return { ...same, accounts: unpack(accounts) };
}

export function unpack({
  kind,
  proof,
  elsewhere,
  replaces,
  ...packed
}: v.InferOutput<typeof PackedSchema>): Account[] {
  const older = unpackOf2(packed);
  requireEven(older.length, { kind, proof });
  const accounts = older.map((account, at): Account => {
    const proofAt = proof[at] ?? -1;
    return {
      ...account,
      kind: entry(KINDS, kind[at], 'kind'),
      ...(proofAt === -1 ? {} : { proof: entry(PROOFS, proofAt, 'proof') }),
    };
  });
  for (const [at, place] of elsewhere) entry(accounts, at, 'elsewhere').elsewhere = place;
  for (const [at, id] of replaces) entry(accounts, at, 'replaces').replaces = id;
  return accounts;
}
