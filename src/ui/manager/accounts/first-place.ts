import { send } from '../../../messages/client.ts';

/** Rows that the background gives at once. */
const AT_ONCE = 200;

/**
 * The account in front of which others come to the top of the list: the first one that stays, of the pinned ones or of
 * those after them. Undefined where all of them move.
 */
export async function firstPlace(
  pinned: boolean,
  moving: ReadonlySet<string>,
): Promise<string | undefined> {
  const facets = await send('accounts.facets');
  const end = pinned ? facets.pinned : facets.total;
  for (let from = pinned ? 0 : facets.pinned; from < end; from += AT_ONCE) {
    const count = Math.min(AT_ONCE, end - from);
    const { accounts } = await send('accounts.list', { query: '', from, count });
    const staying = accounts.find(({ id }) => !moving.has(id));
    if (staying) return staying.id;
  }
  return undefined;
}
