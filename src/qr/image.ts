import { Fault } from '../fault.ts';
import type { Frame } from './frame.ts';

/** Larger pictures are scaled down: as many pixels as the longest screenshots have, at four bytes each. */
const MOST_PIXELS = 24_000_000;

/** What a canvas can be at most, in both browsers. */
const LONGEST_SIDE = 32_000;

/**
 * The pixels of an image file, on white where it is transparent.
 *
 * @throws Fault `not-an-image` where the browser cannot read it; drawings (SVG) are none
 */
export async function readImage(blob: Blob): Promise<Frame> {
  if (blob.type.startsWith('image/svg')) throw new Fault('not-an-image', 'a drawing has no pixels');
  const bitmap = await createImageBitmap(blob).catch(() => {
    throw new Fault('not-an-image', 'the browser cannot read this as an image');
  });
  try {
    return readBitmap(bitmap);
  } finally {
    bitmap.close();
  }
}

/** The pixels of a bitmap, on white where it is transparent. */
export function readBitmap(bitmap: ImageBitmap): Frame {
  const { width, height } = boundedSize(bitmap);
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) throw new Fault('internal', 'no canvas to draw on');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(bitmap, 0, 0, width, height);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}

/** The size at which a picture is read. */
export function boundedSize({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): {
  readonly width: number;
  readonly height: number;
} {
  const factor = Math.min(
    1,
    Math.sqrt(MOST_PIXELS / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  );
  return {
    width: Math.max(1, Math.floor(width * factor)),
    height: Math.max(1, Math.floor(height * factor)),
  };
}
