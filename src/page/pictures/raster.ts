import { encodeBase64 } from '../../encoding/base64.ts';
import type { Picture } from '../../qr/picture.ts';
import { isTwoTone } from '../../qr/two-tone.ts';
import { MOST_DRAWN } from '../collected.ts';

/** Pixels: enough for a modest number of modules. */
const LEAST_DRAWN = 320;

/** What can be drawn, in its own size. */
export interface Source {
  readonly image: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement;
  readonly width: number;
  readonly height: number;
}

/** One byte of luminance a pixel, row by row. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** What a look at something came to: `unread` where its pixels are kept from us. */
export type Look = Raster | 'nothing' | 'unread';

/** Draws what the page may show to us. */
export function draw(source: Source): Look {
  const onWhite = drawOn('#fff', source);
  // Light modules on a dark page, with nothing between them: on white, they cannot be seen.
  return typeof onWhite === 'object' && isBlank(onWhite) ? drawOn('#000', source) : onWhite;
}

function drawOn(background: string, source: Source): Look {
  const { width, height } = drawnSize(source);
  if (width === 0 || height === 0) return 'nothing';
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return 'nothing';
  context.fillStyle = background;
  context.fillRect(0, 0, width, height);
  // Modules of one pixel stay as sharp as the page shows them.
  context.imageSmoothingEnabled = width < source.width;
  try {
    context.drawImage(source.image, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, pixels: luminanceOf(data) };
  } catch (error) {
    return error instanceof DOMException && error.name === 'SecurityError' ? 'unread' : 'nothing';
  }
}

/** Enlarged by a whole factor, so that all modules stay alike, or made smaller. */
function drawnSize({ width, height }: Source): { width: number; height: number } {
  const longer = Math.max(width, height);
  const factor =
    longer < LEAST_DRAWN
      ? Math.min(Math.ceil(LEAST_DRAWN / longer), Math.floor(MOST_DRAWN / longer))
      : Math.min(1, MOST_DRAWN / longer);
  return { width: Math.round(width * factor) || 0, height: Math.round(height * factor) || 0 };
}

/** ITU-R BT.601, as one byte a pixel. */
export function luminanceOf(rgba: Uint8ClampedArray): Uint8Array {
  const luminance = new Uint8ClampedArray(rgba.length / 4);
  for (let pixel = 0; pixel < luminance.length; pixel += 1) {
    const at = pixel * 4;
    luminance[pixel] =
      0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  }
  return new Uint8Array(luminance.buffer);
}

/** Undefined for what is no code. */
export function pictureOf({ width, height, pixels }: Raster): Picture | undefined {
  return isTwoTone(pixels) ? { width, height, luminance: encodeBase64(pixels) } : undefined;
}

/** One shade all over: nothing was drawn yet, or what was drawn is not kept for us. */
export function isBlank({ pixels }: Raster): boolean {
  return pixels.every((grey) => grey === pixels[0]);
}
