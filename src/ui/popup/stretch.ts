/** Rows from `first` to before `last`. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** The rows that a scrolled list shows, with so many more on both sides. */
export function rowsOnShow(
  { scrollTop, clientHeight }: { readonly scrollTop: number; readonly clientHeight: number },
  rowHeight: number,
  margin: number,
): Stretch {
  return {
    first: Math.max(0, Math.floor(scrollTop / rowHeight) - margin),
    last: Math.ceil((scrollTop + clientHeight) / rowHeight) + margin,
  };
}

/** Whether all the rows that there are of `wanted` are in `held`. */
export function covers(held: Stretch, wanted: Stretch, total: number): boolean {
  return held.first <= wanted.first && held.last >= Math.min(wanted.last, total);
}

/** `stretch` with so many more rows on both sides, but no more than `most` in all. */
export function widened({ first, last }: Stretch, by: number, most: number): Stretch {
  const from = Math.max(0, first - by);
  return { first: from, last: Math.min(last + by, from + most) };
}
