import type { Matrix } from './matrix.ts';

/** Signs that fill their whole place, and those that leave it empty. */
const FULL = '█▓■⬛#@';
const EMPTY = ' \u00a0\u2007\u3000.·□⬜░';
const UPPER = '▀';
const LOWER = '▄';

const SIGNS = new RegExp(`^[${FULL}${EMPTY}${UPPER}${LOWER}]*$`, 'u');

/** Version 1. */
const FEWEST_MODULES = 21;

/** Version 40, where two signs make a module. */
const MOST_SIGNS = 400;

/** How far from square a code may be, in signs: a line at its edge may be missing. */
const GREATEST_RATIO = 1.1;

/**
 * The code that lines of text draw, as terminals do: in half blocks (two modules a sign), in pairs of signs, or in
 * one sign a module. Undefined for all other text.
 */
export function matrixOfText(text: string): Matrix | undefined {
  const lines = text.split(/\r?\n/u);
  if (lines.length > MOST_SIGNS || lines.some((line) => line.length > MOST_SIGNS)) return undefined;
  if (!lines.every((line) => SIGNS.test(line))) return undefined;
  const halves = cropped(lines.flatMap((line) => [halfOf(line, UPPER), halfOf(line, LOWER)]));
  const modules = inPairs(halves) ? everySecond(halves) : halves;
  if (isCode(modules)) return modules;
  const wholes = cropped(lines.map((line) => halfOf(line, UPPER)));
  return isCode(wholes) ? wholes : undefined;
}

/** Whether two signs make a module: then all comes in squares of two by two halves. */
function inPairs(matrix: Matrix): boolean {
  return matrix.every((row, y) =>
    row.every((dark, x) => dark === matrix[y - (y % 2)]?.[x - (x % 2)]),
  );
}

function everySecond(matrix: Matrix): Matrix {
  return matrix.filter((_, y) => y % 2 === 0).map((row) => row.filter((_, x) => x % 2 === 0));
}

function halfOf(line: string, half: string): boolean[] {
  return [...line].map((sign) => sign === half || FULL.includes(sign));
}

/** Without empty edges, and as wide as its widest row. */
function cropped(rows: readonly (readonly boolean[])[]): Matrix {
  const width = Math.max(...rows.map((row) => row.lastIndexOf(true) + 1));
  const left = Math.min(...rows.map((row) => row.indexOf(true)).filter((first) => first >= 0));
  const top = rows.findIndex((row) => row.includes(true));
  const bottom = rows.findLastIndex((row) => row.includes(true));
  if (top < 0) return [];
  return rows
    .slice(top, bottom + 1)
    .map((row) => Array.from({ length: width - left }, (_, at) => row[left + at] ?? false));
}

function isCode(matrix: Matrix): boolean {
  const height = matrix.length;
  const width = matrix[0]?.length ?? 0;
  return (
    Math.min(width, height) >= FEWEST_MODULES &&
    Math.max(width, height) / Math.min(width, height) <= GREATEST_RATIO
  );
}
