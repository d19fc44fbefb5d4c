import type { Credential } from '../otp/credential.ts';
import type { Account } from './account.ts';
import { liveAccounts } from './accounts.ts';
import type { VaultDocument } from './document.ts';

/** Whose codes they are, whatever the secret. */
interface Identity {
  readonly credential: Credential;
  readonly tenant?: string | undefined;
}

/**
 * The accounts of the same person at the same place that hold another secret: a second, independent authenticator, or
 * an enrolment that was left half-way. None where the address is not known: it may be anybody's.
 */
export function findTwins(document: VaultDocument, { credential, tenant }: Identity): Account[] {
  if (credential.account === '') return [];
  const identity = identityOf(credential);
  return liveAccounts(document).filter(
    (account) =>
      account.credential.secret !== credential.secret &&
      identityOf(account.credential) === identity &&
      (tenant === undefined || account.tenant === undefined || account.tenant === tenant),
  );
}

/** In one case: sites write their own name and the user's address now this way, now that way. */
function identityOf({ issuer, prefix, account }: Credential): string {
  return JSON.stringify([issuer, prefix, account]).toLowerCase();
}
