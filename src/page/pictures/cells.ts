import type { Raster } from './raster.ts';
import type { Rect } from './rect.ts';

/** A rectangle of one colour. */
export interface Cell extends Rect {
  /** 0 to 255. */
  readonly luminance: number;
}

/** Enough pixels for a module of the greatest code that anybody shows (version 20: 97 modules). */
const SIDE = 480;

/** Paints cells over each other as a browser paints backgrounds. */
export function paintCells(cells: readonly Cell[], box: Rect, background: number): Raster {
  const scale = SIDE / Math.max(box.width, box.height);
  const width = Math.round(box.width * scale);
  const height = Math.round(box.height * scale);
  const pixels = new Uint8Array(width * height).fill(background);
  const across = (x: number) => clamp(Math.round((x - box.x) * scale), width);
  const down = (y: number) => clamp(Math.round((y - box.y) * scale), height);
  for (const cell of cells) {
    const from = across(cell.x);
    const to = across(cell.x + cell.width);
    const bottom = down(cell.y + cell.height);
    for (let row = down(cell.y); row < bottom; row += 1) {
      pixels.fill(cell.luminance, row * width + from, row * width + to);
    }
  }
  return { width, height, pixels };
}

/** The smallest rectangle around all of them; undefined where there are none. */
export function boxAround(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y, width, height } of rects) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}

/** Fewer cells make no code: version 1 has 21 × 21 modules, of which a page may draw the dark ones only. */
export const FEWEST_CELLS = 150;

/** Version 40 has 177 × 177 modules, with a layer or two around. */
export const MOST_CELLS = 70_000;

/** The share of the sampled cells that have to be as small as modules; the rest may be a logo, or run together. */
const SMALL_SHARE = 0.7;

/** Whether a sample of the elements in a box are as small as the modules of a code. */
export function areModules(sample: readonly Rect[], box: Rect): boolean {
  const most = Math.max(box.width, box.height) / 18;
  const small = sample.filter(
    ({ width, height }) => width > 0 && height > 0 && Math.min(width, height) <= most,
  );
  return sample.length > 0 && small.length >= sample.length * SMALL_SHARE;
}
