import { type MessageKey, t } from '../i18n.ts';
import type { AccountFinding } from './finding.ts';

type State = Exclude<AccountFinding['state'], 'new'>;

const SENTENCES: Record<State, MessageKey> = {
  known: 'stateKnown',
  second: 'stateSecond',
  unfinished: 'stateUnfinished',
  waiting: 'stateWaiting',
};

const MARKS: Record<State, MessageKey> = {
  known: 'choiceKnown',
  second: 'choiceSecond',
  unfinished: 'choiceUnfinished',
  waiting: 'choiceWaiting',
};

/** How an account that was found stands to those in the vault; undefined of a new one. */
export function stateSentence(state: AccountFinding['state']): string | undefined {
  return state === 'new' ? undefined : t(SENTENCES[state]);
}

/** The same in a word or two, for a list. */
export function stateMark(state: AccountFinding['state']): string | undefined {
  return state === 'new' ? undefined : t(MARKS[state]);
}
