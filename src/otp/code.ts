import { HOTP, Secret } from 'otpauth';
import { decodeBase32 } from './base32.ts';
import { type Credential, STEAM, type TimedCredential } from './credential.ts';

/** Steam Guard's: no vowel but Y, and nothing that reads as something else. */
const STEAM_ALPHABET = '23456789BCDFGHJKMNPQRTVWXY';

/** As many decimal digits as show a truncated value whole: 31 bits are less than 10^10. */
const WHOLE_VALUE_DIGITS = 10;

/** The time step of a moment (RFC 6238, section 4.2, with T0 = 0). `at`: seconds since 1970. */
export function timeStep(period: number, at: number): number {
  return Math.floor(at / period);
}

/** The code of one moving factor: an HOTP counter or a time step (RFC 4226, section 5.3). */
export function codeAtStep(credential: Credential, step: number): string {
  if (credential.type !== 'steam') return decimalCode(credential, step, credential.digits);
  return steamCharacters(Number(decimalCode(credential, step, WHOLE_VALUE_DIGITS)));
}

/** The code of a moment (RFC 6238). `at`: seconds since 1970. */
export function codeAtTime(credential: TimedCredential, at: number): string {
  return codeAtStep(credential, timeStep(credential.period, at));
}

function decimalCode({ secret, algorithm }: Credential, step: number, digits: number): string {
  return HOTP.generate({
    secret: new Secret({ buffer: decodeBase32(secret).buffer }),
    algorithm,
    digits,
    counter: step,
  });
}

/**
 * Writes a truncated value (RFC 4226, section 5.3, step 2) as Steam does: its five last digits in base 26, the
 * last one first. As in `Totp.cpp` of KeePassXC, whose tests have codes of Steam's own app.
 */
function steamCharacters(value: number): string {
  const base = STEAM_ALPHABET.length;
  return Array.from({ length: STEAM.digits }, (_, place) =>
    STEAM_ALPHABET.charAt(Math.floor(value / base ** place) % base),
  ).join('');
}
