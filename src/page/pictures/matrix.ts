import { MOST_DRAWN } from '../collected.ts';
import type { Raster } from './raster.ts';

/** Modules as they are seen, dark or light, row by row; all rows are equally long. */
export type Matrix = readonly (readonly boolean[])[];

/** Pixels a module: what decoders read best. */
const MODULE = 6;

/** Modules. ISO/IEC 18004 wants a quiet zone of four. */
const MARGIN = 4;

/** Undefined where it is larger than any code. */
export function drawMatrix(matrix: Matrix): Raster | undefined {
  const columns = (matrix[0]?.length ?? 0) + 2 * MARGIN;
  const rows = matrix.length + 2 * MARGIN;
  const module = Math.min(MODULE, Math.floor(MOST_DRAWN / Math.max(rows, columns)));
  if (module === 0) return undefined;
  const width = columns * module;
  const height = rows * module;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let at = 0; at < pixels.length; at += 1) {
    const row = Math.floor(at / width / module) - MARGIN;
    const column = Math.floor((at % width) / module) - MARGIN;
    if (matrix[row]?.[column]) pixels[at] = 0;
  }
  return { width, height, pixels };
}
