import { createHmac } from 'node:crypto';
import type { Algorithm } from '../../src/otp/credential.ts';

/**
 * RFC 4226, section 5.3, and RFC 6238, section 4.2, written from their text on Node's HMAC: shares nothing with
 * the library under test.
 */
export function referenceCode(
  secret: Uint8Array,
  { algorithm, digits, step }: { algorithm: Algorithm; digits: number; step: number },
): string {
  return String(truncatedMac(secret, algorithm, step) % 10 ** digits).padStart(digits, '0');
}

/** Steam's characters in the order of their values. */
export const STEAM_CHARACTERS = '23456789BCDFGHJKMNPQRTVWXY';

/** The last five digits of the same value in base 26, backwards; JavaScript writes them 0 to 9 and a to p. */
export function referenceSteamCode(secret: Uint8Array, step: number): string {
  const digits = [...truncatedMac(secret, 'SHA1', step).toString(26).padStart(5, '0')];
  const lastFive = digits.reverse().slice(0, 5);
  return lastFive.map((digit) => STEAM_CHARACTERS.charAt(Number.parseInt(digit, 26))).join('');
}

function truncatedMac(secret: Uint8Array, algorithm: Algorithm, step: number): number {
  const movingFactor = Buffer.alloc(8);
  movingFactor.writeBigUInt64BE(BigInt(step));
  const mac = createHmac(algorithm, secret).update(movingFactor).digest();
  const offset = mac.readUInt8(mac.length - 1) & 0xf;
  return mac.readUInt32BE(offset) & 0x7fff_ffff;
}
