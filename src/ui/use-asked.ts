import { type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { onChanged } from '../messages/client.ts';
import { errorSentence } from './fault-sentence.ts';

/**
 * What a page shows: asked for at once, and again whenever the background says that something changed.
 *
 * @param ask a function that stays the same
 * @param problem gets the sentence where asking fails; what stands there otherwise stays on show
 */
export function useAsked<Answer>(
  ask: () => Promise<Answer>,
  problem: Signal<string>,
): { shown: Signal<Answer | undefined>; refresh: () => Promise<void> } {
  const shown = useSignal<Answer | undefined>(undefined);
  const refresh = useCallback(async () => {
    try {
      shown.value = await ask();
    } catch (error) {
      problem.value = errorSentence(error);
    }
  }, [ask, problem, shown]);
  useEffect(() => {
    void refresh();
    return onChanged(() => void refresh());
  }, [refresh]);
  return { shown, refresh };
}
