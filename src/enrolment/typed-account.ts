import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { decodeBase32, encodeBase32 } from '../otp/base32.ts';
import { ALGORITHMS, type Credential, CredentialSchema, STEAM } from '../otp/credential.ts';
import { LONGEST_NAME, LONGEST_SECRET } from '../otp/lengths.ts';

const text = v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_NAME));
const number = v.pipe(v.number(), v.integer());

/** An account as the user types it where a site shows its key in words. */
export const TypedAccountSchema = v.strictObject({
  type: v.picklist(['totp', 'hotp', 'steam']),
  issuer: text,
  account: text,
  /** Base32 as sites write it: in groups, in any case. */
  secret: v.pipe(v.string(), v.maxLength(LONGEST_SECRET)),
  algorithm: v.picklist(ALGORITHMS),
  digits: number,
  /** Seconds; counts for TOTP. */
  period: number,
  /** The moving factor of the next code; counts for HOTP. */
  counter: number,
});
export type TypedAccount = v.InferOutput<typeof TypedAccountSchema>;

/**
 * The credential that was typed.
 *
 * @throws Fault `missing`, `invalid` with the field; the message never repeats the secret
 */
export function typedCredential(typed: TypedAccount): Credential {
  const secret = encodeBase32(decodeBase32(typed.secret));
  if (typed.secret.trim() === '') throw new Fault('missing', 'the secret is missing', 'secret');
  const { type, issuer, account, algorithm, digits, period, counter } = typed;
  const named = { issuer, account, prefix: issuer, secret };
  switch (type) {
    case 'steam':
      return checked({ type, ...named, ...STEAM });
    case 'hotp':
      return checked({ type, ...named, algorithm, digits, counter });
    case 'totp':
      return checked({ type, ...named, algorithm, digits, period });
  }
}

function checked(credential: Credential): Credential {
  const parsed = v.safeParse(CredentialSchema, credential);
  if (parsed.success) return parsed.output;
  const field = v.getDotPath(parsed.issues[0]) ?? 'secret';
  throw new Fault('invalid', `${field} is out of its range`, field);
}
