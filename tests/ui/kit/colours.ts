import { readFileSync } from 'node:fs';

const SCHEMES = ['light', 'dark'] as const;
type Scheme = (typeof SCHEMES)[number];

/** Red, green, blue: 0 … 255. */
export type Colour = readonly [number, number, number];
type Palette = Readonly<Record<string, Colour>>;

export interface NamedPalette {
  readonly name: string;
  readonly palette: Palette;
}

/** The colours of tokens.css, as they are in each scheme, with the usual contrast and with more. */
export function palettes(): readonly NamedPalette[] {
  const css = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');
  const [usual = '', more = ''] = css.split('@media (prefers-contrast: more)');
  return SCHEMES.flatMap((scheme) => {
    const palette = coloursIn(usual, scheme);
    return [
      { name: scheme, palette },
      { name: `${scheme}, more contrast`, palette: { ...palette, ...coloursIn(more, scheme) } },
    ];
  });
}

function coloursIn(css: string, scheme: Scheme): Palette {
  const found = css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return Object.fromEntries(
    [...found].map(([, name = '', light = '', dark = '']) => [
      name,
      colourOf(scheme === 'light' ? light : dark),
    ]),
  );
}

function colourOf(hex: string): Colour {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
}

/** As `color-mix(in srgb, colour share, under)`. @param share 0 … 1 */
export function mix(colour: Colour, share: number, under: Colour): Colour {
  const part = (at: 0 | 1 | 2) => colour[at] * share + under[at] * (1 - share);
  return [part(0), part(1), part(2)];
}

/** WCAG's contrast ratio, from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
