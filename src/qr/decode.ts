import jsQR from 'jsqr';
import { decodeBase64 } from '../encoding/base64.ts';
import type { Picture } from './picture.ts';

/** QR codes want a quiet zone of four modules (ISO/IEC 18004); pages often cut theirs to the edge. */
const MARGIN = 16;

/** The text of the QR code that a picture shows; undefined where it shows none that can be read. */
export function decodePicture({ width, height, luminance }: Picture): string | undefined {
  const source = decodeBase64(luminance);
  const paddedWidth = width + 2 * MARGIN;
  const paddedHeight = height + 2 * MARGIN;
  const rgba = new Uint8ClampedArray(paddedWidth * paddedHeight * 4).fill(255);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const grey = source[row * width + column] ?? 255;
      const at = ((row + MARGIN) * paddedWidth + column + MARGIN) * 4;
      rgba.fill(grey, at, at + 3);
    }
  }
  // jsqr keeps the options of the call before, so they are always given.
  const found = jsQR(rgba, paddedWidth, paddedHeight, { inversionAttempts: 'attemptBoth' });
  // It answers "" for what it took for a code and could not read.
  return found?.data || undefined;
}
