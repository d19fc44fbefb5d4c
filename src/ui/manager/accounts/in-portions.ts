/** Accounts that the background changes at once: each portion is one change, which can be undone as one. */
const MOST_AT_ONCE = 5000;

interface Portions {
  readonly act: (ids: string[]) => Promise<unknown>;
  readonly onProgress: (done: number, of: number) => void;
}

/** Acts on as many accounts as there are. */
export async function inPortions(
  ids: readonly string[],
  { act, onProgress }: Portions,
): Promise<void> {
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    onProgress(from, ids.length);
    await act(ids.slice(from, from + MOST_AT_ONCE));
  }
  onProgress(ids.length, ids.length);
}
