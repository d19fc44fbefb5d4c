import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { base64Of } from '../../src/encoding/base64-schema.ts';

const accepts = (text: unknown, bytes?: number) => v.safeParse(base64Of(bytes), text).success;
const encoded = (bytes: number) => Buffer.alloc(bytes, 0xa5).toString('base64');

describe('base64Of', () => {
  it.each([1, 2, 3, 12, 16, 31, 32, 33, 48])(
    '%i bytes accepts so many, not one more or less',
    (bytes) => {
      expect(accepts(encoded(bytes), bytes)).toBe(true);
      expect(accepts(encoded(bytes - 1), bytes)).toBe(false);
      expect(accepts(encoded(bytes + 1), bytes)).toBe(false);
    },
  );

  it('any bytes accepts them, but not none', () => {
    for (let bytes = 1; bytes < 20; bytes += 1) expect(accepts(encoded(bytes))).toBe(true);
    expect(accepts('')).toBe(false);
  });

  it.each([
    'A',
    'AA',
    'AAA',
    'AA=',
    'A===',
    '====',
    'AA==AAAA',
    'AAA*',
    'AA_-',
    ' AAAA',
    'AAAA\n',
    7,
  ])('refuses %j', (text) => {
    expect(accepts(text)).toBe(false);
  });
});
