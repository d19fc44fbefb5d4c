/** The share of a code's pixels that are about as dark or as light as any; a logo or soft edges are the rest. */
const TWO_TONE_SHARE = 0.7;

/** Whether pixels (luminance) can be a code at all. jsqr takes seconds to find nothing in a photograph. */
export function isTwoTone(pixels: Uint8Array): boolean {
  const darkest = pixels.reduce((least, grey) => Math.min(least, grey), 255);
  const lightest = pixels.reduce((most, grey) => Math.max(most, grey), 0);
  const quarter = (lightest - darkest) / 4;
  let outer = 0;
  for (const grey of pixels) {
    if (grey <= darkest + quarter || grey >= lightest - quarter) outer += 1;
  }
  return quarter > 0 && outer >= pixels.length * TWO_TONE_SHARE;
}
