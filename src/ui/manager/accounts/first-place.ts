import { send } from '../../../messages/client.ts';

/**
 * The account in front of which others come to the top of the list: the first one that stays, of the pinned ones or of
 * those after them. Undefined where all of them move.
 */
export async function firstPlace(
  pinned: boolean,
  moving: ReadonlySet<string>,
): Promise<string | undefined> {
  const all = await send('accounts.found', { query: '' });
  return all.find((each) => each.pinned === pinned && !moving.has(each.id))?.id;
}
