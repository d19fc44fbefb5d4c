import type { HeldAccounts } from '../accounts/use-accounts.ts';
import type { Shown } from './ask.ts';
import type { AccountCode } from './codes.ts';
import { FIRST_QUESTION } from './use-view.ts';

/**
 * The first answer, until the popup has drawn it. It is emptied then: of a vault that locks later, no code may be left
 * in a corner.
 */
export interface First {
  answer: Shown | undefined;
}

/** What the popup goes on showing: its accounts and codes are held by those who draw them. */
export function shownOf(answer: Shown): Shown {
  return { ...answer, accounts: [], codes: [] };
}

/** Undefined where the vault is closed. */
export function heldOf(answer: Shown | undefined): HeldAccounts | undefined {
  if (answer?.status.state !== 'open') return undefined;
  const { total, accounts } = answer;
  return { ...FIRST_QUESTION, total, accounts };
}

export function codesOf({ answer }: First): readonly AccountCode[] {
  return answer?.codes ?? [];
}
