import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/fault.ts';
import { decodeBase32, encodeBase32 } from '../../src/otp/base32.ts';

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** RFC 4648, section 10, without the padding. */
const VECTORS: [plain: string, encoded: string][] = [
  ['', ''],
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foo', 'MZXW6'],
  ['foob', 'MZXW6YQ'],
  ['fooba', 'MZXW6YTB'],
  ['foobar', 'MZXW6YTBOI'],
];

describe('encodeBase32', () => {
  it.each(VECTORS)('of %j is %j', (plain, encoded) => {
    expect(encodeBase32(Buffer.from(plain))).toBe(encoded);
  });
});

describe('decodeBase32', () => {
  it.each(VECTORS)('gives %j back from %j', (plain, encoded) => {
    expect(text(decodeBase32(encoded))).toBe(plain);
  });

  it('gives back any bytes that were encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase32(encodeBase32(bytes))).toEqual(bytes);
      }),
    );
  });

  it.each([
    ['lower case', 'mzxw6ytboi'],
    ['mixed case', 'mZxW6yTbOi'],
    ['groups with spaces', ' MZXW 6YTB OI '],
    ['groups with no-break spaces', 'MZXW\u00a06YTB\u00a0OI'],
    ['groups with dashes', 'MZXW-6YTB-OI'],
    ['padding', 'MZXW6YTBOI======'],
    ['too little padding', 'MZXW6YTBOI='],
    ['padding after a space', 'MZXW6YTBOI =='],
  ])('reads %s', (_, encoded) => {
    expect(text(decodeBase32(encoded))).toBe('foobar');
  });

  it.each([
    ['MZ', 'f'],
    ['MZX', 'f'],
    ['MZXW6Y', 'foo'],
    ['MZXW6YT', 'foob'],
    ['MZXW6YTBO', 'fooba'],
    ['M', ''],
  ])('drops the trailing bits of %j, which is no canonical length or ending', (encoded, plain) => {
    expect(text(decodeBase32(encoded))).toBe(plain);
  });

  it.each([
    ['MZ0W', 3],
    ['1ZXW', 1],
    ['MZX8', 4],
    ['MZX9', 4],
    ['MZ=XW', 3],
    ['MZ+XW', 3],
    ['MZ/XW', 3],
    ['MZ_XW', 3],
    ['MZ😀XW', 3],
  ])('refuses %j and names place %i', (encoded, place) => {
    expect(() => decodeBase32(encoded)).toThrow(
      expect.objectContaining({
        name: 'Fault',
        code: 'invalid',
        field: 'secret',
        message: expect.stringContaining(`character ${place} `),
      }),
    );
  });

  it('refuses every other character, those that Unicode upper-cases into the alphabet too', () => {
    const isRefused = (character: string) => {
      try {
        decodeBase32(`MZ${character}XW6`);
        return false;
      } catch (error) {
        return error instanceof Fault;
      }
    };
    const accepted = Array.from({ length: 0x1_0000 }, (_, point) => String.fromCodePoint(point))
      .filter((character) => !/[A-Za-z2-7\s=-]/u.test(character) && !isRefused(character))
      .map((character) => `U+${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
    expect(accepted).toEqual([]);
  }, 30_000);

  it('never repeats the secret in what it says', () => {
    expect(() => decodeBase32('GEZDGNBVGY3TQOJQ!')).toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/GEZD|3TQO/iu) }),
    );
  });
});
