import { expect, it } from 'vitest';
import { greyOf } from '../../src/qr/grey.ts';

it.each([
  ['white', [255, 255, 255, 255], 255],
  ['black', [0, 0, 0, 255], 0],
  ['red', [255, 0, 0, 255], 76],
  ['green', [0, 255, 0, 255], 149],
  ['blue', [0, 0, 255, 255], 29],
  ['transparent black', [0, 0, 0, 0], 255],
  ['transparent white', [255, 255, 255, 0], 255],
  ['half-transparent black', [0, 0, 0, 102], 153],
])('%s has its luminance on white', (_, rgba, shade) => {
  const frame = { width: 2, height: 1, rgba: Uint8ClampedArray.of(...rgba, ...rgba) };
  expect([...greyOf(frame).pixels]).toEqual([shade, shade]);
});
