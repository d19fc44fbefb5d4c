import type { AccountQuestion, HeldAccounts } from '../../accounts/use-accounts.ts';
import type { Picked } from './selection.ts';

/** Rows that the background gives at once. */
const AT_ONCE = 200;

type Found = Pick<HeldAccounts, 'total' | 'accounts'>;

interface Collecting {
  readonly ask: (question: AccountQuestion) => Promise<Found>;
  readonly onProgress: (done: number, of: number) => void;
  readonly signal: AbortSignal;
}

/** All accounts that a question finds, beyond the page on show; undefined where the user has stopped it. */
export async function collectAll(
  { query, filter, sort }: Pick<AccountQuestion, 'query' | 'filter' | 'sort'>,
  { ask, onProgress, signal }: Collecting,
): Promise<readonly Picked[] | undefined> {
  const all = new Map<string, Picked>();
  let from = 0;
  let total = 1;
  while (from < total) {
    const found = await ask({ query, filter, sort, from, count: AT_ONCE });
    if (signal.aborted) return undefined;
    ({ total } = found);
    from += AT_ONCE;
    for (const { id, pinned } of found.accounts) all.set(id, { id, pinned });
    onProgress(Math.min(from, total), total);
  }
  return [...all.values()];
}
