import { afterEach, describe, expect, it, vi } from 'vitest';
import { randomBelow } from '../src/random-below.ts';

afterEach(() => vi.restoreAllMocks());

/** The generator gives these bytes, one by one. */
function drawing(...bytes: number[]) {
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((into) => {
    if (into instanceof Uint8Array) into.set([bytes.shift() ?? 0]);
    return into;
  });
  return bytes;
}

describe('randomBelow', () => {
  it.each([
    [90, 0, 0],
    [90, 89, 89],
    [90, 90, 0],
    [90, 179, 89],
    [3, 254, 2],
    [256, 255, 255],
  ])('below %i of the byte %i is %i', (bound, byte, expected) => {
    drawing(byte);
    expect(randomBelow(bound)).toBe(expected);
  });

  it.each([
    [90, 180],
    [90, 255],
    [3, 255],
  ])('below %i throws the byte %i away: it would favour the small numbers', (bound, byte) => {
    const left = drawing(byte, 2);
    expect(randomBelow(bound)).toBe(2);
    expect(left).toEqual([]);
  });
});
