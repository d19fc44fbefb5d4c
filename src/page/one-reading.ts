/** Reads a page once for all that happens within one look at it, and anew each time outside of one. */
export class OneReading<T> {
  readonly #readAnew: () => T;
  #kept: { readonly reading: T } | undefined;
  #isLooking = false;

  constructor(readAnew: () => T) {
    this.#readAnew = readAnew;
  }

  /** What was read holds until `look` returns, and not for what it leaves to be done later. */
  within(look: () => void): void {
    this.#isLooking = true;
    try {
      look();
    } finally {
      this.#isLooking = false;
      this.#kept = undefined;
    }
  }

  readonly read = (): T => {
    if (!this.#isLooking) return this.#readAnew();
    this.#kept ??= { reading: this.#readAnew() };
    return this.#kept.reading;
  };
}
