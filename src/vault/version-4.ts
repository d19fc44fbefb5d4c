import * as v from 'valibot';
import { TimeSchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { entry, numbersColumn, sparseNumbers } from './columns.ts';
import type { VaultDocument } from './document.ts';
import { SettingsSchema } from './version-2.ts';
import {
  CHANGE_KINDS,
  unpack,
  AccountSchema as Version3AccountSchema,
  PackedSchema as Version3PackedSchema,
} from './version-3.ts';

// The document as version 4 was written: version 3 (`version-3.ts`) with mode, history, `submits` and `insteadOfPush`; frozen. What
// it holds was checked before it was sealed, and the seal is good: only its shape is checked again.

/** Sealed as the places in this list. */
const MODES = ['automatic', 'ask', 'manual'] as const;

const history = v.array(
  v.strictObject({ at: v.number(), kind: v.picklist(['not-me']), origin: v.string() }),
);

const PackedSchema = v.strictObject({
  ...Version3PackedSchema.entries,
  mode: sparseNumbers,
  history: v.array(v.tuple([v.number(), history])),
  submits: numbersColumn,
  insteadOfPush: numbersColumn,
});

/** As it stands in `undo`. */
const AccountSchema = v.strictObject({
  ...Version3AccountSchema.entries,
  mode: v.optional(v.picklist(MODES)),
  submits: v.optional(v.literal(true)),
  insteadOfPush: v.optional(v.literal(true)),
  history: v.optional(history),
});
type Account = v.InferOutput<typeof AccountSchema>;

const ChangeSchema = v.strictObject({
  kind: v.picklist([
    ...CHANGE_KINDS,
    'account-unbound',
    'account-filling-set',
    'account-refusal-noted',
  ]),
  label: v.string(),
});

export const Version4Schema = v.strictObject({
  version: v.literal(4),
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
type Version4 = v.InferOutput<typeof Version4Schema>;

/** What a document of version 4 or older comes to; what is missing in it is absent today, too, or as nobody had chosen it. */
export type OlderDocument = Omit<VaultDocument, 'version' | 'groups' | 'settings'> & {
  readonly settings: Version4['settings'];
};

/** @throws Fault `damaged` where the columns do not belong together */
export function fromVersion4({ version: _, accounts, ...same }: Version4): OlderDocument {
  return { ...same, accounts: unpackOf4(accounts) };
}

/** Nobody had groups, and codes were shown. */
export function withGroups({ settings, ...same }: OlderDocument): Omit<VaultDocument, 'version'> {
  return { ...same, groups: [], settings: { ...settings, hideCodes: false } };
}

function unpackOf4({
  mode,
  history,
  submits,
  insteadOfPush,
  ...packed
}: v.InferOutput<typeof PackedSchema>): Account[] {
  const accounts: Account[] = unpack(packed);
  for (const [at, modeAt] of mode) entry(accounts, at, 'mode').mode = entry(MODES, modeAt, 'mode');
  for (const [at, refusals] of history) entry(accounts, at, 'history').history = refusals;
  for (const at of submits) entry(accounts, at, 'submits').submits = true;
  for (const at of insteadOfPush) entry(accounts, at, 'insteadOfPush').insteadOfPush = true;
  return accounts;
}
