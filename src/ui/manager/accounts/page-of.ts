/** Accounts on a page of the manager. */
export const PAGE_SIZE = 50;

/** The first account of the last page, or of the page that `from` is on. */
export function pageFrom(from: number, total: number): number {
  const last = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1) * PAGE_SIZE;
  return Math.min(Math.max(0, Math.floor(from / PAGE_SIZE) * PAGE_SIZE), last);
}

/**
 * What to ask for to show a page: with the account before it and the two after it, since an account is moved by
 * naming the one that it is put in front of.
 */
export function askedStretch(from: number): { from: number; count: number } {
  const before = from === 0 ? 0 : 1;
  return { from: from - before, count: before + PAGE_SIZE + 2 };
}
