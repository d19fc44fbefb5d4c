import * as v from 'valibot';

export const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

/** RFC 4226, section 5.3 wants at least six digits; no site in use shows more than eight. */
export const DIGITS = { least: 6, most: 8 } as const;

/** Seconds; the upper bound keeps every time step a 32-bit number. */
export const PERIOD = { least: 1, most: 2 ** 31 - 1 } as const;

/**
 * What every Steam Guard code is made with; Steam offers no other. Documented nowhere by Valve: these are the
 * parameters that KeePassXC, Bitwarden and Aegis have in common.
 */
export const STEAM = { algorithm: 'SHA1', digits: 5, period: 30 } as const;

const named = {
  /** Who asks for the code. */
  issuer: v.string(),
  /** Whose code it is, as the site names the user. */
  account: v.string(),
  /** The text before the label's colon. It differs from `issuer` at Microsoft, where it is the organisation. */
  prefix: v.string(),
  /** Base32, upper case, no padding. */
  secret: v.pipe(v.string(), v.regex(/^[A-Z2-7]{2,}$/u)),
};

const common = {
  ...named,
  algorithm: v.picklist(ALGORITHMS),
  digits: v.pipe(v.number(), v.integer(), v.minValue(DIGITS.least), v.maxValue(DIGITS.most)),
};

/** What makes a time-based code (RFC 6238), with the names that a `otpauth://` URI gives it. */
export const TotpCredentialSchema = v.strictObject({
  type: v.literal('totp'),
  ...common,
  /** Seconds that a code lives. */
  period: v.pipe(v.number(), v.integer(), v.minValue(PERIOD.least), v.maxValue(PERIOD.most)),
});
export type TotpCredential = v.InferOutput<typeof TotpCredentialSchema>;

/** What makes a counter-based code (RFC 4226). */
const HotpCredentialSchema = v.strictObject({
  type: v.literal('hotp'),
  ...common,
  /** The moving factor of the next code. */
  counter: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
});
export type HotpCredential = v.InferOutput<typeof HotpCredentialSchema>;

/** What makes a Steam Guard code: time-based, written in Steam's own alphabet. */
const SteamCredentialSchema = v.strictObject({
  type: v.literal('steam'),
  ...named,
  algorithm: v.literal(STEAM.algorithm),
  /** Characters, here. */
  digits: v.literal(STEAM.digits),
  period: v.literal(STEAM.period),
});
export type SteamCredential = v.InferOutput<typeof SteamCredentialSchema>;

export const CredentialSchema = v.variant('type', [
  TotpCredentialSchema,
  HotpCredentialSchema,
  SteamCredentialSchema,
]);
export type Credential = v.InferOutput<typeof CredentialSchema>;

/** Those whose moving factor is the time: they have a period. */
export type TimedCredential = TotpCredential | SteamCredential;
