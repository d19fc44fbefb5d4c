/** Leaves for another page right after this one is shown, each time a little later. */
const { round, next } = /** @type {{ $Config: { round: number, next: string } }} */ (
  /** @type {unknown} */ (window)
).$Config;

/** Milliseconds. */
const STEP = 15;

// Not kept in the history of the tab, so that a look back finds the page that it came from.
setTimeout(() => location.replace(next), round * STEP);
