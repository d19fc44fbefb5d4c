import type { Rect } from '../page/pictures/rect.ts';
import type { Cut } from '../qr/grey.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** CSS pixels around an element: a code may reach to its very edge, and decoders want some margin. */
const MARGIN = 16;

/**
 * Where rectangles of a tab's viewport lie in a picture of it, in whole pixels of the picture: how many of them a CSS
 * pixel has, zoom and screen decide.
 */
export function cutsOf(rects: readonly Rect[], viewport: Size, picture: Size): Cut[] {
  const across = (x: number) => clamp((x / viewport.width) * picture.width, picture.width);
  const down = (y: number) => clamp((y / viewport.height) * picture.height, picture.height);
  return rects.flatMap((rect) => {
    const x = Math.floor(across(rect.x - MARGIN));
    const y = Math.floor(down(rect.y - MARGIN));
    const width = Math.ceil(across(rect.x + rect.width + MARGIN)) - x;
    const height = Math.ceil(down(rect.y + rect.height + MARGIN)) - y;
    return width > 0 && height > 0 ? [{ x, y, width, height }] : [];
  });
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

const PNG_ADDRESS = 'data:image/png;base64,';

/** The size in pixels stands in bytes 16 to 23 of each PNG (https://www.w3.org/TR/png-3/#11IHDR). */
const SIZE_AT = 16;
const SIZE_END = 24;

/** The size of a PNG in a data: URL, without decoding it; undefined where it is none. */
export function sizeOfPng(dataUrl: string): Size | undefined {
  if (!dataUrl.startsWith(PNG_ADDRESS)) return undefined;
  const start = dataUrl.slice(PNG_ADDRESS.length, PNG_ADDRESS.length + (SIZE_END / 3) * 4);
  const bytes = Uint8Array.from(atob(start), (character) => character.charCodeAt(0));
  if (bytes.length < SIZE_END) return undefined;
  const view = new DataView(bytes.buffer, SIZE_AT);
  return { width: view.getUint32(0), height: view.getUint32(4) };
}
