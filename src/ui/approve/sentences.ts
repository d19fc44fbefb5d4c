import { type MessageKey, t, tn } from '../i18n.ts';
import type { NumberPlace, Outcome, Why } from './asked.ts';

const WHYS: Record<Why, MessageKey> = {
  address: 'approveWhyAddress',
  'only-one': 'approveWhyOnlyOne',
  chosen: 'approveWhyChosen',
};

const OUTCOMES: Record<Outcome, readonly [title: MessageKey, explained: MessageKey]> = {
  filled: ['approveFilled', 'approveFilledExplained'],
  unused: ['approveUnused', 'approveUnusedExplained'],
  'wrong-number': ['approveWrongNumber', 'approveWrongNumberExplained'],
  'timed-out': ['approveTimedOut', 'approveTimedOutExplained'],
  'waited-out': ['approveWaitedOut', 'approveWaitedOutExplained'],
  'not-me': ['approveNotMeTitle', 'approveNotMeExplained'],
  silenced: ['approveSilenced', 'approveSilencedExplained'],
  closed: ['approveClosed', 'approveClosedExplained'],
  locked: ['approveLocked', 'approveLockedExplained'],
  gone: ['approveGone', 'approveGoneExplained'],
};

const PLACES: Record<NumberPlace, readonly [question: MessageKey, where: MessageKey]> = {
  button: ['approveWhichNumber', 'approveOnButton'],
  popup: ['approveWhichNumberInPopup', 'approveInPopup'],
  'any-popup': ['approveWhichNumberInPopup', 'approveInAnyPopup'],
};

/** Which number is to be picked. */
export function numberQuestion(place: NumberPlace): string {
  return t(PLACES[place][0]);
}

/** How to come to see it. */
export function numberSentence(place: NumberPlace): string {
  return t(PLACES[place][1]);
}

/** Why the page is given this account's code. */
export function whySentence(why: Why): string {
  return t(WHYS[why]);
}

/** How it ended, in two or three words. */
export function outcomeTitle(outcome: Outcome): string {
  return t(OUTCOMES[outcome][0]);
}

/** What that means, and what to do. */
export function outcomeSentence(outcome: Outcome): string {
  return t(OUTCOMES[outcome][1]);
}

export function waitingSentence(waiting: number): string {
  return tn('approveWaiting', waiting);
}
