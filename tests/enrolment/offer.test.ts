import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import {
  describeOffer,
  type Offer,
  OfferSchema,
  offerOf,
  withoutSecret,
} from '../../src/enrolment/offer.ts';
import { formatUri, hotp, RFC_SECRET, steam, totp } from '../otp/credentials.ts';

const URI = formatUri(totp());
const OTHER_URI = formatUri(totp({ secret: 'MZXW6', account: 'kim' }));
const PUSH = 'phonefactor://activate_account?code=123456789';
const ELSE = 'https://contoso.example/';
const account: Offer = { kind: 'account', credential: totp() };
const refused = (code: string, field: string): Offer => ({ kind: 'refused', code, field });

describe('offerOf', () => {
  it.each<[string, string[], Offer | undefined]>([
    ['no texts', [], undefined],
    ['a set-up code', [URI], account],
    ['a push code', [PUSH], { kind: 'push' }],
    ['something else', [ELSE], { kind: 'not-otpauth' }],
    ['an empty text', [''], { kind: 'not-otpauth' }],
    ['a transfer code', ['otpauth-migration://offline?data=CgA'], { kind: 'not-otpauth' }],
    ['a set-up code beside a push code', [PUSH, URI], account],
    ['a set-up code beside something else', [ELSE, URI], account],
    ['a push code beside something else', [ELSE, PUSH], { kind: 'push' }],
    ['two set-up codes: the first', [URI, OTHER_URI], account],
  ])('of %s', (_, texts, offer) => {
    expect(offerOf(texts)).toEqual(offer);
  });

  it.each<[string, Offer]>([
    ['otpauth://totp/alex', refused('missing', 'secret')],
    ['otpauth://totp/alex?secret=MZXW60', refused('invalid', 'secret')],
    ['otpauth://totp/alex?secret=MZXW6&digits=99', refused('invalid', 'digits')],
    ['otpauth://totp/alex?secret=MZXW6&period=0', refused('invalid', 'period')],
    ['otpauth://totp/alex?secret=MZXW6&algorithm=MD5', refused('unsupported', 'algorithm')],
    ['otpauth://totp/alex?secret=MZXW6&secret=MZXW7', refused('ambiguous', 'secret')],
    ['otpauth://motp/alex?secret=MZXW6', refused('unsupported', 'type')],
    ['otpauth://steam/alex?secret=MZXW6&digits=6', refused('invalid', 'digits')],
    ['otpauth://', refused('missing', 'type')],
    ['otpauth://hotp/alex?secret=MZXW6', refused('missing', 'counter')],
  ])('of the wrong URI %s names the field', (uri, offer) => {
    expect(offerOf([uri])).toEqual(offer);
  });

  it.each([hotp({ counter: 7 }), steam()])('of an account of the kind $type', (credential) => {
    expect(offerOf([formatUri(credential)])).toEqual({ kind: 'account', credential });
  });

  it('can be kept and read back', () => {
    for (const texts of [
      [URI],
      [formatUri(hotp())],
      [formatUri(steam())],
      [PUSH],
      [ELSE],
      ['otpauth://totp/alex'],
    ]) {
      const offer = offerOf(texts);
      const kept: unknown = JSON.parse(JSON.stringify(offer));
      expect(v.parse(OfferSchema, kept)).toEqual(offer);
    }
  });
});

describe('describeOffer', () => {
  const label = { issuer: 'Microsoft', account: 'alex@contoso.example', organisation: 'Contoso' };

  it.each<[string, Offer | undefined, object]>([
    ['none', undefined, { kind: 'none' }],
    ['push', { kind: 'push' }, { kind: 'push' }],
    ['not-otpauth', { kind: 'not-otpauth' }, { kind: 'not-otpauth' }],
    ['refused', refused('invalid', 'digits'), refused('invalid', 'digits')],
    [
      'account',
      { kind: 'account', credential: totp({ algorithm: 'SHA256', digits: 8, period: 60 }) },
      { kind: 'account', ...label, algorithm: 'SHA256', digits: 8, period: 60 },
    ],
    [
      'account of a counter',
      { kind: 'account', credential: hotp({ digits: 8, counter: 7 }) },
      { kind: 'account', ...label, algorithm: 'SHA1', digits: 8 },
    ],
    [
      'waiting',
      withoutSecret({ kind: 'account', credential: totp({ digits: 7, period: 60 }) }),
      { kind: 'account', ...label, algorithm: 'SHA1', digits: 7, period: 60 },
    ],
    [
      'added',
      { kind: 'added', accountId: 'x', label, secretDigest: 'digest', filled: false },
      { kind: 'added', ...label },
    ],
    [
      'added and filled in',
      { kind: 'added', accountId: 'x', label, secretDigest: 'digest', filled: true },
      { kind: 'added', ...label },
    ],
  ])('%s', (_, offer, described) => {
    expect(describeOffer(offer)).toEqual(described);
  });

  it('never says the secret', () => {
    expect(JSON.stringify(describeOffer(account)).includes(RFC_SECRET)).toBe(false);
  });
});

describe('withoutSecret', () => {
  it.each([totp({ algorithm: 'SHA512' }), hotp(), steam()])(
    'of an account of the kind $type can be kept, reads the same, and has no secret',
    (credential) => {
      const offer: Offer = { kind: 'account', credential };
      const kept = withoutSecret(offer);
      expect(v.parse(OfferSchema, JSON.parse(JSON.stringify(kept)))).toEqual(kept);
      expect(describeOffer(kept)).toEqual(describeOffer(offer));
      expect(JSON.stringify(kept).includes(RFC_SECRET)).toBe(false);
    },
  );

  it.each<Offer>([
    { kind: 'push' },
    { kind: 'not-otpauth' },
    refused('invalid', 'digits'),
    {
      kind: 'added',
      accountId: 'x',
      label: { issuer: '', account: '', organisation: '' },
      secretDigest: 'digest',
      filled: true,
    },
  ])('leaves $kind as it is', (offer) => {
    expect(withoutSecret(offer)).toBe(offer);
  });
});
