import type { AccountRow } from '../../accounts/use-accounts.ts';

/** What can be done with an account of the list. */
export interface AccountVerbs {
  readonly pin: (account: AccountRow) => void;
  readonly move: (account: AccountRow, before: string | null, direction: 'up' | 'down') => void;
  readonly edit: (account: AccountRow) => void;
  readonly remove: (account: AccountRow) => void;
  readonly nextCode: (account: AccountRow) => void;
  readonly copy: (account: AccountRow, code: string) => void;
  readonly resynchronise: (account: AccountRow) => void;
  readonly finish: (account: AccountRow) => void;
  readonly reveal: (account: AccountRow) => void;
}
