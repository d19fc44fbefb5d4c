import * as v from 'valibot';
import { type Credential, CredentialSchema } from '../otp/credential.ts';
import { labelOf } from '../otp/label.ts';
import { AccountImageSchema } from './account-image.ts';
import { FILL_MODES } from './fill-mode.ts';

/** An https origin as the browser serialises it: scheme, host, and port where it is not 443. */
const OriginSchema = v.pipe(v.string(), v.regex(/^https:\/\/[^/\s]+$/u));

const millisecondsSince1970 = v.pipe(v.number(), v.integer());

/**
 * Whose account it is: work or guest account at Microsoft Entra, personal Microsoft account, anything else. Sealed as
 * the place in this list (VAULT.md): another kind goes to its end.
 */
export const ACCOUNT_KINDS = ['work', 'guest', 'personal', 'other'] as const;
export type AccountKind = (typeof ACCOUNT_KINDS)[number];

/** Whether the site that enrolled it has accepted a code of it. Sealed as the place in this list, too. */
export const PROOFS = ['unverified', 'verified'] as const;
export type Proof = (typeof PROOFS)[number];

/** How many refusals an account keeps. */
export const MOST_REFUSALS = 20;

/** A site that asked for a code, and was refused by the user. */
export const RefusalSchema = v.strictObject({
  at: millisecondsSince1970,
  /** Why: it was not he who asked. */
  kind: v.picklist(['not-me']),
  origin: OriginSchema,
});
export type Refusal = v.InferOutput<typeof RefusalSchema>;

/** One enrolled credential and all that is known about it. */
export const AccountSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  credential: CredentialSchema,
  /** Apart from organisation (`credential.prefix`), address (`credential.account`) and tenant. */
  kind: v.picklist(ACCOUNT_KINDS),
  createdAt: millisecondsSince1970,
  /** The only places that ever get this account's codes. */
  origins: v.array(OriginSchema),
  /** The Entra tenant (a GUID, lower case) that the account was enrolled in, where the page told it. */
  tenant: v.optional(v.pipe(v.string(), v.uuid())),
  /** Absent where it cannot be told: of an account that was added by hand. */
  proof: v.optional(v.picklist(PROOFS)),
  /** Where else its secret lives, in the user's words: "Phone". */
  elsewhere: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  /** The unverified account that this one was enrolled anew to finish. */
  replaces: v.optional(v.pipe(v.string(), v.uuid())),
  /** Stands in front of the others. */
  pinned: v.optional(v.literal(true)),
  /** The group that the user put it into: one of the document's. */
  group: v.optional(v.pipe(v.string(), v.uuid())),
  image: v.optional(AccountImageSchema),
  /** What the user chose; absent: by default (`fill-mode.ts`). */
  mode: v.optional(v.picklist(FILL_MODES)),
  /** The form is submitted once the code is in it. */
  submits: v.optional(v.literal(true)),
  /** On Microsoft's page that waits for a push approval, it switches to the code by itself. */
  insteadOfPush: v.optional(v.literal(true)),
  /** Newest last. */
  history: v.optional(v.pipe(v.array(RefusalSchema), v.minLength(1), v.maxLength(MOST_REFUSALS))),
  /** It is in the recycle bin since then. */
  deletedAt: v.optional(millisecondsSince1970),
});
export type Account = v.InferOutput<typeof AccountSchema>;

/** How changes name an account: "Contoso · alex@contoso.example". */
export function nameOf(credential: Credential): string {
  const { issuer, organisation, account } = labelOf(credential);
  return [organisation || issuer, account].filter(Boolean).join(' · ');
}
