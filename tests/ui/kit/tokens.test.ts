import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TILES } from '../../../src/ui/kit/tile.ts';
import { type Colour, contrast, mix, palettes } from './colours.ts';

/** WCAG 2.2: 1.4.3 for text, 1.4.11 for what shows a control or its state. */
const TEXT = 4.5;
const CONTROL = 3;

const BACKGROUNDS = ['surface', 'surface-raised', 'surface-pressed'];
const TEXTS: readonly (readonly [text: string, backgrounds: readonly string[]])[] = [
  ['text', [...BACKGROUNDS, 'accent-soft', 'warning-soft', 'danger-soft']],
  ['text-quiet', [...BACKGROUNDS, 'accent-soft']],
  ['accent', [...BACKGROUNDS, 'accent-soft']],
  ['accent-strong', [...BACKGROUNDS, 'accent-soft']],
  ['warning', [...BACKGROUNDS, 'warning-soft']],
  ['danger', [...BACKGROUNDS, 'danger-soft']],
  ['on-accent', ['accent', 'accent-strong']],
];

/** How much of its colour a tile has, as in base.css. */
const TILE_SHARE = 0.12;

describe.each(palettes())('in $name', ({ palette }) => {
  const named = (name: string): Colour => {
    const colour = palette[name];
    if (!colour) throw new Error(`tokens.css has no --${name}`);
    return colour;
  };

  it.each(TEXTS)('--%s can be read on %j', (text, backgrounds) => {
    for (const background of backgrounds) {
      expect(contrast(named(text), named(background)), background).toBeGreaterThanOrEqual(TEXT);
    }
  });

  it('a field stands out by its edge', () => {
    for (const background of ['surface', 'surface-raised']) {
      expect(contrast(named('edge'), named(background))).toBeGreaterThanOrEqual(CONTROL);
    }
  });

  it('the ring of the focus stands out', () => {
    for (const background of [...BACKGROUNDS, 'accent-soft', 'warning-soft']) {
      expect(contrast(named('accent'), named(background))).toBeGreaterThanOrEqual(CONTROL);
    }
  });

  it('every letter can be read on its tile', () => {
    const tiles = Object.keys(palette).filter((name) => name.startsWith('tile-'));
    expect(tiles).toEqual(Array.from({ length: TILES }, (_, index) => `tile-${index + 1}`));
    for (const tile of tiles) {
      const letter = named(tile);
      const background = mix(letter, TILE_SHARE, named('surface'));
      expect(contrast(letter, background), tile).toBeGreaterThanOrEqual(TEXT);
    }
  });
});

it('tiles are mixed as it is reckoned here', () => {
  const css = readFileSync(new URL('../../../src/ui/base.css', import.meta.url), 'utf8');
  expect(css).toContain(`color-mix(in srgb, var(--tile) ${TILE_SHARE * 100}%, var(--surface))`);
});

it('knows the contrast of black and white, and of a grey', () => {
  expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21);
  expect(contrast([118, 118, 118], [255, 255, 255])).toBeCloseTo(4.54, 2);
});
