import { describe, expect, it } from 'vitest';
import { coarsened, fitted } from '../../../../src/ui/manager/accounts/own-image.ts';

describe('fitted', () => {
  it.each([
    [
      { width: 64, height: 64 },
      { x: 0, y: 0, width: 64, height: 64 },
    ],
    [
      { width: 16, height: 16 },
      { x: 0, y: 0, width: 64, height: 64 },
    ],
    [
      { width: 1280, height: 640 },
      { x: 0, y: 16, width: 64, height: 32 },
    ],
    [
      { width: 100, height: 400 },
      { x: 24, y: 0, width: 16, height: 64 },
    ],
    [
      { width: 10_000, height: 1 },
      { x: 0, y: 31, width: 64, height: 1 },
    ],
  ])('shows all of %o in the middle', (size, expected) => {
    expect(fitted(size)).toEqual(expected);
  });
});

describe('coarsened', () => {
  it('keeps black, white and all that eight bits can tell', () => {
    for (const bits of [8, 6, 5, 4, 3]) {
      expect(coarsened(0, bits)).toBe(0);
      expect(coarsened(255, bits)).toBe(255);
    }
    expect(coarsened(131, 8)).toBe(131);
  });

  it('leaves as many values as its bits have', () => {
    const values = Array.from({ length: 256 }, (_, value) => coarsened(value, 3));
    expect(new Set(values).size).toBe(8);
    expect(values.every((value, at) => Math.abs(value - at) <= 19)).toBe(true);
  });
});
