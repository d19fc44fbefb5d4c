/** A hint at what is there may be fainter; what is to be read and typed into is not. */
const FAINTEST = 0.5;

/** CSS pixels in either direction. */
const SMALLEST = 8;

/** Where it is asked what lies on top, in parts of width and height. */
const POINTS = [
  [0.5, 0.5],
  [0.2, 0.5],
  [0.8, 0.5],
] as const;

/**
 * Whether a person sees the element: laid out, not hidden, opaque with all that it lies in, not cut off or outside of the page,
 * large enough to be a field, and not covered where it is inside the window.
 *
 * What takes no pointer events is passed over by every hit test of a browser: such a cover is not noticed here.
 */
export function isOnShow(element: Element): boolean {
  if (!element.isConnected) return false;
  const shown = element.checkVisibility({
    contentVisibilityAuto: false,
    opacityProperty: true,
    visibilityProperty: true,
  });
  if (!shown) return false;
  const box = element.getBoundingClientRect();
  if (!isLargeEnough(box) || !isInPage(element, box)) return false;
  const scrollers = scrollersAround(element, box);
  return scrollers !== undefined && isOnTop(element, box, scrollers);
}

function isLargeEnough({ width, height }: DOMRect): boolean {
  return width >= SMALLEST && height >= SMALLEST;
}

/** What is above or left of the page's origin can never be scrolled to. */
function isInPage(element: Element, { left, top, right, bottom }: DOMRect): boolean {
  const view = element.ownerDocument.defaultView;
  const root = element.ownerDocument.documentElement;
  if (!view) return false;
  const [x, y] = [left + view.scrollX + SMALLEST, top + view.scrollY + SMALLEST];
  // Asked last, since it takes the browser longest.
  const across = x < view.innerWidth || x < root.scrollWidth;
  const down = y < view.innerHeight || y < root.scrollHeight;
  return right + view.scrollX > SMALLEST && bottom + view.scrollY > SMALLEST && across && down;
}

/** The element that an element is drawn in: through slots and out of shadow roots. */
function parentOf(element: Element): Element | undefined {
  return (
    element.assignedSlot ??
    element.parentElement ??
    (element.getRootNode() as Partial<ShadowRoot>).host
  );
}

/** What the element can be scrolled out of; undefined: it is cut off, or too faint. */
function scrollersAround(element: Element, box: DOMRect): readonly DOMRect[] | undefined {
  const view = element.ownerDocument.defaultView;
  if (!view) return undefined;
  const scrollers: DOMRect[] = [];
  let opacity = 1;
  let { left, top, right, bottom } = box;
  for (let each: Element | undefined = element; each; each = parentOf(each)) {
    const style = view.getComputedStyle(each);
    opacity *= Number(style.opacity);
    if (opacity < FAINTEST || hidesByFilter(style) || hidesByClip(style)) return undefined;
    const { overflow } = style;
    if (each === element || overflow === 'visible' || isRoot(each)) continue;
    const part = each.getBoundingClientRect();
    // What scrolls can be brought into view: only its size counts then.
    if (/auto|scroll/u.test(overflow)) {
      if (!isLargeEnough(part)) return undefined;
      scrollers.push(part);
      continue;
    }
    left = Math.max(left, part.left);
    right = Math.min(right, part.right);
    top = Math.max(top, part.top);
    bottom = Math.min(bottom, part.bottom);
    if (right - left < SMALLEST || bottom - top < SMALLEST) return undefined;
  }
  return scrollers;
}

function hidesByFilter({ filter }: CSSStyleDeclaration): boolean {
  if (filter === 'none') return false;
  const [, opacity] = /\bopacity\(([\d.]+)\)/u.exec(filter) ?? [];
  return opacity !== undefined && Number(opacity) < FAINTEST;
}

/** The two old ways to hide from all but screen readers. */
function hidesByClip(style: CSSStyleDeclaration): boolean {
  const { clip, clipPath } = style;
  if (clipPath !== 'none' && /^inset\((?:50|[6-9]\d|100)%|^circle\(0/u.test(clipPath)) return true;
  const isClipped = clip !== 'auto' && /^rect\((?:[01](?:px)?[,\s]*){4}\)$/u.test(clip);
  return isClipped && /absolute|fixed/u.test(style.position);
}

/** What the element has been scrolled out of is not there to be hit. */
function isOnTop(
  element: Element,
  { left, top, width, height }: DOMRect,
  scrollers: readonly DOMRect[],
): boolean {
  const view = element.ownerDocument.defaultView;
  if (!view) return false;
  const windows = [new DOMRect(0, 0, view.innerWidth, view.innerHeight), ...scrollers];
  const asked = POINTS.map(([across, down]) => ({
    x: left + width * across,
    y: top + height * down,
  })).filter((point) => windows.every((part) => isIn(part, point)));
  const free = asked.filter(({ x, y }) => {
    const on = topmost(element.ownerDocument, x, y);
    return on !== undefined && belongsTo(on, element);
  });
  // A sign drawn over one end of it, as a button that shows what was typed, covers no field.
  return free.length * 2 >= asked.length;
}

/** What these do not show, the window can be scrolled to. */
function isRoot(element: Element): boolean {
  const { body, documentElement } = element.ownerDocument;
  return element === body || element === documentElement;
}

function isIn(part: DOMRect, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return x >= part.left && x < part.right && y >= part.top && y < part.bottom;
}

function topmost(document: Document, x: number, y: number): Element | undefined {
  let on = document.elementFromPoint(x, y);
  while (on?.shadowRoot) {
    const inside = on.shadowRoot.elementFromPoint(x, y);
    if (!inside || inside === on) break;
    on = inside;
  }
  return on ?? undefined;
}

/** A label that floats over its own field hands the click on to it; so does what is drawn inside of the field. */
function belongsTo(on: Element, element: Element): boolean {
  if (element.contains(on)) return true;
  const label = on.closest('label') as HTMLLabelElement | null;
  return label?.control === element;
}
