import type { Credential } from '../otp/credential.ts';
import type { Names } from '../vault/accounts.ts';

/** The credential under the names that the user wants; as it is where there are none. */
export function renamed(credential: Credential, names: Names | undefined): Credential {
  if (!names) return credential;
  const { issuer, account, organisation } = names;
  return { ...credential, issuer, account, prefix: organisation || issuer };
}
