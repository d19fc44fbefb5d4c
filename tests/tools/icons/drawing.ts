/** What the toolbar button says: the vault is open, it is locked, a page waits for an approval. */
export const ICON_STATES = ['open', 'locked', 'asking'] as const;
export type IconState = (typeof ICON_STATES)[number];

/** Up to this width, in pixels, a thin line is a blur: the sign stands alone, and larger. */
const SMALL = 32;

interface Look {
  /** Of the tile, from above to below. */
  readonly tile: readonly [string, string];
  readonly ring: string;
  readonly sign: string;
  /** Lines of the sign, in a square of 24 whose middle is that of the tile. */
  readonly lines: string;
  /** Filled parts of the sign. */
  readonly solid?: string;
}

/** Each state has a tile, and a shape, of its own: a colour alone would not tell it to everybody. */
const LOOKS: Record<IconState, Look> = {
  open: {
    tile: ['#0f7f78', '#085752'],
    ring: '#a9ddd7',
    sign: '#ffffff',
    lines: 'M5.5 12.6 10 17 19 6.8',
  },
  locked: {
    tile: ['#76818b', '#4f5861'],
    ring: '#c3cad0',
    sign: '#ffffff',
    lines: 'M8.2 11V8.3a3.8 3.8 0 0 1 7.6 0V11',
    solid:
      'M7.4 10.4h9.2a1.9 1.9 0 0 1 1.9 1.9v5.2a1.9 1.9 0 0 1-1.9 1.9H7.4a1.9 1.9 0 0 1-1.9-1.9v-5.2a1.9 1.9 0 0 1 1.9-1.9z',
  },
  asking: {
    tile: ['#ffc65c', '#eda11b'],
    ring: '#9a6200',
    sign: '#3a2400',
    lines: 'M8.6 8.8a3.5 3.5 0 1 1 5.3 3c-1.1.7-1.8 1.3-1.8 2.6',
    solid: 'M12.1 16.7a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
  },
};

/**
 * Our sign: a ring that a stroke of the pen completes, as a second signature does; its tick goes out through the gap.
 *
 * @param size in pixels
 */
export function drawIcon(state: IconState, size: number): string {
  const { tile, ring, sign, lines, solid } = LOOKS[state];
  const isSmall = size <= SMALL;
  const scale = isSmall ? 1.28 : state === 'open' ? 0.98 : 0.66;
  const move = `translate(16 16) scale(${scale}) translate(-12 -12)`;
  // In the same square of 32, whatever the scale.
  const stroke = (isSmall ? 3.6 : 3.1) / (state === 'open' ? scale : 1);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">
  <linearGradient id="tile" x2="0" y2="1"><stop stop-color="${tile[0]}"/><stop offset="1" stop-color="${tile[1]}"/></linearGradient>
  <rect width="32" height="32" rx="7.5" fill="url(#tile)"/>
  ${isSmall ? '' : ringOf(ring)}
  <g transform="${move}" fill="none" stroke="${sign}" stroke-width="${stroke}" stroke-linecap="round" stroke-linejoin="round">
    <path d="${lines}"/>
    ${solid ? `<path d="${solid}" fill="${sign}" stroke="none"/>` : ''}
  </g>
</svg>`;
}

/** Open at the upper right, like a C. */
function ringOf(colour: string): string {
  return `<path d="M21.2 7.6A9.9 9.9 0 1 0 25.9 16" fill="none" stroke="${colour}" stroke-width="2.6" stroke-linecap="round"/>`;
}
