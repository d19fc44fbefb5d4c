/** Milliseconds that a secret stays on show. */
const SHOWN_MS = 120_000;

/** Milliseconds that it stays so in a tab that nobody sees. */
const HIDDEN_MS = 30_000;

/** Times in milliseconds since 1970. */
export interface Showing {
  readonly since: number;
  /** The tab is hidden since then. */
  readonly hiddenSince?: number;
}

/**
 * Whether a secret has been on show for long enough. Asked by the clock and not by a timer, which stands still while
 * the computer sleeps; a clock that was set back ends it, too.
 */
export function isOver({ since, hiddenSince }: Showing, now: number): boolean {
  if (now < since || now >= since + SHOWN_MS) return true;
  return hiddenSince !== undefined && now >= hiddenSince + HIDDEN_MS;
}
