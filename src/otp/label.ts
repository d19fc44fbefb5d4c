import type { Credential } from './credential.ts';

/** How an account is named to people. */
export interface Label {
  readonly issuer: string;
  readonly account: string;
  /** The label's prefix where it says more than the issuer: the organisation at Microsoft. */
  readonly organisation: string;
}

export function labelOf({ issuer, account, prefix }: Credential): Label {
  return { issuer, account, organisation: prefix === issuer ? '' : prefix };
}
