import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64, encodeBase64 } from '../../src/encoding/base64.ts';

describe('base64', () => {
  // RFC 4648, section 10.
  it.each([
    ['', ''],
    ['f', 'Zg=='],
    ['fo', 'Zm8='],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg=='],
    ['fooba', 'Zm9vYmE='],
    ['foobar', 'Zm9vYmFy'],
  ])('of %j is %j, and back', (plain, encoded) => {
    expect(encodeBase64(Buffer.from(plain))).toBe(encoded);
    expect(Buffer.from(decodeBase64(encoded)).toString()).toBe(plain);
  });

  it('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const encoded = encodeBase64(bytes);
        expect(encoded).toBe(Buffer.from(bytes).toString('base64'));
        expect(decodeBase64(encoded)).toEqual(bytes);
      }),
    );
  });

  it.each([0x7fff, 0x8000, 0x8001, 1_440_000])('carries %i bytes', (length) => {
    const bytes = Uint8Array.from({ length }, (_, index) => index * 7);
    const encoded = encodeBase64(bytes);
    expect(encoded === Buffer.from(bytes).toString('base64')).toBe(true);
    expect(Buffer.compare(decodeBase64(encoded), bytes)).toBe(0);
  });

  it('encodes a part of a buffer as that part', () => {
    const whole = Uint8Array.from([1, 2, 3, 4, 5]);
    expect(encodeBase64(whole.subarray(1, 4))).toBe(encodeBase64(Uint8Array.from([2, 3, 4])));
  });
});

describe('decodeBase64 refuses', () => {
  it.each(['A', 'AAAAA', '!!!!', 'Zm9v*', 'Zm-_', 'Zg=', 'Zg===', '=', 'Zm=9', 'Zm9vé'])(
    '%j as malformed, without repeating it',
    (text) => {
      expect(() => decodeBase64(text)).toThrow(
        expect.objectContaining({
          name: 'Fault',
          code: 'malformed',
          message: 'not base64',
        }),
      );
    },
  );
});
