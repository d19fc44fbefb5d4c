/** CSS pixels, from the top left corner of what the tab shows. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What both have in common; undefined where that is nothing. */
export function overlap(one: Rect, other: Rect): Rect | undefined {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** A rectangle inside a frame as one of the page around it. */
export function movedBy({ x, y, width, height }: Rect, by: { x: number; y: number }): Rect {
  return { x: x + by.x, y: y + by.y, width, height };
}

const GREATEST_RATIO = 1.25;

/** Whether it is at least so large, and about as wide as high: a QR code is square. */
export function isSquarish({ width, height }: Rect, leastSide: number): boolean {
  const [shorter, longer] = width < height ? [width, height] : [height, width];
  return shorter >= leastSide && longer / shorter <= GREATEST_RATIO;
}
