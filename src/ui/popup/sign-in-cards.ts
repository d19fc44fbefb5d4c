import type { Response } from '../../messages/protocol.ts';

export type SignInHere = Response<'signIn.get'>;
export type Site = NonNullable<SignInHere['site']>;
export type BoundAccount = SignInHere['accounts'][number];

/** What the popup says of signing in on the tab's page. */
export interface SignInCards {
  /** `push`: Microsoft's page waits for a phone; `fill`: codes may go into the page, or are wanted there. */
  readonly card: 'fill' | 'push' | undefined;
  /** To be shown in the popup, since nobody sees the badge: of this tab, or of one in a window without a toolbar. */
  readonly number: { readonly number: number; readonly isElsewhere: boolean } | undefined;
  /** The browser is to be asked to let us in. */
  readonly canAllow: boolean;
}

export function signInCards(signIn: SignInHere): SignInCards {
  const { site, wants, state, accounts } = signIn;
  const isPush = wants === 'other-approval' || state === 'switching';
  const isForCodes = wants === 'code' || accounts.length > 0;
  return {
    card: site && (isPush ? 'push' : isForCodes ? 'fill' : undefined),
    number: numberToShow(signIn),
    canAllow: accounts.length > 0 && site?.mayReach === false,
  };
}

/** The one that the approval window asks for now; this tab's own may be the next. */
function numberToShow({ number, numberElsewhere, isPinned }: SignInHere): SignInCards['number'] {
  if (numberElsewhere !== undefined) return { number: numberElsewhere, isElsewhere: true };
  return number === undefined || isPinned ? undefined : { number, isElsewhere: false };
}

/** Rows that leave room for the list of all accounts; the others are found by searching. */
const MOST_ROWS = 4;

/** The bound accounts on show, best first. Those that the page is about, or the user just chose, are among them. */
export function rowsOnTop(
  { accounts, accountId }: Pick<SignInHere, 'accounts' | 'accountId'>,
  chosenId: string | undefined,
): readonly BoundAccount[] {
  const isMeant = ({ id }: BoundAccount) => id === accountId || id === chosenId;
  return accounts.filter((account, place) => place < MOST_ROWS || isMeant(account));
}

/** Which account "Fill" is meant for, where there is no doubt. */
export function bestAccount({ accounts }: Pick<SignInHere, 'accounts'>): BoundAccount | undefined {
  const [best, another] = accounts.filter(({ fits }) => fits);
  return another ? undefined : best;
}
