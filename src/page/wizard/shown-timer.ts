/** What it needs of a document. */
export type Showing = Pick<Document, 'visibilityState' | 'addEventListener'>;

/**
 * A timer for what only somebody who sees the page waits for: while the tab is hidden nothing happens, and the time begins
 * anew when it shows again.
 */
export class ShownTimer {
  readonly #page: Showing;
  readonly #ms: number;
  readonly #work: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isAsked = false;

  constructor(page: Showing, ms: number, work: () => void) {
    this.#page = page;
    this.#ms = ms;
    this.#work = work;
    page.addEventListener('visibilitychange', () => this.#begin());
  }

  /** Calls back once, after the time. */
  ask(): void {
    this.#isAsked = true;
    this.#begin();
  }

  cancel(): void {
    this.#isAsked = false;
    this.#begin();
  }

  #begin(): void {
    clearTimeout(this.#timer);
    if (!this.#isAsked || this.#page.visibilityState !== 'visible') return;
    this.#timer = setTimeout(() => {
      this.#isAsked = false;
      this.#work();
    }, this.#ms);
  }
}
