import { encodeBase64 } from '../../../encoding/base64.ts';
import { Fault } from '../../../fault.ts';

/** Pixels of a side. */
const SIDE = 64;

/** Bytes of the PNG, as the vault takes it. */
const MOST_BYTES = 12 * 1024;

/** Bits of each colour: a photograph with all eight may be too long, and fewer are hardly seen at this size. */
const DEPTHS = [8, 6, 5, 4, 3] as const;

/**
 * An account's own picture, as the vault keeps it: a small square PNG, in base64. Drawn anew, it holds nothing of the
 * file but its pixels.
 *
 * @throws Fault `not-an-image` where the browser cannot read it
 */
export async function ownImage(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Fault('not-an-image', 'the browser cannot read this as an image');
  });
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Fault('internal', 'no canvas to draw on');
  const { x, y, width, height } = fitted(bitmap);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, x, y, width, height);
  bitmap.close();
  const drawn = context.getImageData(0, 0, SIDE, SIDE);
  for (const bits of DEPTHS) {
    context.putImageData(coarser(drawn, bits), 0, 0);
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (png.size <= MOST_BYTES) return encodeBase64(new Uint8Array(await png.arrayBuffer()));
  }
  throw new Fault('not-an-image', 'too long, however coarse');
}

/** Where a picture stands in the square: all of it is seen, in its middle. */
export function fitted({ width, height }: { readonly width: number; readonly height: number }): {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
} {
  const factor = SIDE / Math.max(width, height);
  const size = {
    width: Math.max(1, Math.round(width * factor)),
    height: Math.max(1, Math.round(height * factor)),
  };
  return {
    x: Math.floor((SIDE - size.width) / 2),
    y: Math.floor((SIDE - size.height) / 2),
    ...size,
  };
}

function coarser({ data, width, height }: ImageData, bits: number): ImageData {
  const coarse = data.map((value) => coarsened(value, bits));
  return new ImageData(coarse, width, height);
}

/** A byte with so many bits that count; black stays black and white stays white. */
export function coarsened(value: number, bits: number): number {
  const most = 2 ** bits - 1;
  return Math.round((Math.round((value / 255) * most) / most) * 255);
}
