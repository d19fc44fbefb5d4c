interface Placed {
  readonly id: string;
  readonly pinned: boolean;
}

/**
 * In front of which account one must be put to go up or down by one place: null is the end, undefined where it
 * cannot go there. Pinned accounts stay among themselves.
 *
 * @param accounts neighbours in the order on show; two after the account, unless it is near the end
 */
export function moveTarget(
  accounts: readonly Placed[],
  index: number,
  direction: 'up' | 'down',
): string | null | undefined {
  const pinned = accounts[index]?.pinned;
  const inGroup = (at: number) => {
    const account = accounts[at];
    return account?.pinned === pinned ? account : undefined;
  };
  if (direction === 'up') return inGroup(index - 1)?.id;
  if (!inGroup(index + 1)) return undefined;
  return inGroup(index + 2)?.id ?? null;
}
