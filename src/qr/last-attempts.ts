import { type Grey, withMargin } from './grey.ts';
import { enlarged, reduced, stretched } from './resample.ts';
import { sharpened } from './sharpened.ts';
import { GLOBAL_HISTOGRAM, type ReadCodes } from './zxing.ts';

/** Pixels: a picture up to so many is looked at once more at double size; a larger one is made as small for some. */
const MOST_ENLARGED = 1_500_000;

/** Pixels a side: a code in a picture of less is still there at half the size. */
const LEAST_REDUCED = 400;

/** Pixels: pages cut codes to the edge, too. */
const MARGIN = 24;

/** Pixels that a code out of focus is smeared, where it is large enough to be read at all. */
const SMEARED = 3;

type Attempt = () => Promise<readonly string[]>;

/** Ways to read what nothing else has read, those that help most for their time first. */
export function* lastAttempts(grey: Grey, zxing: ReadCodes): Generator<Attempt> {
  const pixels = grey.width * grey.height;
  const isSmall = pixels <= MOST_ENLARGED;
  if (isSmall) yield () => zxing(enlarged(withMargin(grey, MARGIN), 2));
  yield () => zxing(grey, { binarizer: GLOBAL_HISTOGRAM });
  yield () => zxing(grey, { tryDenoise: true });
  if (Math.min(grey.width, grey.height) >= LEAST_REDUCED) yield () => zxing(reduced(grey, 2));
  yield () =>
    isSmall
      ? zxing(sharpened(enlarged(grey, 2), 2 * SMEARED), { tryDenoise: true })
      : zxing(sharpened(reduced(grey, Math.ceil(Math.sqrt(pixels / MOST_ENLARGED))), SMEARED), {
          tryDenoise: true,
        });
  if (isSmall) yield () => zxing(enlarged(grey, 3));
  yield () => zxing(stretched(grey));
  yield () => zxing(grey, { tryRotate: true });
}
