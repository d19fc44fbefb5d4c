/** Accounts that the background changes at once: each portion is one change, which can be undone as one. */
const MOST_AT_ONCE = 5000;

interface Portions<Item> {
  readonly act: (items: Item[]) => Promise<unknown>;
  /** Where there is more than one portion: of one alone, nobody knows how far it is. */
  readonly onProgress: (done: number, of: number) => void;
  readonly size?: number;
  /** Once it is aborted, no other portion begins. */
  readonly signal?: AbortSignal;
}

/** Acts on as many accounts as there are. */
export async function inPortions<Item>(
  items: readonly Item[],
  { act, onProgress, size = MOST_AT_ONCE, signal }: Portions<Item>,
): Promise<void> {
  for (let from = 0; from < items.length; from += size) {
    if (signal?.aborted) return;
    if (items.length > size) onProgress(from, items.length);
    await act(items.slice(from, from + size));
  }
}
