import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Picture } from '../../src/qr/picture.ts';
import { drawQr, picture } from './drawing.ts';

const jsqr = vi.hoisted(() => vi.fn<() => { data: string } | null>());
vi.mock('jsqr', () => ({ default: jsqr }));

const { decodeElement } = await import('../../src/qr/decode-element.ts');

/** Only jsqr is of interest here. */
const decode = (shown: Picture) =>
  decodeElement(shown, { openZxing: async () => async () => ['zxing'], now: () => 0, budgetMs: 0 });

beforeEach(() => {
  jsqr.mockReset().mockReturnValue({ data: 'read' });
});

/** Noise of all greys, the same in every run. */
function noise(seed: number, amplitude: number): (x: number, y: number) => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state / 2 ** 32) * amplitude;
  };
}

const SIDE = 600;
const drawn = (greyAt: (x: number, y: number) => number) =>
  picture(SIDE, SIDE, (x, y) => Math.max(0, Math.min(255, Math.round(greyAt(x, y)))));

/** Hills, a sky that darkens, and grain. */
function landscape(seed: number): Picture {
  const grain = noise(seed, 40);
  return drawn((x, y) => {
    const hill = 350 + 60 * Math.sin(x / 90 + seed) + 25 * Math.sin(x / 23);
    return (y < hill ? 210 - y / 4 : 60 + (y - hill) / 3) + grain(x, y);
  });
}

const SHADES: [string, Picture][] = [
  ['noise', drawn(noise(1, 256))],
  ['faint noise', drawn((x, y) => 100 + noise(x * SIDE + y, 30)(x, y))],
  ['a gradient from left to right', drawn((x) => (x / SIDE) * 256)],
  ['a gradient from bottom to top', drawn((_, y) => 255 - (y / SIDE) * 256)],
  ['a faint gradient', drawn((x) => 120 + (x / SIDE) * 20)],
  ['a gradient from the middle', drawn((x, y) => Math.hypot(x - SIDE / 2, y - SIDE / 2) / 1.7)],
  ['a photograph', landscape(1)],
  ['a photograph with other hills', landscape(2)],
  ['white', drawn(() => 255)],
  ['black', drawn(() => 0)],
  ['grey', drawn(() => 128)],
  ['one pixel', picture(1, 1, () => 77)],
];

describe('jsqr, which takes seconds over them, is kept from', () => {
  it.each(SHADES)('%s', async (_, shown) => {
    expect(await decode(shown)).toEqual(['zxing']);
    expect(jsqr).not.toHaveBeenCalled();
  });
});

describe('jsqr looks for a code in', () => {
  it.each<[string, Picture]>([
    ['a code', drawQr('text')],
    ['a code in greys', drawQr('text', { dark: 60, light: 190 })],
    ['a code in greys that differ by little', drawQr('text', { dark: 120, light: 135 })],
    ['a code, light on dark', drawQr('text', { dark: 255, light: 0 })],
    ['what is black and white', drawn((x, y) => ((x >> 4) + (y >> 4)) % 2 && 255)],
  ])('%s', async (_, shown) => {
    expect(await decode(shown)).toEqual(['read']);
    expect(jsqr).toHaveBeenCalledOnce();
  });

  it('a picture in both shades, where the first holds none', async () => {
    jsqr.mockReturnValueOnce(null);
    expect(await decode(drawQr('text'))).toEqual(['read']);
    expect(jsqr).toHaveBeenCalledTimes(2);
  });
});
