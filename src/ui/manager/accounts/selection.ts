import type { AccountRow } from '../../accounts/use-accounts.ts';

/** What acts on many accounts need to know of each: pinned ones move among themselves. */
export type Picked = Pick<AccountRow, 'id' | 'pinned'>;

/** The accounts that are selected, also those of other pages. */
export interface Selection {
  readonly picked: ReadonlyMap<string, Picked>;
  /** The account that was selected or left out last: a range begins there. */
  readonly anchor: string | undefined;
}

export const NOTHING_SELECTED: Selection = { picked: new Map(), anchor: undefined };

/** Selects an account, or leaves it out. */
export function toggle({ picked }: Selection, account: Picked): Selection {
  return marked(picked, [account], !picked.has(account.id), account.id);
}

/**
 * Makes everything from the anchor to an account what the anchor is: selected or not. Where the anchor is on another
 * page, only the account itself changes.
 *
 * @param rows those on show, in their order
 */
export function extend(selection: Selection, rows: readonly Picked[], to: Picked): Selection {
  const { picked, anchor } = selection;
  const begin = rows.findIndex(({ id }) => id === anchor);
  const end = rows.findIndex(({ id }) => id === to.id);
  if (anchor === undefined || begin < 0 || end < 0) return toggle(selection, to);
  const range = rows.slice(Math.min(begin, end), Math.max(begin, end) + 1);
  return marked(picked, range, picked.has(anchor), anchor);
}

/** Selects them all beside what is selected, or leaves them all out. */
export function setAll(
  { picked, anchor }: Selection,
  accounts: readonly Picked[],
  isPicked: boolean,
): Selection {
  return marked(picked, accounts, isPicked, anchor);
}

/** What is left of a selection once others are gone. */
export function keepOnly({ picked, anchor }: Selection, ids: ReadonlySet<string>): Selection {
  return { picked: new Map([...picked].filter(([id]) => ids.has(id))), anchor };
}

/** How many of the accounts on show are selected. */
export function stateOf({ picked }: Selection, rows: readonly Picked[]): 'none' | 'some' | 'all' {
  const count = rows.filter(({ id }) => picked.has(id)).length;
  if (count === 0) return 'none';
  return count === rows.length ? 'all' : 'some';
}

function marked(
  before: ReadonlyMap<string, Picked>,
  accounts: readonly Picked[],
  isPicked: boolean,
  anchor: string | undefined,
): Selection {
  const picked = new Map(before);
  for (const { id, pinned } of accounts) {
    if (isPicked) picked.set(id, { id, pinned });
    else picked.delete(id);
  }
  return { picked, anchor };
}
