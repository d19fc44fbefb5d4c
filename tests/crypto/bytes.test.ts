import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatBytes, randomBytes, utf8 } from '../../src/crypto/bytes.ts';

describe('utf8', () => {
  it('is what Node encodes, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(Buffer.from(utf8(text)).equals(Buffer.from(text))).toBe(true);
      }),
    );
  });

  it.each(['', 'a', 'é', 'aé', 'éa', '株式会社', '\u{1f511}', '\ud83d'])('encodes %j', (text) => {
    expect(Buffer.from(utf8(text))).toEqual(Buffer.from(text));
  });
});

it('concatBytes puts the parts one after the other, in a buffer of their own', () => {
  const whole = concatBytes(utf8('one'), new Uint8Array(), utf8('two').subarray(1));
  expect(whole).toEqual(utf8('onewo'));
  expect(whole.buffer.byteLength).toBe(5);
});

it('randomBytes are as many as asked for, and never the same', () => {
  expect(randomBytes(32)).toHaveLength(32);
  expect(randomBytes(32)).not.toEqual(randomBytes(32));
});
