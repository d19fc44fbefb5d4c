import { decodeGrey, type Means } from './decode-frame.ts';
import { type Grey, greyOfPicture } from './grey.ts';
import type { Picture } from './picture.ts';
import { readAlone } from './read-alone.ts';
import { isTwoTone } from './two-tone.ts';
import type { ReadCodes } from './zxing.ts';

export interface ElementMeans extends Omit<Means, 'zxing'> {
  /** Makes zxing ready: not called where jsqr reads the code, which takes it milliseconds. */
  readonly openZxing: () => Promise<ReadCodes>;
}

/**
 * The texts of the code, or codes, that an element of a page shows.
 *
 * @throws Fault `malformed` where the picture's luminance is not base64
 */
export async function decodeElement(
  picture: Picture,
  means: ElementMeans,
): Promise<readonly string[]> {
  return decodeAlone(greyOfPicture(picture), means);
}

/** The same of the pixels themselves, as they are cut out of a screenshot. */
export async function decodeAlone(
  grey: Grey,
  { openZxing, ...means }: ElementMeans,
): Promise<readonly string[]> {
  // jsqr takes seconds over a photograph.
  const text = isTwoTone(grey.pixels) ? readAlone(grey) : undefined;
  if (text !== undefined) return [text];
  return decodeGrey(grey, { ...means, zxing: await openZxing() });
}
