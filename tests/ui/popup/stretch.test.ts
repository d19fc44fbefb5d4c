import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, rowsOnShow, widened } from '../../../src/ui/popup/stretch.ts';

const ROW = 72;

describe('rowsOnShow', () => {
  it.each([
    ['at the top', 0, 288, { first: 0, last: 8 }],
    ['a pixel further down', 1, 288, { first: 0, last: 9 }],
    ['ten rows down', 720, 288, { first: 6, last: 18 }],
    ['in a list without height', 0, 0, { first: 0, last: 4 }],
  ])('%s', (_, scrollTop, clientHeight, expected) => {
    expect(rowsOnShow({ scrollTop, clientHeight }, ROW, 4)).toEqual(expected);
  });

  it('holds every row of which a pixel shows', () => {
    fc.assert(
      fc.property(fc.nat(720_000), fc.integer({ min: 1, max: 600 }), (scrollTop, clientHeight) => {
        const { first, last } = rowsOnShow({ scrollTop, clientHeight }, ROW, 0);
        expect(first * ROW).toBeLessThanOrEqual(scrollTop);
        expect(last * ROW).toBeGreaterThanOrEqual(scrollTop + clientHeight);
      }),
    );
  });
});

describe('covers', () => {
  it.each([
    ['the same rows', { first: 4, last: 8 }, 100, true],
    ['rows within', { first: 5, last: 7 }, 100, true],
    ['a row above', { first: 3, last: 7 }, 100, false],
    ['a row below', { first: 5, last: 9 }, 100, false],
    ['a row below that does not exist', { first: 5, last: 9 }, 8, true],
  ])('%s', (_, wanted, total, expected) => {
    expect(covers({ first: 4, last: 8 }, wanted, total)).toBe(expected);
  });
});

describe('widened', () => {
  it.each([
    [
      { first: 40, last: 50 },
      { first: 24, last: 66 },
    ],
    [
      { first: 3, last: 13 },
      { first: 0, last: 29 },
    ],
    [
      { first: 40, last: 400 },
      { first: 24, last: 224 },
    ],
  ])('%o is %o', (stretch, expected) => {
    expect(widened(stretch, 16, 200)).toEqual(expected);
  });
});
