import type { Response } from '../../../messages/protocol.ts';
import { addedSentence } from '../../added-sentence.ts';
import { visibleLabel } from '../../enrolment/offer-question.ts';
import { tn } from '../../i18n.ts';
import { inTurn } from '../../sentences.ts';

export type Added = Response<'intake.add'>[number];

/** What became of one of them: by its names as they may be shown. */
export function outcomeSentence(added: Added): string {
  return addedSentence({ ...added, ...visibleLabel(added) });
}

/**
 * What became of the accounts that were to be added: the sentence of the only one, or how many of each.
 *
 * @param left how many of them are still to be added
 */
export function addedSummary(added: readonly Added[], left: number): string {
  const [only] = added;
  if (only && added.length === 1 && left === 0) return outcomeSentence(only);
  const isNew = added.filter(({ kind }) => kind === 'added');
  const isBack = added.filter((each) => each.kind === 'already-here' && each.restored);
  const counts = [
    ['addedCount', isNew.length],
    ['addedBackCount', isBack.length],
    ['addedHereCount', added.length - isNew.length - isBack.length],
    ['addedLeftCount', left],
  ] as const;
  return inTurn(...counts.map(([key, count]) => (count > 0 ? tn(key, count) : '')));
}
