import type { AccountRow } from '../accounts/use-accounts.ts';
import { isTimed } from './codes.ts';
import { bestAccount, type SignInHere } from './sign-in-cards.ts';

/**
 * What Enter does about an account: fills its code into the page that wants it, shows a hidden one, copies it; or goes to
 * its row, where the next code of a counter is asked for with open eyes.
 */
export type EnterAct = 'fill' | 'show' | 'copy' | 'go';

export function enterAct(account: AccountRow, signIn: SignInHere, isHidden: boolean): EnterAct {
  if (wantsCodeOf(signIn, account.id)) return 'fill';
  if (!isTimed(account)) return 'go';
  return isHidden ? 'show' : 'copy';
}

/** The tab's page waits for a code, and this account fits. */
export function wantsCodeOf({ wants, state, accounts }: SignInHere, id: string): boolean {
  if (wants !== 'code' || state === 'filled') return false;
  return accounts.some((account) => account.id === id && account.fits);
}

/** The account that Enter in the search is about: the first that was found; before anything was typed, the one that the page waits for. */
export function enterAccount(
  signIn: SignInHere,
  query: string,
  found: readonly AccountRow[],
): AccountRow | undefined {
  const best = query === '' ? bestAccount(signIn) : undefined;
  return best && wantsCodeOf(signIn, best.id) ? best : found[0];
}
