import { randomBytes, randomInt } from 'node:crypto';
import { LOGIN_HOST } from '../hosts.ts';

/** The push-only kind for personal accounts; it comes in the `https` form alone. */
export function personalPushText(): string {
  const query = new URLSearchParams({
    accountType: 'msa',
    code: `M.C5${randomInt(10, 100)}_BL2.2.U.${randomBytes(16).toString('hex')}`,
    uaid: randomBytes(16).toString('hex'),
  });
  return `https://${LOGIN_HOST}/authenticatorApp/activateAccount?${query}`;
}

/** As personal accounts write it: nothing is encoded, and the label's prefix is the issuer. */
export function personalTotpUri(address: string, base32Secret: string): string {
  return `otpauth://totp/Microsoft:${address}?secret=${base32Secret}&issuer=Microsoft`;
}

const RECOVERY_ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** 25 characters in five groups, by which an account is got back: no one-time code, and no secret key. */
export function newRecoveryCode(): string {
  const group = () =>
    Array.from({ length: 5 }, () =>
      RECOVERY_ALPHABET.charAt(randomInt(RECOVERY_ALPHABET.length)),
    ).join('');
  return Array.from({ length: 5 }, group).join('-');
}
