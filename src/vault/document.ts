import * as v from 'valibot';
import { type TotpCredential, TotpCredentialSchema } from '../otp/credential.ts';

/** An https origin as the browser serialises it: scheme, host, and port where it is not 443. */
const OriginSchema = v.pipe(v.string(), v.regex(/^https:\/\/[^/\s]+$/u));

/** One enrolled credential and all that is known about it. */
export const AccountSchema = v.strictObject({
  id: v.pipe(v.string(), v.uuid()),
  credential: TotpCredentialSchema,
  /** Milliseconds since 1970. */
  createdAt: v.pipe(v.number(), v.integer()),
  /** The only places that ever get this account's codes. */
  origins: v.array(OriginSchema),
  /** The Entra tenant (a GUID, lower case) that the account was enrolled in, where the page told it. */
  tenant: v.optional(v.pipe(v.string(), v.uuid())),
});
export type Account = v.InferOutput<typeof AccountSchema>;

/** All that the vault holds: one JSON value, sealed whole. */
export const VaultDocumentSchema = v.strictObject({
  version: v.literal(1),
  accounts: v.array(AccountSchema),
});
export type VaultDocument = v.InferOutput<typeof VaultDocumentSchema>;

export const EMPTY_DOCUMENT: VaultDocument = { version: 1, accounts: [] };

export interface NewAccount {
  readonly credential: TotpCredential;
  readonly origins: readonly string[];
  readonly tenant: string | undefined;
}

/** The account that already holds this secret, if any. */
export function findBySecret(document: VaultDocument, secret: string): Account | undefined {
  return document.accounts.find((account) => account.credential.secret === secret);
}

export function withAccount(
  document: VaultDocument,
  { credential, origins, tenant }: NewAccount,
  identity: { readonly id: string; readonly createdAt: number },
): VaultDocument {
  const account: Account = {
    ...identity,
    credential,
    origins: [...origins],
    ...(tenant === undefined ? {} : { tenant }),
  };
  return { ...document, accounts: [...document.accounts, account] };
}
