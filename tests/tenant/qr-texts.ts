import { randomInt, randomUUID } from 'node:crypto';
import { LOGIN_HOST } from './hosts.ts';

/** What Microsoft's own app needs to be activated; no other app can use it. */
export interface PushActivation {
  readonly code: string;
  readonly url: string;
}

/** The name of an account as Entra writes it: the organisation's name, a colon, the address. */
export function accountLabel(organisation: string, address: string): string {
  return `${organisation}:${address}`;
}

/**
 * The time-based URI as Entra writes it: colon and at-sign encoded, spaces as `+`, an issuer that
 * differs from the label's prefix, and neither algorithm, digits nor period.
 */
export function totpUri(label: string, base32Secret: string): string {
  const encoded = encodeURIComponent(label).replaceAll('%20', '+');
  return `otpauth://totp/${encoded}?secret=${base32Secret}&issuer=Microsoft`;
}

export function newPushActivation(): PushActivation {
  return {
    code: String(randomInt(100_000_000, 1_000_000_000)),
    url: `https://mobileappcommunicator.auth.microsoft.com/activatev2/${randomUUID()}`,
  };
}

/** The two push-only kinds that Entra shows before "different app" is chosen. */
export const PUSH_TEXTS = {
  old: ({ code, url }: PushActivation) =>
    `phonefactor://activate_account?${new URLSearchParams({ code, url })}`,
  new: ({ code, url }: PushActivation) =>
    `https://${LOGIN_HOST}/authenticatorApp/activateAccount?${new URLSearchParams({ accountType: 'mfa', code, url })}`,
};
