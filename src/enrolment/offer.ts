import * as v from 'valibot';
import { Fault } from '../fault.ts';
import type { Response } from '../messages/protocol.ts';
import { ALGORITHMS, CredentialSchema } from '../otp/credential.ts';
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
  v.strictObject({ kind: v.literal('account'), credential: CredentialSchema }),
  /** What `account` is while the vault is locked: without the secret, which the page shows again when it opens. */
  v.strictObject({
    kind: v.literal('waiting'),
    label: LabelSchema,
    algorithm: v.picklist(ALGORITHMS),
    digits: v.number(),
    period: v.optional(v.number()),
  }),
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
    return { kind: 'account', credential: parseOtpauthUri(uri) };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return { kind: 'refused', code: error.code, ...(error.field ? { field: error.field } : {}) };
  }
}

/** The offer as it may be remembered while the vault is locked. */
export function withoutSecret(offer: Offer): Offer {
  if (offer.kind !== 'account') return offer;
  const { algorithm, digits } = offer.credential;
  return {
    kind: 'waiting',
    label: labelOf(offer.credential),
    algorithm,
    digits,
    ...(offer.credential.type === 'hotp' ? {} : { period: offer.credential.period }),
  };
}

/** What the popup may know of an offer: never the secret. */
export function describeOffer(offer: Offer | undefined): Response<'enrolment.offer'> {
  if (!offer) return { kind: 'none' as const };
  switch (offer.kind) {
    case 'account':
      return describeOffer(withoutSecret(offer));
    case 'waiting': {
      const { kind: _, label, ...parameters } = offer;
      return { kind: 'account' as const, ...label, ...parameters };
    }
    case 'added':
      return { kind: offer.kind, ...offer.label };
    default:
      return offer;
  }
}
