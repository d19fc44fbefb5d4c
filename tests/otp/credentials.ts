import fc from 'fast-check';
import { encodeBase32 } from '../../src/otp/base32.ts';
import {
  ALGORITHMS,
  type Credential,
  DIGITS,
  type HotpCredential,
  PERIOD,
  STEAM,
  type SteamCredential,
  type TotpCredential,
} from '../../src/otp/credential.ts';

/** The seed of RFC 4226, appendix D, and RFC 6238, appendix B, as long as the algorithm wants it. */
export function rfcSeed(bytes: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: bytes }, (_, index) => 0x30 + ((index + 1) % 10));
}

export const RFC_SECRET = encodeBase32(rfcSeed(20));

export function totp(changes: Partial<TotpCredential> = {}): TotpCredential {
  return {
    type: 'totp',
    issuer: 'Microsoft',
    account: 'alex@contoso.example',
    prefix: 'Contoso',
    secret: RFC_SECRET,
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    ...changes,
  };
}

export function hotp(changes: Partial<HotpCredential> = {}): HotpCredential {
  const { period: _, ...common } = totp();
  return { ...common, type: 'hotp', counter: 0, ...changes };
}

export function steam(changes: Partial<SteamCredential> = {}): SteamCredential {
  return {
    type: 'steam',
    issuer: 'Steam',
    account: 'alex',
    prefix: 'Steam',
    secret: RFC_SECRET,
    algorithm: 'SHA1',
    digits: 5,
    period: 30,
    ...changes,
  };
}

export const anySecretBytes = fc.uint8Array({ minLength: 1, maxLength: 64 });
export const anyAlgorithm = fc.constantFrom(...ALGORITHMS);
export const anyDigits = fc.integer({ min: DIGITS.least, max: DIGITS.most });
export const anyPeriod = fc.integer({ min: PERIOD.least, max: PERIOD.most });

const anyText = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.trim());

const anyNames = fc
  .record({ issuer: anyText, prefix: anyText, account: anyText })
  // An empty issuer takes the label's prefix.
  .map(({ issuer, prefix, account }) => ({ issuer: issuer || prefix, prefix, account }));

const anyCommon = fc.record({
  names: anyNames,
  secret: anySecretBytes.map(encodeBase32),
  algorithm: anyAlgorithm,
  digits: anyDigits,
});

/** Any credential that a URI can carry. */
export const anyCredential: fc.Arbitrary<Credential> = fc.oneof(
  fc
    .tuple(anyCommon, anyPeriod)
    .map(([{ names, ...rest }, period]) => ({ type: 'totp' as const, ...names, ...rest, period })),
  fc.tuple(anyCommon, fc.maxSafeNat()).map(([{ names, ...rest }, counter]) => ({
    type: 'hotp' as const,
    ...names,
    ...rest,
    counter,
  })),
  fc.tuple(anyNames, anySecretBytes.map(encodeBase32)).map(([names, secret]) => ({
    type: 'steam' as const,
    ...names,
    issuer: names.issuer || 'Steam',
    secret,
    ...STEAM,
  })),
);

/** The Key Uri Format with every parameter spelt out. */
export function formatUri(credential: Credential): string {
  const { type, issuer, account, prefix, secret, algorithm, digits } = credential;
  const label = `${encodeURIComponent(prefix)}:${encodeURIComponent(account)}`;
  const factor =
    credential.type === 'hotp' ? `counter=${credential.counter}` : `period=${credential.period}`;
  const common = `secret=${secret}&issuer=${encodeURIComponent(issuer)}&algorithm=${algorithm}`;
  return `otpauth://${type}/${label}?${common}&digits=${digits}&${factor}`;
}
