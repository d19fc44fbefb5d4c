import type { Grey } from './grey.ts';
import { meansOf } from './means.ts';

/** How often the difference between a pixel and its neighbourhood is added to it. */
const AMOUNT = 6;

/**
 * A picture whose soft edges are hard again: codes out of focus, or moved.
 *
 * @param reach pixels to each side that count as a pixel's neighbourhood: about as far as it was smeared
 */
export function sharpened(grey: Grey, reach: number): Grey {
  const means = meansOf(grey, reach);
  const pixels = new Uint8ClampedArray(grey.pixels.length);
  for (let at = 0; at < pixels.length; at += 1) {
    const shade = grey.pixels[at] ?? 0;
    pixels[at] = shade + AMOUNT * (shade - (means[at] ?? 0));
  }
  return { ...grey, pixels: new Uint8Array(pixels.buffer) };
}
