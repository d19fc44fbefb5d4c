/** The share of a code's pixels that are about as dark or as light as any; a logo or soft edges are the rest. */
const TWO_TONE_SHARE = 0.7;

/** The share of pixels at either end that may be something else: a thin line in another shade. */
const STRAY_SHARE = 0.02;

/** Whether pixels (luminance) can be a code at all. jsqr takes seconds to find nothing in a photograph. */
export function isTwoTone(pixels: Uint8Array): boolean {
  const counts = new Array<number>(256).fill(0);
  for (const grey of pixels) counts[grey] = (counts[grey] ?? 0) + 1;
  const darkest = shadeAt(counts, pixels.length * STRAY_SHARE);
  const lightest = shadeAt(counts, pixels.length * (1 - STRAY_SHARE));
  const quarter = (lightest - darkest) / 4;
  const outer = counts.reduce(
    (sum, count, grey) =>
      grey <= darkest + quarter || grey >= lightest - quarter ? sum + count : sum,
    0,
  );
  return quarter > 0 && outer >= pixels.length * TWO_TONE_SHARE;
}

/** The shade that so many of the pixels, counted from the darkest, do not exceed. */
function shadeAt(counts: readonly number[], rank: number): number {
  let passed = 0;
  return counts.findIndex((count) => {
    passed += count;
    return passed > rank;
  });
}
