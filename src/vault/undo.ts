import * as v from 'valibot';
import { type Account, AccountSchema } from './account.ts';
import { type Change, ChangeSchema } from './change.ts';
import { GroupSchema } from './group.ts';

/** How to take back the last change of accounts or groups: as they were, and in which order. */
export const UndoSchema = v.strictObject({
  change: ChangeSchema,
  /** The accounts that the change made other ones, as they were before. */
  accounts: v.array(AccountSchema),
  /** The accounts that the change added. */
  added: v.array(v.string()),
  /** All accounts in the order before; undefined where the change left it as it was. */
  order: v.optional(v.array(v.string())),
  /** The groups before; undefined where the change left them as they were. */
  groups: v.optional(v.array(GroupSchema)),
});
export type Undo = v.InferOutput<typeof UndoSchema>;

export function undoOf(
  before: readonly Account[],
  after: readonly Account[],
  change: Change,
): Undo {
  const stretch = changedStretch(before, after);
  const known = new Set(stretch.before);
  const ids = new Set(stretch.before.map(({ id }) => id));
  const altered = new Set(
    stretch.after.filter((account) => !known.has(account)).map(({ id }) => id),
  );
  const orderAfter = stretch.after.map(({ id }) => id).filter((id) => ids.has(id));
  const moved = [...ids].some((id, index) => orderAfter[index] !== id);
  return {
    change,
    accounts: stretch.before.filter(({ id }) => altered.has(id)),
    added: [...altered].filter((id) => !ids.has(id)),
    ...(moved ? { order: before.map(({ id }) => id) } : {}),
  };
}

/** What is left of two states of the accounts without the objects that they share at the beginning and at the end. */
export function changedStretch(
  before: readonly Account[],
  after: readonly Account[],
): { before: readonly Account[]; after: readonly Account[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return {
    before: before.slice(start, before.length - end),
    after: after.slice(start, after.length - end),
  };
}

/**
 * The accounts without the change. An account that the change added goes to the recycle bin, since a site may
 * know it already; a counter is never set back, since the site has seen its codes.
 *
 * @param now milliseconds since 1970
 */
export function undone(accounts: readonly Account[], undo: Undo, now: number): Account[] {
  const before = new Map(undo.accounts.map((account) => [account.id, account]));
  const restored = accounts.map((account) => {
    const earlier = before.get(account.id);
    if (earlier) return withTimeInBin(withLaterCounter(earlier, account), now);
    return undo.added.includes(account.id) ? { ...account, deletedAt: now } : account;
  });
  if (!undo.order) return restored;
  const place = new Map(undo.order.map((id, index) => [id, index]));
  const placeOf = ({ id }: Account) => place.get(id) ?? Number.POSITIVE_INFINITY;
  // Stable: accounts that came since keep their order, at the end.
  return restored.sort((a, b) => Math.sign(placeOf(a) - placeOf(b)) || 0);
}

/** What goes back to the recycle bin has its time there from now on, however long ago it was deleted. */
function withTimeInBin(account: Account, now: number): Account {
  return account.deletedAt === undefined ? account : { ...account, deletedAt: now };
}

function withLaterCounter(earlier: Account, current: Account): Account {
  const { credential } = earlier;
  if (credential.type !== 'hotp' || current.credential.type !== 'hotp') return earlier;
  const counter = Math.max(credential.counter, current.credential.counter);
  return { ...earlier, credential: { ...credential, counter } };
}
