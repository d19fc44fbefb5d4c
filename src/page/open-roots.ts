/** Least time between two walks over a page: an element tells nobody that it has got a shadow root. */
const PAUSE_MS = 1_000;

/** Pages that are built of web components have thousands. */
const MOST_ROOTS = 500;

/** The open shadow roots of a page, as far as they are known. */
export class OpenRoots {
  readonly #roots = new Set<ShadowRoot>();
  #walkedAt = Number.NEGATIVE_INFINITY;

  known(): Iterable<ShadowRoot> {
    return this.#roots;
  }

  /** Whether one of them holds such an element. */
  hold(selector: string): boolean {
    return [...this.#roots].some((root) => root.querySelector(selector) !== null);
  }

  /** How long until another walk, in milliseconds. */
  get dueInMs(): number {
    return Math.max(0, this.#walkedAt + PAUSE_MS - performance.now());
  }

  /** Those that came since the last walk. Those that are gone are forgotten. */
  findNew(page: Document): ShadowRoot[] {
    if (this.dueInMs > 0) return [];
    this.#walkedAt = performance.now();
    for (const root of this.#roots) if (!root.isConnected) this.#roots.delete(root);
    const found: ShadowRoot[] = [];
    this.#walk(page, found);
    return found;
  }

  #walk(part: Document | ShadowRoot, found: ShadowRoot[]): void {
    // Many times as fast as a list of all elements.
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const root = (node as Element).shadowRoot;
      if (!root || this.#roots.size === MOST_ROOTS) continue;
      if (!this.#roots.has(root)) {
        this.#roots.add(root);
        found.push(root);
      }
      this.#walk(root, found);
    }
  }
}
