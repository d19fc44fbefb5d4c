/** How far the tile reaches over the drawing, of which a side is 24. */
const MARGIN = 6;
/** Of the tile. */
export const SIDE = 24 + 2 * MARGIN;
/** Relative luminance (WCAG 2.2) of the lightest colour on which white still has the contrast of 3:1 that drawings need. */
const LIGHT = 1.05 / 3 - 0.05;

/**
 * A brand's icon as a tile, without the `svg` around it: its colour behind, its drawing in white or black before it, so that it is seen as well
 * on a light page as on a dark one.
 *
 * @param path SVG path data on a square of 24
 * @param hex the brand's colour, six digits
 */
export function drawIcon(path: string, hex: string): string {
  const ink = luminance(hex) > LIGHT ? '#000' : '#fff';
  return [
    `<path fill="#${hex}" d="M0 0h${SIDE}v${SIDE}H0z"/>`,
    `<path fill="${ink}" transform="translate(${MARGIN} ${MARGIN})" d="${path}"/>`,
  ].join('');
}

/** @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
