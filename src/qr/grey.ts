import { decodeBase64 } from '../encoding/base64.ts';
import type { Frame } from './frame.ts';
import type { Picture } from './picture.ts';

/** A picture of one byte of luminance a pixel, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A rectangle in pixels of a picture. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const WHITE = 255;

/** Luminance. What is transparent is white to the eye. */
export function greyOf({ width, height, rgba }: Frame): Grey {
  // A pixel at a time, and no question within: this is done for each picture. Both browsers run on little-endian machines only.
  const colours = new Int32Array(rgba.buffer, rgba.byteOffset, width * height);
  const pixels = new Uint8Array(width * height);
  let common = -1;
  for (let at = 0; at < pixels.length; at += 1) {
    const colour = colours[at] ?? 0;
    common &= colour;
    // By ITU-R BT.601, in 1024ths.
    pixels[at] =
      ((colour & 255) * 306 + ((colour >> 8) & 255) * 601 + ((colour >> 16) & 255) * 117) >> 10;
  }
  if (common >>> 24 !== WHITE) layOnWhite(pixels, colours);
  return { width, height, pixels };
}

function layOnWhite(pixels: Uint8Array, colours: Int32Array): void {
  for (let at = 0; at < pixels.length; at += 1) {
    const opacity = (colours[at] ?? 0) >>> 24;
    pixels[at] = WHITE - ((WHITE - (pixels[at] ?? 0)) * opacity) / WHITE;
  }
}

/** @throws Fault `malformed` where the luminance is not base64. */
export function greyOfPicture({ width, height, luminance }: Picture): Grey {
  const pixels = decodeBase64(luminance);
  return { width, height, pixels };
}

export function frameOf({ width, height, pixels }: Grey): Frame {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(WHITE);
  for (let pixel = 0, at = 0; pixel < pixels.length; pixel += 1, at += 4) {
    const shade = pixels[pixel] ?? WHITE;
    rgba[at] = shade;
    rgba[at + 1] = shade;
    rgba[at + 2] = shade;
  }
  return { width, height, rgba };
}

export function inverted({ width, height, pixels }: Grey): Grey {
  return { width, height, pixels: pixels.map((shade) => WHITE - shade) };
}

/** The part of a picture that lies in a rectangle; undefined where none of it does. */
export function cutOut({ width, height, pixels }: Grey, cut: Cut): Grey | undefined {
  const left = Math.max(0, Math.floor(cut.x));
  const top = Math.max(0, Math.floor(cut.y));
  const right = Math.min(width, Math.ceil(cut.x + cut.width));
  const bottom = Math.min(height, Math.ceil(cut.y + cut.height));
  // Also where a side is no number at all.
  if (!(right > left && bottom > top)) return undefined;
  const part = new Uint8Array((right - left) * (bottom - top));
  for (let row = top; row < bottom; row += 1) {
    part.set(
      pixels.subarray(row * width + left, row * width + right),
      (row - top) * (right - left),
    );
  }
  return { width: right - left, height: bottom - top, pixels: part };
}

/** A picture with a margin around it, in the shade that is the lightest in it. */
export function withMargin({ width, height, pixels }: Grey, margin: number): Grey {
  // As light as the picture gets: a margin of another shade would look like a part of the code.
  const lightest = pixels.reduce((most, shade) => Math.max(most, shade), 0);
  const paddedWidth = width + 2 * margin;
  const padded = new Uint8Array(paddedWidth * (height + 2 * margin)).fill(lightest);
  for (let row = 0; row < height; row += 1) {
    padded.set(
      pixels.subarray(row * width, (row + 1) * width),
      (row + margin) * paddedWidth + margin,
    );
  }
  return { width: paddedWidth, height: height + 2 * margin, pixels: padded };
}
