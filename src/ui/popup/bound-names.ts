import { accountName } from '../account-name.ts';
import { moment } from '../moment.ts';
import type { Place } from './copy-label.ts';
import type { BoundAccount } from './sign-in-cards.ts';

/** When each of several accounts of one name was added: two authenticators of one account are told apart by it. */
export function addedWhereAlike(accounts: readonly BoundAccount[]): ReadonlyMap<string, string> {
  const names = accounts.map(accountName);
  const alike = accounts.filter(
    (_, place) => names.indexOf(names[place] ?? '') !== names.lastIndexOf(names[place] ?? ''),
  );
  return new Map(alike.map(({ id, createdAt }) => [id, moment(createdAt, 'exactly')]));
}

/** Where a row of the card stands: the list below may have one of the same account. */
export function placeInCard(added: string | undefined, host: string): Place {
  return added === undefined ? { host } : { added };
}
