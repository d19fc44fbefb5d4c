import type { Grey } from './grey.ts';
import { meansOf } from './means.ts';

/** Which pixels are dark beside their neighbourhood: 1 for dark, 0 for light. */
export interface Darkness {
  readonly width: number;
  readonly height: number;
  readonly dark: Uint8Array;
}

/** Pixels to each side that count as the neighbourhood: wider than a finder pattern of large modules. */
const REACH = 40;

/** Shades by which a pixel must be darker than its neighbourhood: grain of a plain field is not. */
const LEAST_DIFFERENCE = 4;

/** Tells dark from light by the mean of the square around each pixel. */
export function darknessOf(grey: Grey): Darkness {
  const { width, height, pixels } = grey;
  const means = meansOf(grey, REACH);
  const dark = new Uint8Array(pixels.length);
  for (let at = 0; at < dark.length; at += 1) {
    if ((pixels[at] ?? 0) + LEAST_DIFFERENCE < (means[at] ?? 0)) dark[at] = 1;
  }
  return { width, height, dark };
}
