/** Says that the page has played all its tricks: `window.done`. */
export function done() {
  /** @type {{ done: boolean }} */ (/** @type {unknown} */ (window)).done = true;
}
