import type { Darkness } from './darkness.ts';
import type { FinderPattern } from './finder-patterns.ts';

/** Where a code seems to lie: from its top left corner, one module to the right and one downwards, in pixels. */
export interface LocatedCode {
  /** Modules a side: 21 to 177. */
  readonly size: number;
  readonly origin: Vector;
  readonly right: Vector;
  readonly down: Vector;
}

interface Vector {
  readonly x: number;
  readonly y: number;
}

/** The middle of a finder pattern is so many modules from the edges of the code. */
const INSET = 3.5;

const LEAST_SIZE = 21;
const GREATEST_SIZE = 177;

const GREATEST_SLOPE = 0.3;

/** The share of a timing pattern's modules that have to take turns. */
const TIMING_SHARE = 0.8;

/**
 * The codes that finder patterns make up, those with the best timing patterns (ISO/IEC 18004, 6.3.5) first: the same
 * three patterns may give several, of sizes that are next to one another.
 */
export function locateCodes(
  darkness: Darkness,
  patterns: readonly FinderPattern[],
  shade: 0 | 1,
): readonly LocatedCode[] {
  const located: { readonly code: LocatedCode; readonly share: number }[] = [];
  for (const corner of patterns) {
    for (const [right, down] of armsOf(corner, patterns)) {
      for (const size of sizesOf(corner, right, down)) {
        const code = layOut(corner, right, down, size);
        const share = timingShare(darkness, code, shade);
        if (share >= TIMING_SHARE) located.push({ code, share });
      }
    }
  }
  return located.sort((a, b) => b.share - a.share).map(({ code }) => code);
}

/** The pairs of patterns that lie to the right of a corner and below it, as far from it and at a right angle. */
function* armsOf(
  corner: FinderPattern,
  patterns: readonly FinderPattern[],
): Generator<readonly [right: FinderPattern, down: FinderPattern]> {
  const arms = patterns
    .map((pattern) => ({ pattern, x: pattern.x - corner.x, y: pattern.y - corner.y }))
    .filter(({ pattern, x, y }) => {
      const modules = Math.hypot(x, y) / corner.module;
      const alike = pattern.module < corner.module * 1.4 && pattern.module > corner.module / 1.4;
      return alike && modules > (LEAST_SIZE - 2 * INSET) * 0.8 && modules < GREATEST_SIZE;
    });
  // Those that lie further askew, zxing reads.
  const rights = arms.filter(({ x, y }) => Math.abs(y) < x * GREATEST_SLOPE);
  const downs = arms.filter(({ x, y }) => Math.abs(x) < y * GREATEST_SLOPE);
  for (const right of rights) {
    for (const down of downs) {
      // From where it lies if the arms are equal and at a right angle.
      const slip = Math.abs(down.x + right.y) + Math.abs(down.y - right.x);
      if (slip < right.x * 0.12) yield [right.pattern, down.pattern];
    }
  }
}

/** The sizes that the distance between the patterns allows; small modules leave several. */
function sizesOf(corner: FinderPattern, right: FinderPattern, down: FinderPattern): number[] {
  const module = (corner.module + right.module + down.module) / 3;
  const across =
    (Math.hypot(right.x - corner.x, right.y - corner.y) +
      Math.hypot(down.x - corner.x, down.y - corner.y)) /
    2;
  const version = Math.round((across / module + 2 * INSET - 17) / 4);
  // A module is measured to about a tenth.
  const doubt = 1 + Math.floor(version / 5);
  return Array.from(
    { length: 2 * doubt + 1 },
    (_, index) => 17 + 4 * (version - doubt + index),
  ).filter((size) => size >= LEAST_SIZE && size <= GREATEST_SIZE);
}

function layOut(
  corner: FinderPattern,
  toRight: FinderPattern,
  toDown: FinderPattern,
  size: number,
): LocatedCode {
  const modules = size - 2 * INSET;
  const right = { x: (toRight.x - corner.x) / modules, y: (toRight.y - corner.y) / modules };
  const down = { x: (toDown.x - corner.x) / modules, y: (toDown.y - corner.y) / modules };
  return {
    size,
    right,
    down,
    origin: {
      x: corner.x - INSET * (right.x + down.x),
      y: corner.y - INSET * (right.y + down.y),
    },
  };
}

/** Where a place of the code, counted in modules, is in the picture. */
export function placeOf({ origin, right, down }: LocatedCode, column: number, row: number): Vector {
  return {
    x: origin.x + column * right.x + row * down.x,
    y: origin.y + column * right.y + row * down.y,
  };
}

/** The share of the modules between the finder patterns, in the sixth row and column, that are as they should be. */
function timingShare({ width, height, dark }: Darkness, code: LocatedCode, shade: 0 | 1): number {
  let wrong = 0;
  const count = 2 * (code.size - 16);
  for (let module = 8; module < code.size - 8; module += 1) {
    for (const [column, row] of [
      [module, 6],
      [6, module],
    ] as const) {
      const place = placeOf(code, column + 0.5, row + 0.5);
      const [x, y] = [Math.floor(place.x), Math.floor(place.y)];
      const isShade = x >= 0 && y >= 0 && x < width && y < height && dark[y * width + x] === shade;
      if (isShade !== (module % 2 === 0)) wrong += 1;
    }
    if (wrong > count * (1 - TIMING_SHARE)) return 0;
  }
  return 1 - wrong / count;
}
