import type { Picture } from '../qr/picture.ts';
import { type Collected, MOST_PICTURES, MOST_RECTS } from './collected.ts';
import { lookAtBackground } from './pictures/background.ts';
import { lookAtDrawing } from './pictures/drawing.ts';
import { lookAtGrid } from './pictures/grid.ts';
import { drawMatrix } from './pictures/matrix.ts';
import { isDrawing, isHtml } from './pictures/named.ts';
import { Pace } from './pictures/pace.ts';
import { draw, isBlank, type Look, pictureOf } from './pictures/raster.ts';
import type { Rect } from './pictures/rect.ts';
import { findSpots, type Spot, viewport } from './pictures/spots.ts';
import { matrixOfText } from './pictures/text-block.ts';

/** CSS pixels. Microsoft draws no code smaller. */
const MICROSOFT_LEAST_SIDE = 80;

/** CSS pixels: 21 modules of two, with a margin. */
const LEAST_SIDE = 50;

const MICROSOFT_MOST_PICTURES = 8;

/** How many elements are looked at: a page of pictures has thousands. */
const MOST_SPOTS = 300;

/** The pixels of everything on a page of Microsoft's that may be a QR code. */
export async function collectPictures(): Promise<Picture[]> {
  const pace = new Pace();
  const spots = await findSpots(MICROSOFT_LEAST_SIDE, pace);
  return [...(await lookAt(spots, MICROSOFT_MOST_PICTURES, pace)).pictures];
}

/**
 * Everything on the page that may be a QR code.
 *
 * @param address what the user pointed to: only images from there count, if there are any
 */
export async function collectAll(address?: string): Promise<Collected> {
  const pace = new Pace();
  const spots = await findSpots(LEAST_SIDE, pace);
  const pointedTo = spots.filter(
    ({ element }) => address !== undefined && isHtml(element, 'img') && comesFrom(element, address),
  );
  const isOneImage = pointedTo.length > 0;
  const { width, height } = viewport();
  return {
    ...(await lookAt(isOneImage ? pointedTo : spots, MOST_PICTURES, pace)),
    viewport: { width, height },
    isOneImage,
  };
}

function comesFrom(image: HTMLImageElement, address: string): boolean {
  return image.currentSrc === address || image.src === address;
}

async function lookAt(spots: readonly Spot[], mostPictures: number, pace: Pace) {
  const pictures: Picture[] = [];
  const read: Rect[] = [];
  const unread: Rect[] = [];
  const grids: Element[] = [];
  for (const { element, shown, kind } of inOrder(spots).slice(0, MOST_SPOTS)) {
    await pace.breathe();
    // What holds a code built of elements is no other code.
    if (grids.some((grid) => element.contains(grid) || grid.contains(element))) continue;
    const look =
      kind === 'text' ? lookAtText(element) : await lookAtElement(element, kind, pace, grids);
    if (look === 'unread' && shown && unread.length < MOST_RECTS) unread.push(shown);
    const picture = typeof look === 'object' ? pictureOf(look) : undefined;
    if (!picture) continue;
    pictures.push(picture);
    if (shown && read.length < MOST_RECTS) read.push(shown);
    if (pictures.length === mostPictures) break;
  }
  return { pictures, read, unread };
}

/** What is on show first; from the end, since what a page lays over itself, such as a wizard, comes last. */
function inOrder(spots: readonly Spot[]): Spot[] {
  const fromTheEnd = spots.toReversed();
  return [...fromTheEnd.filter(({ shown }) => shown), ...fromTheEnd.filter(({ shown }) => !shown)];
}

async function lookAtElement(
  element: Element,
  kind: 'square' | 'rows',
  pace: Pace,
  grids: Element[],
): Promise<Look> {
  if (isDrawing(element)) return lookAtDrawing(element);
  if (isHtml(element, 'img')) {
    return draw({ image: element, width: element.naturalWidth, height: element.naturalHeight });
  }
  if (isHtml(element, 'canvas')) return lookAtCanvas(element);
  if (isHtml(element, 'video')) {
    return draw({ image: element, width: element.videoWidth, height: element.videoHeight });
  }
  if (isHtml(element, 'iframe', 'object', 'embed')) return 'unread';
  if (isHtml(element, 'input') && element.type === 'image') return 'unread';
  const background = kind === 'square' ? await lookAtBackground(element) : 'nothing';
  if (background !== 'nothing') return background;
  const grid = await lookAtGrid(element, pace);
  if (grid !== 'nothing') grids.push(element);
  return grid;
}

/** A canvas of WebGL may keep its drawing to itself, and then reads as if nothing were drawn. */
function lookAtCanvas(canvas: HTMLCanvasElement): Look {
  const look = draw({ image: canvas, width: canvas.width, height: canvas.height });
  return typeof look === 'object' && isBlank(look) ? 'unread' : look;
}

function lookAtText(element: Element): Look {
  const matrix = matrixOfText((element as HTMLElement).innerText);
  return (matrix && drawMatrix(matrix)) ?? 'nothing';
}
