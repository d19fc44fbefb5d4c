import type { Darkness } from './darkness.ts';

/** One of the three squares in the corners of a code: its middle, and how large a module is there, in pixels. */
export interface FinderPattern {
  readonly x: number;
  readonly y: number;
  readonly module: number;
  /** In how many rows it was seen. */
  readonly rows: number;
}

/** More of them are a pattern that repeats. */
const MOST_PATTERNS = 400;

/** In modules, how far each run may be from what it should be. */
const TOLERANCE = 0.75;

/**
 * The upright finder patterns of a picture (ISO/IEC 18004, 6.3.3). Only what lies inside of the outer ring is measured,
 * one module of light, three of dark and one of light: on a dark page without a quiet zone the ring runs on
 * into the page.
 *
 * @param shade 1 for dark codes on light, 0 for light ones on dark
 */
export function findFinderPatterns(darkness: Darkness, shade: 0 | 1): readonly FinderPattern[] {
  const found: Gathered[] = [];
  const byPlace = new Map<number, Gathered[]>();
  const { width, height, dark } = darkness;
  /** Where the last six runs of the row began. */
  const starts = new Int32Array(6);
  const consider = (y: number, end: number) => {
    const [, first = 0, light = 0, core = 0, after = 0, ring = 0] = starts;
    const runs = [light - first, core - light, after - core, ring - after, end - ring] as const;
    const module = moduleOf(...runs);
    const seen = module > 0 && crossCheck(darkness, shade, (core + after) / 2, y, module);
    if (seen && !isKnown(byPlace, seen)) found.push(seen);
  };
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    let runs = 0;
    let last = -1;
    for (let x = 0; x <= width; x += 1) {
      const now = x < width ? (dark[row + x] ?? 0) : -1;
      if (now === last) continue;
      // The run that ends here may be the outer ring at the right.
      if (runs >= 5 && last === shade) consider(y, x);
      starts.copyWithin(0, 1);
      starts[5] = x;
      runs += 1;
      last = now;
    }
  }
  const patterns = found
    .map(({ x, y, module, rows }) => ({ x: x / rows, y: y / rows, module: module / rows, rows }))
    .filter((pattern) => hasRings(darkness, shade, pattern));
  return patterns
    .filter((pattern) => standsAlone(pattern, patterns))
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_PATTERNS);
}

/** The size of a module where five runs are a finder pattern's, 0 where they are not. */
function moduleOf(first: number, light: number, core: number, after: number, last: number): number {
  const module = (light + core + after) / 5;
  const slack = Math.max(module * TOLERANCE, 0.8);
  const fits =
    Math.abs(light - module) <= slack &&
    Math.abs(after - module) <= slack &&
    Math.abs(core - 3 * module) <= 1.3 * slack &&
    first >= module / 2 &&
    last >= module / 2;
  return fits && module >= 1 ? module : 0;
}

interface Gathered {
  x: number;
  y: number;
  module: number;
  rows: number;
}

/** Measures the same pattern from its middle upwards and downwards, and then to the sides where its middle is. */
function crossCheck(
  darkness: Darkness,
  shade: 0 | 1,
  x: number,
  y: number,
  module: number,
): Gathered | undefined {
  const vertical = measure(darkness, shade, Math.floor(x), y, 'down', module);
  if (!vertical) return undefined;
  const horizontal = measure(
    darkness,
    shade,
    Math.floor(x),
    Math.floor(vertical.middle),
    'right',
    module,
  );
  if (!horizontal) return undefined;
  return {
    x: horizontal.middle,
    y: vertical.middle,
    module: (vertical.module + horizontal.module) / 2,
    rows: 1,
  };
}

function measure(
  { width, height, dark }: Darkness,
  shade: 0 | 1,
  x: number,
  y: number,
  direction: 'down' | 'right',
  expected: number,
): { readonly middle: number; readonly module: number } | undefined {
  const step = direction === 'down' ? width : 1;
  const place = direction === 'down' ? y : x;
  const length = direction === 'down' ? height : width;
  const base = y * width + x - place * step;
  const far = Math.ceil(expected * 4);
  /** The end of the run that begins at a place, going on by `by`. */
  const runEnd = (from: number, by: 1 | -1, wanted: number): number => {
    let at = from;
    while (
      at >= 0 &&
      at < length &&
      Math.abs(at - from) <= far &&
      dark[base + at * step] === wanted
    ) {
      at += by;
    }
    return at;
  };
  const other = shade === 1 ? 0 : 1;
  if (dark[base + place * step] !== shade) return undefined;
  const coreBefore = runEnd(place, -1, shade);
  const lightBefore = runEnd(coreBefore, -1, other);
  const ringBefore = runEnd(lightBefore, -1, shade);
  const coreAfter = runEnd(place, 1, shade);
  const lightAfter = runEnd(coreAfter, 1, other);
  const ringAfter = runEnd(lightAfter, 1, shade);
  const module = moduleOf(
    lightBefore - ringBefore,
    coreBefore - lightBefore,
    coreAfter - coreBefore - 1,
    lightAfter - coreAfter,
    ringAfter - lightAfter,
  );
  if (module === 0 || Math.abs(module - expected) > Math.max(0.8, expected * 0.3)) return undefined;
  return { middle: (coreBefore + 1 + coreAfter) / 2, module };
}

/** Pixels a side of the squares by which patterns are found again: in a large picture of noise, there are very many. */
const PLACE = 64;

/** Adds one that was seen in an earlier row to what is known of it; otherwise remembers it. */
function isKnown(byPlace: Map<number, Gathered[]>, seen: Gathered): boolean {
  const keyOf = (column: number, row: number) => row * 65_536 + column;
  const [column, row] = [Math.floor(seen.x / PLACE), Math.floor(seen.y / PLACE)];
  for (const down of [-1, 0, 1]) {
    for (const across of [-1, 0, 1]) {
      for (const one of byPlace.get(keyOf(column + across, row + down)) ?? []) {
        const near = (one.module / one.rows) * 2;
        if (Math.abs(one.x / one.rows - seen.x) >= near) continue;
        if (Math.abs(one.y / one.rows - seen.y) >= near) continue;
        one.x += seen.x;
        one.y += seen.y;
        one.module += seen.module;
        one.rows += 1;
        return true;
      }
    }
  }
  const key = keyOf(column, row);
  const there = byPlace.get(key);
  if (there) there.push(seen);
  else byPlace.set(key, [seen]);
  return false;
}

/** Modules between the middles of two patterns of a code: 14 at least. Letters in a line are closer. */
const LEAST_DISTANCE = 10;

/** Whether it is no letter: those have others like them beside them, on the same line. */
function standsAlone({ x, y, module }: FinderPattern, all: readonly FinderPattern[]): boolean {
  return all.every((other) => {
    const distance = Math.abs(other.x - x);
    return (
      distance < module ||
      distance > LEAST_DISTANCE * module ||
      Math.abs(other.y - y) > module / 2 ||
      Math.abs(other.module - module) > module / 4
    );
  });
}

/** The share of the two rings around the core that has to be of the right shade. */
const RING_SHARE = 0.85;

/** Whether the core is as high as it is wide, with light all around it and a dark ring around that. */
function hasRings(
  { width, height, dark }: Darkness,
  shade: 0 | 1,
  { x, y, module, rows }: FinderPattern,
): boolean {
  // Each row through the core counts it once.
  if (rows < 1.5 * module || rows > 4.5 * module + 1) return false;
  let right = 0;
  let count = 0;
  for (const distance of [2, 3]) {
    for (let step = -distance; step <= distance; step += 1) {
      for (const [across, down] of [
        [step, -distance],
        [step, distance],
        [-distance, step],
        [distance, step],
      ] as const) {
        const column = Math.floor(x + across * module);
        const row = Math.floor(y + down * module);
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
        if ((dark[row * width + column] === shade) === (distance === 3)) right += 1;
        count += 1;
      }
    }
  }
  return right >= count * RING_SHARE;
}
