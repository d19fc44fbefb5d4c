import { describe, expect, it } from 'vitest';
import { isSquarish, movedBy, overlap } from '../../../src/page/pictures/rect.ts';

const VIEWPORT = { x: 0, y: 0, width: 1000, height: 600 };

describe('what two rectangles have in common', () => {
  it.each([
    ['inside', { x: 10, y: 20, width: 30, height: 40 }, { x: 10, y: 20, width: 30, height: 40 }],
    [
      'over an edge',
      { x: -10, y: 590, width: 30, height: 40 },
      { x: 0, y: 590, width: 20, height: 10 },
    ],
    ['around', { x: -10, y: -10, width: 2000, height: 2000 }, VIEWPORT],
    ['below', { x: 0, y: 600, width: 30, height: 40 }, undefined],
    ['to the left', { x: -31, y: 0, width: 30, height: 40 }, undefined],
    ['without a size', { x: 10, y: 10, width: 0, height: 40 }, undefined],
  ])('%s', (_, rect, expected) => {
    expect(overlap(rect, VIEWPORT)).toEqual(expected);
    expect(overlap(VIEWPORT, rect)).toEqual(expected);
  });
});

it('a rectangle in a frame stands where the frame stands', () => {
  expect(movedBy({ x: 1, y: 2, width: 3, height: 4 }, { x: 10, y: -20 })).toEqual({
    x: 11,
    y: -18,
    width: 3,
    height: 4,
  });
});

it.each([
  [50, 50, true],
  [62.5, 50, true],
  [50, 62.5, true],
  [63, 50, false],
  [49, 49, false],
  [49, 50, false],
])('%s × %s: %s', (width, height, expected) => {
  expect(isSquarish({ x: 0, y: 0, width, height }, 50)).toBe(expected);
});
