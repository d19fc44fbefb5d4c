import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { isTransferUri, parseTransfer } from '../../src/otp/google-transfer.ts';
import { anySecretBytes, hotp, RFC_SECRET, totp } from './credentials.ts';
import { type Bytes, bytes, number, parameters, payload, transferUri, uriOf } from './transfers.ts';

/** The example of the Key Uri Format (`JBSWY3DPEHPK3PXP`), put together byte by byte outside of these tests. */
const EXAMPLE =
  'CjEKCkhlbGxvId6tvu8SGEV4YW1wbGU6YWxpY2VAZ29vZ2xlLmNvbRoHRXhhbXBsZTACEAEYASAAKMzCor76/////wE=';

const SECRET = bytes(1, 'Hello');
const withFields = (...fields: Bytes[]) => uriOf(payload([fields.flat()]));
const withData = (data: string) => `otpauth-migration://offline?data=${data}`;

function expectFault(uri: string, code: string, field: string) {
  expect(() => parseTransfer(uri)).toThrow(expect.objectContaining({ name: 'Fault', code, field }));
}

describe('isTransferUri', () => {
  it.each([
    ['otpauth-migration://offline?data=CgA', true],
    [' OTPAUTH-MIGRATION://nonsense\n', true],
    ['otpauth-migration:offline', false],
    ['otpauth://totp/a?secret=MY', false],
    ['lpaauth-migration://offline?data=CgA', false],
    ['', false],
  ])('of %j is %j', (text, expected) => {
    expect(isTransferUri(text)).toBe(expected);
  });
});

describe('parseTransfer', () => {
  it('reads the example, with what is left out of it', () => {
    expect(parseTransfer(withData(encodeURIComponent(EXAMPLE)))).toEqual({
      batchId: -1_480_023_732,
      index: 0,
      size: 1,
      accounts: [
        {
          type: 'totp',
          issuer: 'Example',
          account: 'alice@google.com',
          prefix: 'Example',
          secret: 'JBSWY3DPEHPK3PXP',
          algorithm: 'SHA1',
          digits: 6,
          period: 30,
        },
      ],
      problems: [],
    });
  });

  it('reads several accounts of both types, every parameter', () => {
    const credentials: Credential[] = [
      totp({ algorithm: 'SHA512', digits: 8 }),
      hotp({ algorithm: 'SHA256', counter: Number.MAX_SAFE_INTEGER, secret: 'MZXW6' }),
      totp({ issuer: 'Caf\u00e9', prefix: '', account: '\u674e', secret: 'MZXW6YTB' }),
    ];
    const uri = transferUri(credentials, { size: 5, index: 4, batchId: 7 });
    expect(parseTransfer(uri)).toEqual({
      batchId: 7,
      index: 4,
      size: 5,
      accounts: credentials,
      problems: [],
    });
  });

  it('reads any secret, byte by byte', () => {
    fc.assert(
      fc.property(anySecretBytes, (secret) => {
        const { accounts } = parseTransfer(withFields(bytes(1, secret)));
        expect(accounts.map((account) => account.secret)).toEqual([encodeBase32(secret)]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes what is left out for 0, as newer exports have it', () => {
    expect(parseTransfer(uriOf([...bytes(1, SECRET), ...number(2, 2)]))).toEqual({
      batchId: 0,
      index: 0,
      size: 1,
      accounts: [
        {
          type: 'totp',
          issuer: '',
          account: '',
          prefix: '',
          secret: 'JBSWY3DP',
          algorithm: 'SHA1',
          digits: 6,
          period: 30,
        },
      ],
      problems: [],
    });
  });

  it.each<[string, Bytes, Partial<Credential>]>([
    ['algorithm 0', number(4, 0), { algorithm: 'SHA1' }],
    ['algorithm 1', number(4, 1), { algorithm: 'SHA1' }],
    ['algorithm 2', number(4, 2), { algorithm: 'SHA256' }],
    ['algorithm 3', number(4, 3), { algorithm: 'SHA512' }],
    ['digits 0', number(5, 0), { digits: 6 }],
    ['digits 1', number(5, 1), { digits: 6 }],
    ['digits 2', number(5, 2), { digits: 8 }],
    ['type 0', number(6, 0), { type: 'totp', period: 30 }],
    ['type 1', number(6, 1), { type: 'hotp', counter: 0 }],
    ['type 2', number(6, 2), { type: 'totp', period: 30 }],
    ['a counter', [...number(6, 1), ...number(7, 300)], { type: 'hotp', counter: 300 }],
    ['a counter that does not count', number(7, 300), { type: 'totp', period: 30 }],
    ['a field twice, the same', [...number(5, 2), ...number(5, 2)], { digits: 8 }],
    ['a newer field', bytes(8, 'unique'), { secret: 'JBSWY3DP' }],
    ['a field of fixed width', [0x79, ...Array<number>(8).fill(9)], { secret: 'JBSWY3DP' }],
  ])('reads %s', (_, field, expected) => {
    expect(parseTransfer(withFields(SECRET, field)).accounts).toEqual([
      expect.objectContaining(expected),
    ]);
  });

  it.each<[string, string, { issuer: string; prefix: string; account: string }]>([
    ['alex', '', { issuer: '', prefix: '', account: 'alex' }],
    ['alex', 'Contoso', { issuer: 'Contoso', prefix: '', account: 'alex' }],
    ['Contoso:alex', 'Contoso', { issuer: 'Contoso', prefix: 'Contoso', account: 'alex' }],
    ['Contoso: alex', '', { issuer: 'Contoso', prefix: 'Contoso', account: 'alex' }],
    ['Contoso:alex', 'Microsoft', { issuer: 'Microsoft', prefix: 'Contoso', account: 'alex' }],
    ['Contoso:alex:work', ' ', { issuer: 'Contoso', prefix: 'Contoso', account: 'alex:work' }],
    [':alex', 'Contoso', { issuer: 'Contoso', prefix: '', account: 'alex' }],
    // Nothing is percent-encoded here.
    ['100%3A', 'A+B', { issuer: 'A+B', prefix: '', account: '100%3A' }],
  ])('names: %j of %j', (name, issuer, expected) => {
    const { accounts } = parseTransfer(withFields(SECRET, bytes(2, name), bytes(3, issuer)));
    expect(accounts).toEqual([expect.objectContaining(expected)]);
  });

  describe('reads the data however it is written', () => {
    // Both letters that URLs have other ones for, and one that needs padding.
    const SPECIAL = uriOf(payload([bytes(1, [0xfb, 0xef, 0xbe, 0xff, 0xff, 0xff, 0xfb])]));
    const base64 = decodeURIComponent(SPECIAL.split('data=')[1] ?? '');

    it('which holds what it is about', () => {
      expect(base64).toMatch(/\+.*\//u);
      expect(base64).toMatch(/=$/u);
    });

    it.each([
      ['percent-encoded', SPECIAL],
      ['percent-encoded in lower case', SPECIAL.replaceAll(/%../gu, (code) => code.toLowerCase())],
      ['raw', withData(base64)],
      ['without padding', withData(base64.replace(/=+$/u, ''))],
      ['with a space for +', withData(base64.replaceAll('+', ' '))],
      ['with %20 for +', withData(base64.replaceAll('+', '%20'))],
      ['url-safe', withData(base64.replaceAll('+', '-').replaceAll('/', '_'))],
      ['with blanks around it', ` ${SPECIAL}\r\n`],
      [
        'in capitals',
        SPECIAL.replace('otpauth-migration://offline', 'OTPAUTH-MIGRATION://OFFLINE'),
      ],
      ['with a slash', SPECIAL.replace('offline?', 'offline/?')],
      ['after another parameter', SPECIAL.replace('?', '?x=1&')],
      ['after another parameter, out of HTML', SPECIAL.replace('?', '?x=1&amp;')],
      ['before another parameter', `${SPECIAL}&x=1`],
      ['twice, the same', `${withData(base64)}&data=${base64}`],
    ])('%s', (_, uri) => {
      expect(parseTransfer(uri)).toEqual(parseTransfer(SPECIAL));
      expect(parseTransfer(uri).accounts).toEqual([
        expect.objectContaining({ secret: '7PX35777775Q' }),
      ]);
    });
  });

  describe('an account that cannot be read costs only itself, and is named', () => {
    const good = parameters(totp());
    const LONG = 'x'.repeat(321);

    it.each<[string, string, string, Bytes]>([
      ['missing', 'secret', 'alex', bytes(2, 'alex')],
      ['missing', 'secret', 'alex', [...bytes(1, ''), ...bytes(2, 'alex')]],
      ['missing', 'secret', 'Contoso', bytes(3, 'Contoso')],
      ['missing', 'secret', '', []],
      ['invalid', 'secret', '', number(1, 5)],
      ['ambiguous', 'secret', 'alex', [...SECRET, ...bytes(1, 'Other'), ...bytes(2, 'alex')]],
      ['invalid', 'account', '', [...SECRET, ...bytes(2, [0xff])]],
      ['invalid', 'account', '', [...SECRET, ...number(2, 1)]],
      ['ambiguous', 'account', '', [...SECRET, ...bytes(2, 'alex'), ...bytes(2, 'kim')]],
      ['invalid', 'issuer', 'alex', [...SECRET, ...bytes(2, 'alex'), ...bytes(3, [0xc3])]],
      // MD5.
      ['unsupported', 'algorithm', 'alex', [...SECRET, ...bytes(2, 'alex'), ...number(4, 4)]],
      ['unsupported', 'algorithm', '', [...SECRET, ...number(4, 5)]],
      ['unsupported', 'algorithm', '', [...SECRET, ...number(4, -1)]],
      ['unsupported', 'algorithm', '', [...SECRET, ...number(4, 2n ** 32n)]],
      ['invalid', 'algorithm', '', [...SECRET, ...bytes(4, 'SHA1')]],
      ['invalid', 'algorithm', '', [...SECRET, 0x25, 1, 0, 0, 0]],
      ['ambiguous', 'algorithm', '', [...SECRET, ...number(4, 1), ...number(4, 2)]],
      ['unsupported', 'digits', '', [...SECRET, ...number(5, 3)]],
      ['unsupported', 'digits', '', [...SECRET, ...number(5, 6)]],
      ['unsupported', 'type', '', [...SECRET, ...number(6, 3)]],
      ['invalid', 'counter', '', [...SECRET, ...number(6, 1), ...number(7, -1)]],
      ['invalid', 'counter', '', [...SECRET, ...number(6, 1), ...number(7, 2n ** 53n)]],
      ['invalid', 'counter', '', [...SECRET, ...bytes(7, '1')]],
      ['invalid', 'data', '', [...SECRET, 0x12, 9, 0x61]],
      ['invalid', 'account', LONG, [...SECRET, ...bytes(2, LONG)]],
      ['invalid', 'account', `${LONG}:alex`, [...SECRET, ...bytes(2, `${LONG}:alex`)]],
      ['invalid', 'account', `Contoso:${LONG}`, [...SECRET, ...bytes(2, `Contoso:${LONG}`)]],
      ['invalid', 'issuer', 'alex', [...SECRET, ...bytes(2, 'alex'), ...bytes(3, LONG)]],
      ['invalid', 'secret', 'alex', [...bytes(1, 'x'.repeat(1251)), ...bytes(2, 'alex')]],
    ])('%s, %s, of %j', (code, field, name, account) => {
      const uri = uriOf(payload([good, account, parameters(hotp())]));
      expect(parseTransfer(uri)).toMatchObject({
        accounts: [totp(), hotp()],
        problems: [{ index: 1, name, code, field }],
      });
    });

    it('as long as it may be, it can', () => {
      const longest = totp({
        prefix: 'p'.repeat(320),
        account: 'a'.repeat(320),
        issuer: 'i'.repeat(320),
        secret: 'MZXW6YTB'.repeat(250),
      });
      expect(parseTransfer(transferUri([longest]))).toMatchObject({ accounts: [longest] });
    });

    it('also where it is the only one', () => {
      expect(parseTransfer(uriOf(payload([[]])))).toMatchObject({
        accounts: [],
        problems: [{ index: 0, code: 'missing', field: 'secret' }],
      });
    });
  });

  describe('refuses a part that is wrong as a whole, and names the field', () => {
    const part = (...fields: Bytes[]) => uriOf([...bytes(1, SECRET), ...fields.flat()]);

    it.each([
      ['not-otpauth', 'uri', ''],
      ['not-otpauth', 'uri', 'otpauth://totp/a?secret=MZXW6'],
      ['missing', 'data', 'otpauth-migration://offline'],
      ['missing', 'data', 'otpauth-migration://offline?'],
      ['missing', 'data', 'otpauth-migration://offline?data'],
      ['missing', 'data', 'otpauth-migration://offline?data='],
      ['missing', 'data', 'otpauth-migration://offline?data=%3D'],
      ['missing', 'data', `otpauth-migration://offline?x=data=${EXAMPLE}`],
      ['missing', 'data', `otpauth-migration://online?data=${EXAMPLE}`],
      ['ambiguous', 'data', `${withData(EXAMPLE)}&data=CgA`],
      ['invalid', 'data', withData('%')],
      ['invalid', 'data', withData('CgA%FF')],
      ['invalid', 'data', withData('C')],
      ['invalid', 'data', withData('Cg*A')],
      ['invalid', 'data', withData('Cg=A')],
      ['invalid', 'data', withData('\u0421gA')],
      ['invalid', 'data', `${withData(EXAMPLE)}#fragment`],
      ['invalid', 'data', `${withData(EXAMPLE)}&x=${'x'.repeat(100_000)}`],
      // It ends in the middle of the account.
      ['invalid', 'data', withData(EXAMPLE.slice(0, 40))],
      ['invalid', 'data', uriOf(number(1, 7))],
      ['missing', 'data', uriOf([...number(2, 1), ...number(3, 1)])],
      ['invalid', 'batch_size', part(number(3, 1001))],
      ['invalid', 'batch_size', part(number(3, -1))],
      ['invalid', 'batch_size', part(bytes(3, '1'))],
      ['ambiguous', 'batch_size', part(number(3, 2), number(3, 3))],
      ['invalid', 'batch_index', part(number(3, 2), number(4, 2))],
      ['invalid', 'batch_index', part(number(4, 1))],
      ['invalid', 'batch_index', part(number(3, 2), number(4, -1))],
      ['invalid', 'batch_id', part(bytes(5, 'id'))],
    ])('%s, %s: %s', (code, field, uri) => {
      expectFault(uri, code, field);
    });

    it('reads the limits', () => {
      const uri = part(number(3, 1000), number(4, 999));
      expect(parseTransfer(uri)).toMatchObject({ size: 1000, index: 999 });
    });
  });

  it('never says the secret', () => {
    const uri = transferUri([totp()]);
    for (let length = 0; length < uri.length; length += 1) {
      let said = '';
      try {
        said = JSON.stringify(parseTransfer(uri.slice(0, length)).problems);
      } catch (error) {
        said = String(error);
      }
      expect(said.includes(RFC_SECRET.slice(0, 8)) || said.includes('12345')).toBe(false);
    }
  });
});
