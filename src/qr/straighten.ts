import type { Grey } from './grey.ts';
import { WHITE } from './grey.ts';
import { type LocatedCode, placeOf } from './located-codes.ts';

/** Modules of quiet zone (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Pixels a module in the drawing. */
const SCALE = 4;

/**
 * Draws a located code anew: upright, dark on light, with a quiet zone, each module as large as the next one.
 *
 * @param shade 1 for dark codes on light, 0 for light ones on dark
 */
export function straighten(grey: Grey, code: LocatedCode, shade: 0 | 1): Grey {
  const side = (code.size + 2 * QUIET_ZONE) * SCALE;
  const pixels = new Uint8Array(side * side).fill(WHITE);
  const first = QUIET_ZONE * SCALE;
  let lightest = 0;
  for (let y = first; y < side - first; y += 1) {
    for (let x = first; x < side - first; x += 1) {
      const place = placeOf(code, (x - first + 0.5) / SCALE, (y - first + 0.5) / SCALE);
      const found = shadeAt(grey, place.x - 0.5, place.y - 0.5);
      const value = shade === 1 ? found : WHITE - found;
      if (value > lightest) lightest = value;
      pixels[y * side + x] = value;
    }
  }
  // A quiet zone of another shade would look like a part of the code.
  for (let y = 0; y < side; y += 1) {
    const within = y >= first && y < side - first;
    if (!within) pixels.fill(lightest, y * side, (y + 1) * side);
    else {
      pixels.fill(lightest, y * side, y * side + first);
      pixels.fill(lightest, (y + 1) * side - first, (y + 1) * side);
    }
  }
  return { width: side, height: side, pixels };
}

/** The shade between pixels. */
function shadeAt({ width, height, pixels }: Grey, x: number, y: number): number {
  const left = Math.max(0, Math.min(width - 1, Math.floor(x)));
  const top = Math.max(0, Math.min(height - 1, Math.floor(y)));
  const right = Math.min(width - 1, left + 1);
  const bottom = Math.min(height - 1, top + 1);
  const across = Math.max(0, Math.min(1, x - left));
  const down = Math.max(0, Math.min(1, y - top));
  const at = (column: number, row: number) => pixels[row * width + column] ?? WHITE;
  const upper = at(left, top) + (at(right, top) - at(left, top)) * across;
  const lower = at(left, bottom) + (at(right, bottom) - at(left, bottom)) * across;
  return upper + (lower - upper) * down;
}
