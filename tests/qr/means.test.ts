import { expect, it } from 'vitest';
import { meansOf } from '../../src/qr/means.ts';
import { seededRandom } from '../bench/qr-canvas.ts';

/** The same, a pixel at a time. */
function plainMean(
  { width, height, pixels }: { width: number; height: number; pixels: Uint8Array },
  x: number,
  y: number,
  reach: number,
): number {
  const shades: number[] = [];
  for (let row = Math.max(0, y - reach); row <= Math.min(height - 1, y + reach); row += 1) {
    for (let column = Math.max(0, x - reach); column <= Math.min(width - 1, x + reach); column += 1)
      shades.push(pixels[row * width + column] ?? Number.NaN);
  }
  return Math.ceil(shades.reduce((sum, shade) => sum + shade, 0) / shades.length);
}

it.each([
  [30, 20, 3],
  [30, 20, 40],
  [1, 50, 4],
  [50, 1, 4],
  [7, 7, 7],
  [1, 1, 5],
])('of %i × %i pixels, each is the mean of the square of %i around it', (width, height, reach) => {
  const random = seededRandom(width);
  const pixels = Uint8Array.from({ length: width * height }, () => random() * 256);
  const grey = { width, height, pixels };
  const plain = Array.from(pixels, (_, at) =>
    plainMean(grey, at % width, Math.floor(at / width), reach),
  );
  expect([...meansOf(grey, reach)]).toEqual(plain);
});
