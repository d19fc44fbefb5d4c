import * as v from 'valibot';
import { Fault } from '../fault.ts';
import { TotpCredentialSchema } from '../otp/credential.ts';
import { labelOf } from '../otp/label.ts';
import { parseOtpauthUri } from '../otp/otpauth-uri.ts';
import { classifyText } from '../qr/classify.ts';

const LabelSchema = v.strictObject({
  issuer: v.string(),
  account: v.string(),
  organisation: v.string(),
});

/**
 * What the set-up code on a page came to. It may hold a secret, so it lives in the background only, in
 * memory (`storage.session`), until the account is in the vault.
 */
export const OfferSchema = v.variant('kind', [
  v.strictObject({ kind: v.literal('push') }),
  v.strictObject({ kind: v.literal('not-otpauth') }),
  v.strictObject({ kind: v.literal('refused'), code: v.string(), field: v.optional(v.string()) }),
  v.strictObject({ kind: v.literal('account'), credential: TotpCredentialSchema }),
  v.strictObject({
    kind: v.literal('added'),
    accountId: v.string(),
    label: LabelSchema,
    /** SHA-256 of the secret, so that its code is known again also while the vault is locked. */
    secretDigest: v.string(),
    /** The wizard has its code: no other field gets one. */
    filled: v.boolean(),
  }),
]);
export type Offer = v.InferOutput<typeof OfferSchema>;

/** The offer that the texts of a page's QR codes make; undefined where there are none. */
export function offerOf(texts: readonly string[]): Offer | undefined {
  const uri = texts.find((text) => classifyText(text) === 'otpauth');
  if (uri !== undefined) return offerOfUri(uri);
  if (texts.some((text) => classifyText(text) === 'push')) return { kind: 'push' };
  return texts.length > 0 ? { kind: 'not-otpauth' } : undefined;
}

function offerOfUri(uri: string): Offer {
  try {
    const credential = parseOtpauthUri(uri);
    if (credential.type === 'totp') return { kind: 'account', credential };
    return { kind: 'refused', code: 'unsupported', field: 'type' };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'refused', code: error.code, ...(error.field ? { field: error.field } : {}) };
  }
}

/** What the popup may know of an offer: never the secret. */
export function describeOffer(offer: Offer | undefined) {
  if (!offer) return { kind: 'none' as const };
  switch (offer.kind) {
    case 'account': {
      const { algorithm, digits, period } = offer.credential;
      return { kind: offer.kind, ...labelOf(offer.credential), algorithm, digits, period };
    }
    case 'added':
      return { kind: offer.kind, ...offer.label };
    default:
      return offer;
  }
}
