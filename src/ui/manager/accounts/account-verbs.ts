import type { AccountRow } from '../../accounts/use-accounts.ts';
import type { Filling } from './filling.ts';

/** What can be done with an account of the list. */
export interface AccountVerbs {
  /** Opens what is seldom asked about it, or closes that again. */
  readonly showDetails: (account: AccountRow) => void;
  /** Selects it or leaves it out; with a range, everything from the account before that on. */
  readonly select: (account: AccountRow, range?: 'range') => void;
  readonly pin: (account: AccountRow) => void;
  /** By one place. */
  readonly step: (account: AccountRow, direction: 'up' | 'down') => void;
  /** Asks where it is to go. */
  readonly move: (account: AccountRow) => void;
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
