import * as v from 'valibot';
import { TimeSchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import { AccountSchema } from './account.ts';
import { type Change, ChangeSchema } from './change.ts';
import { GroupSchema } from './group.ts';
import { DEFAULT_SETTINGS, SettingsSchema } from './settings.ts';
import { UndoSchema } from './undo.ts';

/** A stored state that did not open. Its row stays on the disk until the user discards it. */
const DamagedSchema = v.strictObject({
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** Milliseconds since 1970, as its row says. */
  savedAt: TimeSchema,
  /** The code of the fault. */
  code: v.string(),
  /** What the state changed, where that could be read. */
  change: v.optional(ChangeSchema),
});
export type Damaged = v.InferOutput<typeof DamagedSchema>;

/** The version of {@link VaultDocumentSchema}; VAULT.md tells what each one holds. */
export const DOCUMENT_VERSION = 5;

/** All that the vault holds: one JSON value, sealed whole. */
export const VaultDocumentSchema = v.strictObject({
  version: v.literal(DOCUMENT_VERSION),
  /** With which data keys are sealed to the slots (`src/crypto/slot.ts`), in base64. */
  sealingKey: base64Of(32),
  /** In the user's order, those in the recycle bin included. */
  accounts: v.array(AccountSchema),
  /** In the user's order. */
  groups: v.array(GroupSchema),
  settings: SettingsSchema,
  /** The names that the user gave to the ways in, by slot. */
  wayNames: v.record(v.string(), v.string()),
  /** Newest first. */
  damaged: v.array(DamagedSchema),
  undo: v.optional(UndoSchema),
});
export type VaultDocument = v.InferOutput<typeof VaultDocumentSchema>;

/** @param sealingKey base64 of 32 random bytes */
export function newDocument(sealingKey: string): VaultDocument {
  return {
    version: DOCUMENT_VERSION,
    sealingKey,
    accounts: [],
    groups: [],
    settings: DEFAULT_SETTINGS,
    wayNames: {},
    damaged: [],
  };
}

/** The document after a change, and the change in words. */
export interface Edit {
  readonly document: VaultDocument;
  readonly change: Change;
}

/**
 * One thing that can be done to the document; undefined where that changes nothing. `now`: milliseconds since 1970.
 *
 * @throws Fault where it cannot be done
 */
export type Editor = (document: VaultDocument, now: number) => Edit | undefined;
