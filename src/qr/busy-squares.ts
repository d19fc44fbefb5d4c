import { type Cut, cutOut, type Grey } from './grey.ts';

/** By what a place stands out. */
export interface Standing {
  /** Pixels a side of the tiles that are looked at: as much must be between a code and what is beside it. */
  readonly tile: number;
  /** Shades between the darkest and the lightest pixel of a tile that count as both. */
  readonly contrast: number;
}

/** A code's sides are equal; what touches it makes one longer. */
const GREATEST_RATIO = 1.3;

/** Of the tiles within the bounds, so many are full of contrast in a code: all but those within its largest squares. */
const LEAST_DENSITY = 0.4;

/** Pixels. A code has at least 21 modules a side. */
const LEAST_SIDE = 24;

const MOST_SQUARES = 12;

/**
 * The places of a picture that are about square and full of contrast, the largest first: codes are, and much else.
 */
export function findBusySquares(grey: Grey, { tile, contrast }: Standing): readonly Grey[] {
  const columns = Math.ceil(grey.width / tile);
  const rows = Math.ceil(grey.height / tile);
  const busy = busyTiles(grey, columns, rows, { tile, contrast });
  const squares: Grey[] = [];
  for (let start = 0; start < busy.length; start += 1) {
    if (busy[start] !== 1) continue;
    const { left, top, width, height, tiles } = boundsOf(busy, columns, rows, start);
    if (tiles < width * height * LEAST_DENSITY) continue;
    const bounds = {
      x: left * tile,
      y: top * tile,
      width: width * tile,
      height: height * tile,
    };
    const square = trimmed(grey, bounds, contrast);
    if (square) squares.push(square);
  }
  return squares.sort((a, b) => b.width * b.height - a.width * a.height).slice(0, MOST_SQUARES);
}

/** Cut to the pixel where its contrast begins, so that no strip of a dark page is taken for a part of the code. */
function trimmed(grey: Grey, bounds: Cut, contrast: number): Grey | undefined {
  const { x, y, width, height } = bounds;
  const isPlain = (fromX: number, fromY: number, toX: number, toY: number) => {
    let darkest = 255;
    let lightest = 0;
    for (let row = fromY; row < Math.min(grey.height, toY); row += 1) {
      for (let column = fromX; column < Math.min(grey.width, toX); column += 1) {
        const shade = grey.pixels[row * grey.width + column] ?? 0;
        if (shade < darkest) darkest = shade;
        if (shade > lightest) lightest = shade;
      }
    }
    return lightest - darkest < contrast;
  };
  let [left, top, right, bottom] = [x, y, x + width, y + height];
  while (top < bottom && isPlain(left, top, right, top + 1)) top += 1;
  while (bottom > top && isPlain(left, bottom - 1, right, bottom)) bottom -= 1;
  while (left < right && isPlain(left, top, left + 1, bottom)) left += 1;
  while (right > left && isPlain(right - 1, top, right, bottom)) right -= 1;
  const [shorter, longer] = [
    Math.min(right - left, bottom - top),
    Math.max(right - left, bottom - top),
  ];
  if (shorter < LEAST_SIDE || longer > shorter * GREATEST_RATIO) return undefined;
  return cutOut(grey, { x: left, y: top, width: right - left, height: bottom - top });
}

function busyTiles(
  { width, height, pixels }: Grey,
  columns: number,
  rows: number,
  { tile, contrast }: Standing,
): Uint8Array {
  const busy = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let darkest = 255;
      let lightest = 0;
      const bottom = Math.min(height, (row + 1) * tile);
      const right = Math.min(width, (column + 1) * tile);
      for (let y = row * tile; y < bottom; y += 1) {
        for (let at = y * width + column * tile; at < y * width + right; at += 1) {
          const shade = pixels[at] ?? 0;
          if (shade < darkest) darkest = shade;
          if (shade > lightest) lightest = shade;
        }
      }
      if (lightest - darkest >= contrast) busy[row * columns + column] = 1;
    }
  }
  return busy;
}

/** In tiles. */
interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** How many of them are full of contrast. */
  readonly tiles: number;
}

/** The bounds, and the number, of the busy tiles that touch one another from a first one on, which are struck out. */
function boundsOf(busy: Uint8Array, columns: number, rows: number, start: number): Bounds {
  let [left, top, right, bottom] = [columns, rows, 0, 0];
  const open = [start];
  let tiles = 0;
  busy[start] = 0;
  for (let tile = open.pop(); tile !== undefined; tile = open.pop()) {
    tiles += 1;
    const column = tile % columns;
    const row = (tile - column) / columns;
    left = Math.min(left, column);
    right = Math.max(right, column + 1);
    top = Math.min(top, row);
    bottom = Math.max(bottom, row + 1);
    for (const [across, down] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const) {
      const [x, y] = [column + across, row + down];
      const next = y * columns + x;
      if (x < 0 || y < 0 || x >= columns || y >= rows || busy[next] !== 1) continue;
      busy[next] = 0;
      open.push(next);
    }
  }
  return { left, top, width: right - left, height: bottom - top, tiles };
}
