/** Less than a frame: a page that is looked at must not stand still. */
const AT_A_TIME_MS = 10;

/** Cuts long work into slices, between which the page has its turn. */
export class Pace {
  #since = performance.now();

  async breathe(): Promise<void> {
    if (performance.now() - this.#since < AT_A_TIME_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
