import jsQR from 'jsqr';
import { decodeBase64 } from '../encoding/base64.ts';
import type { Picture } from './picture.ts';
import { isTwoTone } from './two-tone.ts';

/** QR codes want a quiet zone of four modules (ISO/IEC 18004); pages often cut theirs to the edge. */
const MARGIN = 16;

/**
 * The text of the QR code that a picture shows, dark on light or light on dark; undefined where it shows
 * none that can be read.
 */
export function decodePicture({ width, height, luminance }: Picture): string | undefined {
  const pixels = decodeBase64(luminance);
  if (!isTwoTone(pixels)) return undefined;
  return (
    decodeDarkOnLight(pixels, width, height) ??
    // jsqr's own `onlyInvert` throws, and would meet a margin of the wrong shade.
    decodeDarkOnLight(
      pixels.map((grey) => 255 - grey),
      width,
      height,
    )
  );
}

function decodeDarkOnLight(pixels: Uint8Array, width: number, height: number): string | undefined {
  const paddedWidth = width + 2 * MARGIN;
  const paddedHeight = height + 2 * MARGIN;
  // As light as the picture gets: a margin of another shade would look like a part of the code.
  const lightest = pixels.reduce((most, grey) => Math.max(most, grey), 0);
  const rgba = new Uint8ClampedArray(paddedWidth * paddedHeight * 4).fill(lightest);
  for (let row = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1) {
      const at = ((row + MARGIN) * paddedWidth + column + MARGIN) * 4;
      rgba.fill(pixels[row * width + column] ?? lightest, at, at + 3);
    }
  }
  // jsqr keeps the options of the call before, so they are always given.
  const found = jsQR(rgba, paddedWidth, paddedHeight, { inversionAttempts: 'dontInvert' });
  // It answers "" for what it took for a code and could not read.
  return found?.data || undefined;
}
