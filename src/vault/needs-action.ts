import type { Account } from './account.ts';
import type { Use } from './use.ts';

/** Its enrolment was left half-way, or a site refused its counter's last code: it may not sign in. */
export function needsAction({ proof, credential }: Account, use: Use | undefined): boolean {
  return proof === 'unverified' || (credential.type === 'hotp' && use?.refused === true);
}
