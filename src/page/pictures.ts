import { encodeBase64 } from '../encoding/base64.ts';
import type { Picture } from '../qr/picture.ts';
import { isTwoTone } from '../qr/two-tone.ts';
import { isVisible } from './visible.ts';

/** CSS pixels. A QR code is square, and no page draws one smaller. */
const LEAST_SIDE = 80;
const GREATEST_RATIO = 1.25;

/** Pixels: enough for a modest number of modules, and for the limits of the message. */
const LEAST_DRAWN = 320;
const MOST_DRAWN = 600;
const MOST_PICTURES = 8;

const CANDIDATES = 'img, canvas, svg, div, span, i, td, figure';

/** The pixels of everything on show that may be a QR code: images, canvases, drawings and backgrounds. */
export async function collectPictures(): Promise<Picture[]> {
  const pictures: Picture[] = [];
  // From the end: what a page lays over itself, such as a wizard, comes last.
  for (const element of [...document.querySelectorAll(CANDIDATES)].reverse()) {
    const source = isCandidate(element) ? await readSource(element) : undefined;
    const picture = source && draw(source);
    if (picture) pictures.push(picture);
    if (pictures.length === MOST_PICTURES) break;
  }
  return pictures;
}

function isCandidate(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  const [shorter, longer] = width < height ? [width, height] : [height, width];
  return shorter >= LEAST_SIDE && longer / shorter <= GREATEST_RATIO && isVisible(element);
}

interface Source {
  readonly image: HTMLImageElement | HTMLCanvasElement;
  readonly width: number;
  readonly height: number;
}

async function readSource(element: Element): Promise<Source | undefined> {
  if (element instanceof HTMLImageElement) return imageSource(element);
  if (element instanceof HTMLCanvasElement) {
    return { image: element, width: element.width, height: element.height };
  }
  const address = element instanceof SVGSVGElement ? serialize(element) : readBackground(element);
  const image = address && (await load(address));
  return image ? enlarged(imageSource(image), element) : undefined;
}

function imageSource(image: HTMLImageElement): Source {
  return { image, width: image.naturalWidth, height: image.naturalHeight };
}

/** A vector drawing may be small in itself: it is drawn at least as large as the page shows it. */
function enlarged({ image, width, height }: Source, element: Element): Source {
  const shown = element.getBoundingClientRect().width;
  const factor = Math.max(1, Math.max(shown, LEAST_DRAWN) / (width || shown));
  return { image, width: (width || shown) * factor, height: (height || shown) * factor };
}

function serialize(drawing: SVGSVGElement): string {
  const text = new XMLSerializer().serializeToString(drawing);
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

/**
 * The address of a background that holds its picture itself. Any other one would have to be fetched again,
 * and a server may answer the second time with another secret.
 */
function readBackground(element: Element): string | undefined {
  const { backgroundImage } = getComputedStyle(element);
  return /^url\("((?:data|blob):[^"]*)"\)$/u.exec(backgroundImage)?.[1];
}

async function load(address: string): Promise<HTMLImageElement | undefined> {
  const image = new Image();
  image.src = address;
  return image.decode().then(
    () => image,
    () => undefined,
  );
}

/** Undefined where nothing is drawn yet, where the page's origin may not read it, and for what is no code. */
function draw({ image, width: sourceWidth, height: sourceHeight }: Source): Picture | undefined {
  const scale = Math.min(1, MOST_DRAWN / Math.max(sourceWidth, sourceHeight));
  const width = Math.round(sourceWidth * scale);
  const height = Math.round(sourceHeight * scale);
  if (width === 0 || height === 0) return undefined;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  // What is transparent is white to the eye.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height);
  try {
    context.drawImage(image, 0, 0, width, height);
    const pixels = luminanceOf(context.getImageData(0, 0, width, height).data);
    return isTwoTone(pixels) ? { width, height, luminance: encodeBase64(pixels) } : undefined;
  } catch {
    return undefined;
  }
}

/** ITU-R BT.601, as one byte a pixel. */
function luminanceOf(rgba: Uint8ClampedArray): Uint8Array {
  const luminance = new Uint8ClampedArray(rgba.length / 4);
  for (let pixel = 0; pixel < luminance.length; pixel += 1) {
    const at = pixel * 4;
    luminance[pixel] =
      0.299 * (rgba[at] ?? 0) + 0.587 * (rgba[at + 1] ?? 0) + 0.114 * (rgba[at + 2] ?? 0);
  }
  return new Uint8Array(luminance.buffer);
}
