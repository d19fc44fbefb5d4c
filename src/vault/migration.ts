import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { TotpCredentialSchema } from '../otp/credential.ts';
import {
  DOCUMENT_VERSION,
  newDocument,
  type VaultDocument,
  VaultDocumentSchema,
} from './document.ts';
import { PackedAccountsSchema, packAccounts, unpackAccounts } from './packing.ts';
import { fromVersion2, Version2Schema, withKind } from './version-2.ts';
import { fromVersion3, Version3Schema } from './version-3.ts';
import { fromVersion4, type OlderDocument, Version4Schema, withGroups } from './version-4.ts';
import { newSealingKey } from './ways.ts';

const VersionSchema = v.object({ version: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** As version 1 was written; frozen. */
const Version1Schema = v.strictObject({
  version: v.literal(1),
  accounts: v.array(
    v.strictObject({
      id: v.pipe(v.string(), v.uuid()),
      credential: TotpCredentialSchema,
      createdAt: v.pipe(v.number(), v.integer()),
      origins: v.array(v.string()),
      tenant: v.optional(v.pipe(v.string(), v.uuid())),
    }),
  ),
});

/**
 * As version 5 is written. What the accounts hold was checked before it was sealed (`edit.ts`), and the seal is good:
 * only their shape is checked again.
 */
const Version5Schema = v.strictObject({
  ...VaultDocumentSchema.entries,
  accounts: PackedAccountsSchema,
});

/** The document as it is sealed. */
export function writeDocument(document: VaultDocument): unknown {
  return { ...document, accounts: packAccounts(document.accounts) };
}

/**
 * The document out of an opened seal, brought to the version of today. What it is migrated to is written with the
 * next change.
 *
 * @throws Fault `unsupported-format` with the field `version`: a newer Countersign wrote it, and to go on without what
 * that one knows would lose it. `damaged` where it does not fit its own version.
 */
export function readDocument(json: unknown): VaultDocument {
  const { version } = parse(VersionSchema, json);
  if (version > DOCUMENT_VERSION) {
    throw new Fault('unsupported-format', 'a newer Countersign wrote the document', 'version');
  }
  if (version === 1) {
    const { accounts } = parse(Version1Schema, json);
    // Counts from the next change on: version 1 had none.
    return { ...newDocument(newSealingKey()), accounts: accounts.map(withKind) };
  }
  if (version === 2) return fromOlder(fromVersion2(parse(Version2Schema, json)));
  if (version === 3) return fromOlder(fromVersion3(parse(Version3Schema, json)));
  if (version === 4) return fromOlder(fromVersion4(parse(Version4Schema, json)));
  const document = parse(Version5Schema, json);
  return { ...document, accounts: unpackAccounts(document.accounts) };
}

function fromOlder(document: OlderDocument): VaultDocument {
  return { version: DOCUMENT_VERSION, ...withGroups(document) };
}

function parse<Schema extends v.GenericSchema>(
  schema: Schema,
  json: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const field = v.getDotPath(parsed.issues[0]) ?? 'document';
  throw new Fault('damaged', 'the document does not fit its schema', field);
}
