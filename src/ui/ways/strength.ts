import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals';
import type { Ceremonies, Score } from './ceremonies.ts';

/** "Safely unguessable: moderate protection from offline slow-hash scenario" (zxcvbn, scores). */
const LEAST_SCORE: Score = 3;

/** Undefined, not rated yet, is not strong. */
export function isStrong(score: Score | undefined): boolean {
  return score !== undefined && score >= LEAST_SCORE;
}

/** The score of what is typed; undefined while it is not known, so that no old one speaks for a new passphrase. */
export function useStrength(
  passphrase: ReadonlySignal<string>,
  ceremonies: Pick<Ceremonies, 'ratePassphrase'>,
): ReadonlySignal<Score | undefined> {
  const strength = useSignal<Score | undefined>(undefined);
  useSignalEffect(() => {
    const rated = passphrase.value;
    strength.value = undefined;
    if (!rated) return;
    void ceremonies.ratePassphrase(rated).then((score) => {
      if (passphrase.peek() === rated) strength.value = score;
    });
  });
  return strength;
}
