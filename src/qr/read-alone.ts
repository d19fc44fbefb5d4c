import jsQR from 'jsqr';
import { frameOf, type Grey, inverted, withMargin } from './grey.ts';

/** Pixels. QR codes want a quiet zone of four modules (ISO/IEC 18004); pages often cut theirs to the edge. */
const MARGIN = 16;

/** The text of a code that stands alone in a picture, dark on light or light on dark; undefined where none is read. */
export function readAlone(grey: Grey): string | undefined {
  // jsqr's own `onlyInvert` throws, and would meet a margin of the wrong shade.
  return (
    readDarkOnLight(withMargin(grey, MARGIN)) ?? readDarkOnLight(withMargin(inverted(grey), MARGIN))
  );
}

/** The text of a dark code on light that has its quiet zone. */
export function readDarkOnLight(grey: Grey): string | undefined {
  const { width, height, rgba } = frameOf(grey);
  // jsqr keeps the options of the call before, so they are always given.
  const found = jsQR(rgba, width, height, { inversionAttempts: 'dontInvert' });
  // It answers "" for what it took for a code and could not read.
  return found?.data || undefined;
}
