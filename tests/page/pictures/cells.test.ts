import { describe, expect, it } from 'vitest';
import { areModules, boxAround, type Cell, paintCells } from '../../../src/page/pictures/cells.ts';
import type { Raster } from '../../../src/page/pictures/raster.ts';
import { SETUP_CODE } from './modules.ts';

const SIDE = SETUP_CODE.length;

function cellsOf(side: number, isDrawn: (dark: boolean) => boolean, at = { x: 0, y: 0 }): Cell[] {
  return SETUP_CODE.flatMap((row, y) =>
    row.flatMap((dark, x) =>
      isDrawn(dark)
        ? [
            {
              x: at.x + x * side,
              y: at.y + y * side,
              width: side,
              height: side,
              luminance: dark ? 10 : 245,
            },
          ]
        : [],
    ),
  );
}

/** What the picture shows in the middle of each module. */
function readBack({ width, height, pixels }: Raster): boolean[][] {
  const middle = (at: number, length: number) => Math.floor(((at + 0.5) / SIDE) * length);
  return SETUP_CODE.map((row, y) =>
    row.map((_, x) => (pixels[middle(y, height) * width + middle(x, width)] ?? 0) < 128),
  );
}

const boxOf = (side: number, at = { x: 0, y: 0 }) => ({
  ...at,
  width: SIDE * side,
  height: SIDE * side,
});

describe('cells of a code', () => {
  it.each([2, 3.4, 5, 7.75])('of %s CSS pixels show every module', (side) => {
    const painted = paintCells(
      cellsOf(side, () => true),
      boxOf(side),
      255,
    );
    expect(readBack(painted)).toEqual(SETUP_CODE);
  });

  it('show them where only the dark ones are elements, on what is behind', () => {
    const painted = paintCells(
      cellsOf(4, (dark) => dark),
      boxOf(4),
      250,
    );
    expect(readBack(painted)).toEqual(SETUP_CODE);
    expect(new Set(painted.pixels)).toEqual(new Set([10, 250]));
  });

  it('show them where only the light ones are, on a dark page', () => {
    expect(
      readBack(
        paintCells(
          cellsOf(4, (dark) => !dark),
          boxOf(4),
          20,
        ),
      ),
    ).toEqual(SETUP_CODE);
  });

  it('show them wherever they stand, also scrolled away', () => {
    const at = { x: 37.5, y: -812.25 };
    expect(
      readBack(
        paintCells(
          cellsOf(5, () => true, at),
          boxOf(5, at),
          255,
        ),
      ),
    ).toEqual(SETUP_CODE);
  });

  it('leave no gap between them', () => {
    const painted = paintCells(
      cellsOf(3.37, () => true).map((cell) => ({ ...cell, luminance: 10 })),
      boxOf(3.37),
      255,
    );
    expect(new Set(painted.pixels)).toEqual(new Set([10]));
  });

  it('lie over their rows, which come first', () => {
    const row = { x: 0, y: 0, width: 1000, height: 1000, luminance: 200 };
    const painted = paintCells([row, ...cellsOf(5, (dark) => dark)], boxOf(5), 0);
    expect(readBack(painted)).toEqual(SETUP_CODE);
    expect(new Set(painted.pixels)).toEqual(new Set([10, 200]));
  });
});

describe('the box around cells', () => {
  it('is the smallest one, and none around nothing', () => {
    expect(boxAround(cellsOf(5, () => true, { x: 3, y: -7 }))).toEqual(boxOf(5, { x: 3, y: -7 }));
    expect(boxAround([])).toBeUndefined();
  });
});

describe('elements are taken for modules', () => {
  const box = { x: 0, y: 0, width: 210, height: 210 };
  const sized = (width: number, height = width) => ({ x: 0, y: 0, width, height });
  it.each([
    ['of a twenty-first of the box', new Array(24).fill(sized(10)), true],
    ['run together in one direction', new Array(24).fill(sized(70, 10)), true],
    ['with a logo between them', [...new Array(20).fill(sized(10)), sized(60)], true],
    ['of a tenth of the box', new Array(24).fill(sized(21)), false],
    ['with no size', new Array(24).fill(sized(0)), false],
    ['mostly larger', [...new Array(12).fill(sized(10)), ...new Array(12).fill(sized(60))], false],
    ['none at all', [], false],
  ])('%s: %s', (_, sample, expected) => {
    expect(areModules(sample, box)).toBe(expected);
  });
});
