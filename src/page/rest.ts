/** A timer takes no more than 2^31 ms, and the user may have changed something meanwhile. */
const LONGEST_MS = 60_000;

/** A pause between two questions to the background. What is wanted meanwhile is done once, after it. */
export class Rest {
  readonly #wake: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isWanted = false;

  constructor(wake: () => void) {
    this.#wake = wake;
  }

  /** @param isWanted whether to wake in any case */
  begin(ms: number, isWanted: boolean): void {
    this.end();
    this.#isWanted = isWanted;
    this.#timer = setTimeout(
      () => {
        const wasWanted = this.#isWanted;
        this.end();
        if (wasWanted) this.#wake();
      },
      Math.min(ms, LONGEST_MS),
    );
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#isWanted = false;
  }

  /** Whether it lasts; who asks is woken after it. */
  lasts(): boolean {
    if (this.#timer === undefined) return false;
    this.#isWanted = true;
    return true;
  }
}
