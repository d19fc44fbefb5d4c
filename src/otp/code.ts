import { HOTP, Secret } from 'otpauth';
import { decodeBase32 } from './base32.ts';
import type { Credential, TotpCredential } from './credential.ts';

/** The time step of a moment (RFC 6238, section 4.2, with T0 = 0). `at`: seconds since 1970. */
export function timeStep(period: number, at: number): number {
  return Math.floor(at / period);
}

/** The code of one moving factor: an HOTP counter or a TOTP time step (RFC 4226, section 5.3). */
export function codeAtStep(credential: Credential, step: number): string {
  const { secret, algorithm, digits } = credential;
  return HOTP.generate({
    secret: new Secret({ buffer: decodeBase32(secret).buffer }),
    algorithm,
    digits,
    counter: step,
  });
}

/** The code of a moment (RFC 6238). `at`: seconds since 1970. */
export function codeAtTime(credential: TotpCredential, at: number): string {
  return codeAtStep(credential, timeStep(credential.period, at));
}
