import { type Choice, choiceOf, confirmedAs } from '../../enrolment/confirmed.ts';
import type { AccountFinding, Confirmed } from '../../enrolment/finding.ts';

/** What the user made of an account in the list. */
export interface Pick {
  readonly isChosen: boolean;
  readonly choice: Choice;
}

/** By the finding's id: those that the user has touched. */
export type Picks = ReadonlyMap<string, Pick>;

/** How an account stands in the list: to be added, unless it is in the vault already or the user said otherwise. */
export function pickOf(finding: AccountFinding, picks: Picks): Pick {
  return (
    picks.get(finding.id) ?? { isChosen: finding.state !== 'known', choice: choiceOf(finding) }
  );
}

/** All of them to be added, or none. */
export function pickAll(
  accounts: readonly AccountFinding[],
  picks: Picks,
  isChosen: boolean,
): Picks {
  return new Map(accounts.map((each) => [each.id, { ...pickOf(each, picks), isChosen }]));
}

/** What is to be added, as the user confirmed it. */
export function confirmedOf(accounts: readonly AccountFinding[], picks: Picks): Confirmed[] {
  return accounts
    .map((finding) => ({ finding, pick: pickOf(finding, picks) }))
    .filter(({ pick }) => pick.isChosen)
    .map(({ finding, pick }) => confirmedAs(finding, pick.choice));
}
