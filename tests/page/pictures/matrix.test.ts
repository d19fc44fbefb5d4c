import { describe, expect, it } from 'vitest';
import { MOST_DRAWN } from '../../../src/page/collected.ts';
import { drawMatrix } from '../../../src/page/pictures/matrix.ts';
import { isTwoTone } from '../../../src/qr/two-tone.ts';
import { modulesOf, SETUP_CODE } from './modules.ts';

/** The shades in the middles of the modules, row by row, without the margin. */
function readBack(matrix: readonly (readonly boolean[])[]) {
  const drawn = drawMatrix(matrix);
  if (!drawn) throw new Error('nothing was drawn');
  const module = drawn.width / (matrix.length + 8);
  const middle = (at: number) => Math.floor((at + 4.5) * module);
  return matrix.map((row, y) =>
    row.map((_, x) => drawn.pixels[middle(y) * drawn.width + middle(x)] === 0),
  );
}

describe('a drawn matrix', () => {
  it.each([SETUP_CODE, modulesOf('A'), modulesOf('A'.repeat(3390))])(
    'shows every module ($length)',
    (...matrix) => {
      expect(readBack(matrix)).toEqual(matrix);
    },
  );

  it('has a light margin of four modules on each side, and passes as a code', () => {
    const drawn = drawMatrix([[true]]);
    expect(drawn).toMatchObject({ width: 54, height: 54 });
    const dark = [...(drawn?.pixels ?? [])].flatMap((grey, at) => (grey === 0 ? [at] : []));
    expect([dark.length, dark[0], dark.at(-1)]).toEqual([36, 24 * 54 + 24, 29 * 54 + 29]);
    expect(isTwoTone(drawMatrix(SETUP_CODE)?.pixels ?? new Uint8Array())).toBe(true);
  });

  it('is never larger than a picture may be', () => {
    const square = (side: number) =>
      Array.from({ length: side }, () => new Array<boolean>(side).fill(true));
    expect(drawMatrix(square(177))?.width).toBeLessThanOrEqual(MOST_DRAWN);
    expect(drawMatrix(square(592))?.width).toBe(MOST_DRAWN);
    expect(drawMatrix(square(593))).toBeUndefined();
  });
});
