import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/fault.ts';
import type { SteamCredential } from '../../src/otp/credential.ts';
import { isOtpauthUri, parseOtpauthUri } from '../../src/otp/otpauth-uri.ts';
import { anyCredential, formatUri, RFC_SECRET, steam, totp } from './credentials.ts';

const SECRET = 'GEZDGNBVGY3TQOJQ';
const withLabel = (label: string) => `otpauth://totp/${label}?secret=${SECRET}`;
const withParameters = (parameters: string, type = 'totp') =>
  `otpauth://${type}/Contoso:alex?secret=${SECRET}${parameters && `&${parameters}`}`;

/** A run of eight characters of it would be too much already. */
const PARTS_OF_SECRET = Array.from({ length: RFC_SECRET.length - 7 }, (_, at) =>
  RFC_SECRET.slice(at, at + 8),
);

function refusalOf(uri: string): unknown {
  try {
    parseOtpauthUri(uri);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('isOtpauthUri', () => {
  it.each([
    ['otpauth://totp/a?secret=MY', true],
    ['OTPAUTH://', true],
    ['  otpauth://nonsense\n', true],
    ['otpauth-migration://offline?data=', false],
    ['otpauth:totp/a', false],
    ['otpauth://steam/a', true],
    ['Apple-otpauth://totp/a', true],
    ['orange-otpauth://totp/a', false],
    ['steam://MZXW6', false],
    ['see otpauth://totp/a', false],
    ['https://otpauth://', false],
    ['', false],
  ])('of %j is %j', (text, expected) => {
    expect(isOtpauthUri(text)).toBe(expected);
  });
});

describe('parseOtpauthUri', () => {
  it('reads the URI of a Microsoft tenant, with the defaults of the format', () => {
    const uri = `otpauth://totp/Contoso+Ltd%3aalex%40contoso.example?secret=${SECRET.toLowerCase()}&issuer=Microsoft`;
    expect(parseOtpauthUri(uri)).toEqual({
      type: 'totp',
      issuer: 'Microsoft',
      account: 'alex@contoso.example',
      prefix: 'Contoso Ltd',
      secret: SECRET,
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
    });
  });

  it('reads every parameter of a counter-based one', () => {
    const uri = withParameters('algorithm=SHA512&digits=8&counter=7&issuer=Contoso', 'hotp');
    expect(parseOtpauthUri(uri)).toEqual({
      type: 'hotp',
      issuer: 'Contoso',
      account: 'alex',
      prefix: 'Contoso',
      secret: SECRET,
      algorithm: 'SHA512',
      digits: 8,
      counter: 7,
    });
  });

  it('reads back any credential that is written as a URI', () => {
    fc.assert(
      fc.property(anyCredential, (credential) => {
        expect(parseOtpauthUri(formatUri(credential))).toEqual(credential);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  describe('splits the label at the first literal colon, then at an encoded one', () => {
    it.each([
      ['alex', '', 'alex'],
      ['Contoso:alex', 'Contoso', 'alex'],
      ['Contoso%3Aalex', 'Contoso', 'alex'],
      ['Contoso%3aalex', 'Contoso', 'alex'],
      ['Contoso%3AEurope:alex', 'Contoso:Europe', 'alex'],
      ['Contoso:alex:work', 'Contoso', 'alex:work'],
      ['Contoso:alex%3Awork', 'Contoso', 'alex:work'],
      ['Contoso%3Aalex%3Awork', 'Contoso', 'alex:work'],
      ['Contoso:%20alex', 'Contoso', 'alex'],
      ['Contoso%3A%20alex', 'Contoso', 'alex'],
      [':alex', '', 'alex'],
      ['%3Aalex', '', 'alex'],
      ['Contoso:', 'Contoso', ''],
      ['', '', ''],
      ['Caf%C3%A9:%E6%9D%8E', 'Café', '李'],
    ])('%j', (label, prefix, account) => {
      expect(parseOtpauthUri(withLabel(label))).toMatchObject({ prefix, account });
    });
  });

  describe('reads what occurs in the wild', () => {
    it.each([
      ['a label without type separator', 'otpauth://totp?secret=MZXW6', { account: '' }],
      ['a type in capitals', `OTPAUTH://TOTP/a?secret=${SECRET}`, { type: 'totp' }],
      ["Apple's scheme", `apple-${withLabel('a')}`, { type: 'totp', account: 'a', secret: SECRET }],
      ['blanks around it', ` ${withLabel('a')}\r\n`, { account: 'a' }],
      ['an unescaped # in the label', withLabel('Team #1:alex'), { prefix: 'Team #1' }],
      ['an unescaped # in the issuer', withParameters('issuer=Team #1'), { issuer: 'Team #1' }],
      ['+ for a space in the issuer', withParameters('issuer=Big+Corp'), { issuer: 'Big Corp' }],
      ['an encoded + in the issuer', withParameters('issuer=C%2B%2B'), { issuer: 'C++' }],
      [
        '+ in an address',
        withLabel('Contoso:alex+work@x.example'),
        { account: 'alex+work@x.example' },
      ],
      ['no issuer', withParameters(''), { issuer: 'Contoso', prefix: 'Contoso' }],
      ['an empty issuer', withParameters('issuer='), { issuer: 'Contoso', prefix: 'Contoso' }],
      ['a valueless issuer', withParameters('issuer&digits=7'), { issuer: 'Contoso', digits: 7 }],
      ['another issuer', withParameters('issuer=Other'), { issuer: 'Other', prefix: 'Contoso' }],
      [
        'unknown parameters',
        withParameters('image=x%ZZ&color=#fff&100%&=&&lock'),
        { secret: SECRET },
      ],
      ['names in capitals', withParameters('DIGITS=8&Period=60'), { digits: 8, period: 60 }],
      [
        '&amp; between parameters',
        withParameters('issuer=Other&amp;digits=8&amp;period=60'),
        { issuer: 'Other', digits: 8, period: 60 },
      ],
      [
        '&amp; before the secret',
        `otpauth://totp/a?issuer=Other&amp;secret=${SECRET}`,
        { issuer: 'Other', secret: SECRET },
      ],
      [
        'a percent-encoded name',
        withParameters('%64igits=8&perio%44=60'),
        { digits: 8, period: 60 },
      ],
      [
        'a percent-encoded name of the secret',
        `otpauth://totp/a?%73ecret=${SECRET}`,
        { secret: SECRET },
      ],
      [
        'a parameter twice, the same, once with &amp;',
        withParameters('digits=8&amp;digits=8'),
        { digits: 8 },
      ],
      ['a parameter twice, the same', withParameters('digits=8&digits=8'), { digits: 8 }],
      ['leading zeros', withParameters('period=060'), { period: 60 }],
      ['a secret with padding', 'otpauth://totp/a?secret=MZXW6===', { secret: 'MZXW6' }],
      ['with encoded padding', 'otpauth://totp/a?secret=MZXW6%3D%3D%3D', { secret: 'MZXW6' }],
      ['in lower case', 'otpauth://totp/a?secret=mzxw6', { secret: 'MZXW6' }],
      ['in groups', 'otpauth://totp/a?secret=mzxw 6ytb-oi', { secret: 'MZXW6YTBOI' }],
      ['in groups, with %20', 'otpauth://totp/a?secret=MZXW%206YTB', { secret: 'MZXW6YTB' }],
      ['in groups, with +', 'otpauth://totp/a?secret=MZXW+6YTB', { secret: 'MZXW6YTB' }],
      ['of no canonical length', 'otpauth://totp/a?secret=MZXW6Y', { secret: 'MZXW6' }],
    ])('%s', (_, uri, expected) => {
      expect(parseOtpauthUri(uri)).toMatchObject(expected);
    });

    it.each([
      ['sha1', 'SHA1'],
      ['SHA-1', 'SHA1'],
      ['HmacSHA1', 'SHA1'],
      ['sha256', 'SHA256'],
      ['SHA-256', 'SHA256'],
      ['HmacSHA256', 'SHA256'],
      ['HMAC-SHA-256', 'SHA256'],
      ['hmac_sha512', 'SHA512'],
      ['SHA_1', 'SHA1'],
      ['sha%201', 'SHA1'],
      ['hmac-sha-256', 'SHA256'],
      ['SHA%2D512', 'SHA512'],
      ['%20SHA512%20', 'SHA512'],
    ])('the algorithm %s', (written, algorithm) => {
      expect(parseOtpauthUri(withParameters(`algorithm=${written}`))).toMatchObject({ algorithm });
    });

    it.each([
      ['totp', 'period=1', { period: 1 }],
      ['totp', 'period=2147483647', { period: 2147483647 }],
      ['totp', 'digits=6', { digits: 6 }],
      ['totp', 'digits=7', { digits: 7 }],
      ['totp', 'digits=8', { digits: 8 }],
      ['hotp', 'counter=0', { counter: 0 }],
      ['hotp', 'counter=9007199254740991', { counter: Number.MAX_SAFE_INTEGER }],
    ])('the limits: %s with %s', (type, parameters, expected) => {
      expect(parseOtpauthUri(withParameters(parameters, type))).toMatchObject(expected);
    });
  });

  describe('of Steam', () => {
    const steamNamed = (issuer: string, account: string, prefix: string): SteamCredential =>
      steam({ issuer, account, prefix, secret: SECRET });

    it.each([
      // As Aegis and Ente write it.
      [
        `otpauth://steam/Steam%3Aalex?period=30&digits=5&algorithm=SHA1&secret=${SECRET}&issuer=Steam`,
        steamNamed('Steam', 'alex', 'Steam'),
      ],
      [`otpauth://STEAM/alex?secret=${SECRET}`, steamNamed('Steam', 'alex', '')],
      [`otpauth://steam/Valve:alex?secret=${SECRET}`, steamNamed('Valve', 'alex', 'Valve')],
      [`otpauth://steam?secret=${SECRET}&issuer=`, steamNamed('Steam', '', '')],
      [`otpauth://steam/alex?secret=${SECRET}&encoder=steam`, steamNamed('Steam', 'alex', '')],
      // As KeePassXC writes it.
      [
        `otpauth://totp/test:alex?secret=${SECRET}&issuer=Valve&algorithm=SHA1&digits=5&period=30&encoder=steam`,
        steamNamed('Valve', 'alex', 'test'),
      ],
      [`otpauth://totp/alex?secret=${SECRET}&encoder=Steam`, steamNamed('Steam', 'alex', '')],
      [`otpauth://totp/alex?secret=${SECRET}&amp;encoder=%73team`, steamNamed('Steam', 'alex', '')],
      // As Bitwarden and Proton write it.
      [`steam://${SECRET}`, steamNamed('Steam', '', '')],
      [` StEaM://${SECRET.toLowerCase()}====\n`, steamNamed('Steam', '', '')],
      [`steam://${SECRET}%3D%3D`, steamNamed('Steam', '', '')],
    ])('reads %s', (uri, credential) => {
      expect(parseOtpauthUri(uri)).toEqual(credential);
    });

    it('is not what an issuer of that name alone says', () => {
      expect(parseOtpauthUri(`otpauth://totp/Steam:alex?secret=${SECRET}&issuer=Steam`)).toEqual(
        totp({ issuer: 'Steam', account: 'alex', prefix: 'Steam', secret: SECRET }),
      );
    });

    it.each([
      ['invalid', 'digits', 'digits=6'],
      ['invalid', 'digits', 'digits=8'],
      ['invalid', 'digits', 'digits='],
      ['invalid', 'period', 'period=60'],
      ['invalid', 'period', 'period=29'],
      ['unsupported', 'algorithm', 'algorithm=SHA256'],
      ['unsupported', 'algorithm', 'algorithm=SHA512'],
      ['unsupported', 'algorithm', 'algorithm=MD5'],
    ])('refuses as %s, with field %s: %s', (code, field, parameter) => {
      for (const uri of [
        withParameters(parameter, 'steam'),
        withParameters(`encoder=steam&${parameter}`),
      ]) {
        expect(() => parseOtpauthUri(uri)).toThrow(
          expect.objectContaining({ name: 'Fault', code, field }),
        );
      }
    });
  });

  describe('refuses, and names the field', () => {
    it.each([
      ['not-otpauth', 'uri', ''],
      ['not-otpauth', 'uri', 'https://contoso.example/?secret=MZXW6'],
      ['not-otpauth', 'uri', 'otpauth-migration://offline?data=CgA'],
      ['missing', 'type', 'otpauth://'],
      ['missing', 'type', 'otpauth:///alex?secret=MZXW6'],
      ['unsupported', 'type', 'otpauth://motp/alex?secret=MZXW6'],
      ['unsupported', 'type', 'otpauth://totp:1/alex?secret=MZXW6'],
      ['invalid', 'label', withLabel('100%')],
      ['invalid', 'label', withLabel('100%:alex')],
      ['invalid', 'label', withLabel('Contoso:%FF')],
      ['missing', 'secret', 'otpauth://totp/alex'],
      ['missing', 'secret', 'otpauth://totp/alex?'],
      ['missing', 'secret', 'otpauth://totp/alex?issuer=Contoso'],
      ['missing', 'secret', 'otpauth://totp/alex?secret'],
      ['missing', 'secret', 'otpauth://totp/alex?secret='],
      ['invalid', 'secret', 'otpauth://totp/alex?secret=A'],
      ['invalid', 'secret', 'otpauth://totp/alex?secret=%3D%3D'],
      ['invalid', 'secret', 'otpauth://totp/alex?secret=MZXW6YT0'],
      ['invalid', 'secret', 'otpauth://totp/alex?secret=MZXW6%'],
      ['ambiguous', 'secret', 'otpauth://totp/alex?secret=MZXW6&secret=MZXW7'],
      ['ambiguous', 'digits', withParameters('digits=6&DIGITS=8')],
      ['ambiguous', 'digits', withParameters('digits=6&amp;digits=8')],
      ['ambiguous', 'digits', withParameters('digits=6&%64igits=8')],
      ['ambiguous', 'secret', withParameters('%73ecret=MZXW6')],
      ['invalid', 'issuer', withParameters('issuer=100%')],
      ['unsupported', 'algorithm', withParameters('algorithm=')],
      ['unsupported', 'algorithm', withParameters('algorithm=MD5')],
      ['unsupported', 'algorithm', withParameters('algorithm=SHA224')],
      ['unsupported', 'algorithm', withParameters('algorithm=SHA3-256')],
      ...[
        'S/H/A/1',
        'S%2FH%2FA%2F1',
        'SHA/512',
        'SHA%2F512',
        'S-H-A-1',
        'SHA--1',
        'SHA1-',
        'SHA11',
        'XSHA1',
        'HMAC',
        'SHA',
        'SHA512/256',
        'SHA1 SHA256',
      ].map((written) => ['unsupported', 'algorithm', withParameters(`algorithm=${written}`)]),
      ['invalid', 'algorithm', withParameters('algorithm=%')],
      ['missing', 'counter', withParameters('', 'hotp')],
      ['unsupported', 'encoder', withParameters('encoder=')],
      ['unsupported', 'encoder', withParameters('encoder=battle.net')],
      ['unsupported', 'encoder', withParameters('encoder=other', 'steam')],
      ['unsupported', 'encoder', withParameters('counter=0&encoder=steam', 'hotp')],
      ['ambiguous', 'encoder', withParameters('encoder=steam&encoder=other')],
      ['invalid', 'encoder', withParameters('encoder=%')],
      ['missing', 'secret', 'otpauth://steam/alex'],
      ['missing', 'secret', 'steam://'],
      ['invalid', 'secret', 'steam://A'],
      ['invalid', 'secret', 'steam://run/440'],
      ['invalid', 'secret', 'steam://MZXW6?issuer=Steam'],
      ['not-otpauth', 'uri', 'steam:MZXW6'],
    ])('%s, %s: %s', (code, field, uri) => {
      expect(() => parseOtpauthUri(uri)).toThrow(
        expect.objectContaining({ name: 'Fault', code, field }),
      );
    });

    it.each([
      ['label', (length: number) => withLabel('a'.repeat(length)), 320],
      ['label', (length: number) => withLabel(`Contoso:${'a'.repeat(length)}`), 320],
      ['label', (length: number) => withLabel(`${'%C3%A9'.repeat(length)}:alex`), 320],
      ['issuer', (length: number) => withParameters(`issuer=${'%C3%A9'.repeat(length)}`), 320],
      ['secret', (length: number) => `otpauth://totp/a?secret=${'A'.repeat(length)}`, 2000],
      ['secret', (length: number) => `steam://${'A'.repeat(length)}`, 2000],
    ])('invalid: %s that is too long: %#', (field, uriOf, most) => {
      expect(() => parseOtpauthUri(uriOf(most))).not.toThrow();
      // A single character beyond 2,000 of base32 makes no byte, and is dropped.
      expect(() => parseOtpauthUri(uriOf(most + 2))).toThrow(
        expect.objectContaining({ name: 'Fault', code: 'invalid', field }),
      );
    });

    it('measures names and secret as they are kept, each by itself', () => {
      const secret = 'MZXW6YTB'.repeat(250);
      const [prefix, account, issuer] = ['p', 'a', 'i'].map((letter) => letter.repeat(320));
      const uri = `otpauth://totp/%20${prefix}:${account}%20?secret=${secret.replaceAll(/.{4}/gu, '$&%20')}&issuer=+${issuer}+`;
      expect(parseOtpauthUri(uri)).toMatchObject({ prefix, account, issuer, secret });
    });

    const NO_NUMBERS = ['', '%20', 'six', '-1', '+6', '6.0', '6e0', '0x6', '6 7', '٦', 'NaN'];
    it.each([
      ...['0', '5', '9', '99', '%', ...NO_NUMBERS].map((value) => ['totp', 'digits', value]),
      ...['0', '2147483648', '99999999999999999', ...NO_NUMBERS].map((value) => [
        'totp',
        'period',
        value,
      ]),
      ...['9007199254740992', '9007199254740993', '18446744073709551615', ...NO_NUMBERS].map(
        (value) => ['hotp', 'counter', value],
      ),
    ])('invalid: %s with %s=%s', (type, field, value) => {
      const uri = withParameters(`${field}=${value}`, type);
      expect(() => parseOtpauthUri(uri)).toThrow(
        expect.objectContaining({ name: 'Fault', code: 'invalid', field }),
      );
    });
  });

  it('meets any mutilation with a credential or a Fault, and never says the secret', () => {
    const edit = fc.record({
      at: fc.nat({ max: 1000 }),
      cut: fc.nat({ max: 6 }),
      insert: fc.oneof(
        fc.constantFrom('%', '%3', '&', '=', '?', '/', ':', '#', '\0', '&secret=', '%ff', '\ud800'),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
    });
    const good = fc.oneof(
      { weight: 5, arbitrary: anyCredential.map((it) => formatUri({ ...it, secret: RFC_SECRET })) },
      { weight: 1, arbitrary: fc.constant(`steam://${RFC_SECRET}`) },
    );
    fc.assert(
      fc.property(good, fc.array(edit, { minLength: 1, maxLength: 4 }), (uri, edits) => {
        const mutilated = edits.reduce((text, { at, cut, insert }) => {
          const place = at % (text.length + 1);
          return text.slice(0, place) + insert + text.slice(place + cut);
        }, uri);
        const refusal = refusalOf(mutilated);
        if (refusal === undefined) return;
        if (!(refusal instanceof Fault)) throw new Error('not a Fault', { cause: refusal });
        const said = `${refusal.message} ${refusal.field}`.toUpperCase();
        if (PARTS_OF_SECRET.some((part) => said.includes(part)))
          throw new Error('tells the secret');
      }),
      { numRuns: 10_000 },
    );
  }, 60_000);
});
