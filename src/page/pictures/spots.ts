import { isVisible } from '../visible.ts';
import { isDrawing, isHtml, isSvg } from './named.ts';
import type { Pace } from './pace.ts';
import { isSquarish, movedBy, overlap, type Rect } from './rect.ts';
import { shadowRootOf } from './shadow-root.ts';
import { findTextBlocks } from './text-blocks.ts';

/** An element that may show a QR code. */
export interface Spot {
  readonly element: Element;
  /** The part of it that the tab shows now. */
  readonly shown: Rect | undefined;
  /** `square`: by its own shape; `rows`: of many elements, which may form a square; `text`: by what its lines draw. */
  readonly kind: 'square' | 'rows' | 'text';
}

/** Version 1 has 21 rows of modules. */
const FEWEST_ROWS = 21;

/** A document or shadow root, and where it stands. */
interface Place {
  readonly root: Document | ShadowRoot;
  /** Of the frame's content, from the top left corner of what the tab shows. */
  readonly offset: { readonly x: number; readonly y: number };
  /** What the tab shows of the frame. */
  readonly shown: Rect | undefined;
}

export function viewport(): Rect {
  return { x: 0, y: 0, width: innerWidth, height: innerHeight };
}

/**
 * All of the page that is square or may be, in its frames and shadow roots too, also what is scrolled away. In the order of
 * the page.
 */
export async function findSpots(leastSide: number, pace: Pace): Promise<Spot[]> {
  const spots: Spot[] = [];
  const walk = async ({ root, offset, shown }: Place): Promise<void> => {
    for (const element of root.querySelectorAll('*')) {
      await pace.breathe();
      if (isSvg(element) && !isDrawing(element)) continue;
      const shadow = shadowRootOf(element);
      if (shadow) await walk({ root: shadow, offset, shown });
      const rect = movedBy(element.getBoundingClientRect(), offset);
      if (isHtml(element, 'iframe', 'object', 'embed')) {
        const inside = documentOf(element);
        // An advertisement is a frame as well: of what cannot be looked into, any shape may hold a code.
        if (rect.width < leastSide || rect.height < leastSide || !isVisible(element)) continue;
        const seen = shown && overlap(shown, rect);
        if (!inside) spots.push({ element, shown: seen, kind: 'square' });
        else await walk({ root: inside, offset: contentCorner(element, rect), shown: seen });
        continue;
      }
      const kind = isSquarish(rect, leastSide)
        ? 'square'
        : element.childElementCount >= FEWEST_ROWS && rect.height >= leastSide && 'rows';
      if (kind && isVisible(element)) {
        spots.push({ element, shown: shown && overlap(shown, rect), kind });
      }
    }
    for (const element of await findTextBlocks(root, leastSide, pace)) {
      const rect = movedBy(element.getBoundingClientRect(), offset);
      spots.push({ element, shown: shown && overlap(shown, rect), kind: 'text' });
    }
  };
  await walk({ root: document, offset: { x: 0, y: 0 }, shown: viewport() });
  return spots;
}

type FrameElement = HTMLIFrameElement | HTMLObjectElement | HTMLEmbedElement;

/** Null where it is of another origin. */
function documentOf(frame: FrameElement): Document | null {
  try {
    return 'contentDocument' in frame ? frame.contentDocument : frame.getSVGDocument();
  } catch {
    return null;
  }
}

/** Where the content of a frame begins, inside border and padding. */
function contentCorner(frame: FrameElement, rect: Rect): { x: number; y: number } {
  const { paddingLeft, paddingTop } = getComputedStyle(frame);
  return {
    x: rect.x + frame.clientLeft + Number.parseFloat(paddingLeft),
    y: rect.y + frame.clientTop + Number.parseFloat(paddingTop),
  };
}
