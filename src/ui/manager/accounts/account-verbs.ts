import type { AccountRow } from '../../accounts/use-accounts.ts';
import type { Filling } from './filling.ts';

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
  /** Whether it is saved; it may want a verification that the user does not give. */
  readonly setFilling: (account: AccountRow, filling: Filling) => Promise<boolean>;
  readonly unbind: (account: AccountRow, origin: string) => void;
  readonly reveal: (account: AccountRow) => void;
}
