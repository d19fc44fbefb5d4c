/** A row as it stands on the page, in CSS pixels. */
export interface PlacedRow {
  readonly id: string;
  readonly pinned: boolean;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface DropTarget {
  /** In front of which account what is dragged goes; null: to the end. */
  readonly before: string | null;
  /** Beside which row that is shown, and on which side of it. */
  readonly mark: { readonly id: string; readonly side: 'before' | 'after' };
}

interface Dragged {
  /** All that goes along. */
  readonly ids: ReadonlySet<string>;
  readonly pinned: boolean;
}

interface Surroundings {
  /** The account that follows the last row on show; null where there is none. */
  readonly following: { readonly id: string; readonly pinned: boolean } | null;
  readonly isRightToLeft: boolean;
}

/**
 * Where accounts would go that are dropped at a point. Pinned accounts stay among themselves. Undefined where nothing
 * would change.
 *
 * @param rows those on show, in their order: one below the other, or as cards
 */
export function dropTarget(
  rows: readonly PlacedRow[],
  point: Point,
  dragged: Dragged,
  { following, isRightToLeft }: Surroundings,
): DropTarget | undefined {
  const own = rows.filter(({ pinned }) => pinned === dragged.pinned);
  const nearest = nearestTo(own, point);
  if (!nearest) return undefined;
  const isAfter = isBehind(nearest, point, areCards(rows), isRightToLeft);
  const at = own.indexOf(nearest) + (isAfter ? 1 : 0);
  const rest = own.slice(at).find(({ id }) => !dragged.ids.has(id));
  const last = own.findLastIndex(({ id }) => !dragged.ids.has(id));
  const next = rest ?? (following?.pinned === dragged.pinned ? following : null);
  if (isAsBefore(own, at, dragged.ids)) return undefined;
  if (last < 0) return undefined;
  return {
    before: next?.id ?? null,
    mark: { id: nearest.id, side: isAfter ? 'after' : 'before' },
  };
}

/** Whether what is dragged stands there already, all of it together. */
function isAsBefore(rows: readonly PlacedRow[], at: number, ids: ReadonlySet<string>): boolean {
  const places = rows.flatMap(({ id }, index) => (ids.has(id) ? [index] : []));
  const [first = -1] = places;
  const last = places.at(-1) ?? -1;
  const isTogether = places.length === ids.size && last - first + 1 === places.length;
  return isTogether && at >= first && at <= last + 1;
}

function nearestTo(rows: readonly PlacedRow[], point: Point): PlacedRow | undefined {
  const distance = (row: PlacedRow) =>
    Math.hypot(
      outside(point.x, row.left, row.right),
      // Rows of cards: what is on another line is further than all of this one.
      outside(point.y, row.top, row.bottom) * 1000,
    );
  return rows.reduce<PlacedRow | undefined>(
    (best, row) => (best === undefined || distance(row) < distance(best) ? row : best),
    undefined,
  );
}

function outside(value: number, from: number, to: number): number {
  return Math.max(from - value, 0, value - to);
}

/** Whether several stand side by side. */
function areCards(rows: readonly PlacedRow[]): boolean {
  return new Set(rows.map(({ left }) => Math.round(left))).size > 1;
}

function isBehind(
  { left, right, top, bottom }: PlacedRow,
  { x, y }: Point,
  isCard: boolean,
  isRightToLeft: boolean,
): boolean {
  if (!isCard) return y > (top + bottom) / 2;
  const isRight = x > (left + right) / 2;
  return isRight !== isRightToLeft;
}
