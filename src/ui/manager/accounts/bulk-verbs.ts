import { send } from '../../../messages/client.ts';
import { inPortions } from '../in-portions.ts';
import { firstPlace } from './first-place.ts';
import type { Picked } from './selection.ts';

/** Where accounts are moved to. */
export type Destination = 'top' | 'bottom' | { readonly before: string };

type OnProgress = (done: number, of: number) => void;

/** What can be done with many accounts at once. */
export const BULK_VERBS = {
  pin: (ids: readonly string[], pinned: boolean, onProgress: OnProgress) =>
    inPortions(ids, { act: (some) => send('accounts.pin', { ids: some, pinned }), onProgress }),

  setGroup: (ids: readonly string[], group: string | null, onProgress: OnProgress) =>
    inPortions(ids, { act: (some) => send('accounts.setGroup', { ids: some, group }), onProgress }),

  remove: (ids: readonly string[], onProgress: OnProgress) =>
    inPortions(ids, { act: (some) => send('accounts.delete', { ids: some }), onProgress }),

  /** Pinned ones move among themselves, and so do the others: both at once are two changes. */
  async move(accounts: readonly Picked[], to: Destination, onProgress: OnProgress): Promise<void> {
    for (const some of Object.values(Object.groupBy(accounts, pinnedOrNot))) {
      const [first] = some ?? [];
      if (!some || !first) continue;
      const ids = some.map(({ id }) => id);
      const before = await placeOf(to, first.pinned, new Set(ids));
      if (before === undefined) continue;
      await inPortions(ids, {
        act: (portion) => send('accounts.move', { ids: portion, before }),
        onProgress,
      });
    }
  },
} as const;

function pinnedOrNot({ pinned }: Picked): string {
  return `${pinned}`;
}

async function placeOf(
  to: Destination,
  pinned: boolean,
  moving: ReadonlySet<string>,
): Promise<string | null | undefined> {
  if (to === 'top') return firstPlace(pinned, moving);
  return to === 'bottom' ? null : to.before;
}
