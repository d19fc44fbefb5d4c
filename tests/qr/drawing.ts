import { create, type QRCodeSegment } from 'qrcode';
import type { Frame } from '../../src/qr/frame.ts';
import type { Picture } from '../../src/qr/picture.ts';

export interface Look {
  /** Pixels a module. */
  readonly scale: number;
  /** Modules around the code. */
  readonly quietZone: number;
  readonly dark: number;
  readonly light: number;
}

const PLAIN: Look = { scale: 4, quietZone: 4, dark: 0, light: 255 };

/** A picture of one grey value a pixel. */
export function picture(
  width: number,
  height: number,
  greyAt: (x: number, y: number) => number,
): Picture {
  const pixels = Buffer.alloc(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = greyAt(x, y);
  }
  return { width, height, luminance: pixels.toString('base64') };
}

/** The same pixels as the frame of a file or screenshot. */
export function frame({ width, height, luminance }: Picture): Frame {
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (const [pixel, shade] of Buffer.from(luminance, 'base64').entries()) {
    rgba.fill(shade, pixel * 4, pixel * 4 + 3);
  }
  return { width, height, rgba };
}

/** The QR code of a text, or of other content, as a page may show it. */
export function drawQr(text: string | QRCodeSegment[], look: Partial<Look> = {}): Picture {
  const { scale, quietZone, dark, light } = { ...PLAIN, ...look };
  const { modules } = create(text, {});
  const side = Math.round((modules.size + 2 * quietZone) * scale);
  const isDark = (column: number, row: number) =>
    column >= 0 &&
    row >= 0 &&
    column < modules.size &&
    row < modules.size &&
    modules.get(row, column) === 1;
  return picture(side, side, (x, y) =>
    isDark(Math.floor(x / scale) - quietZone, Math.floor(y / scale) - quietZone) ? dark : light,
  );
}
