import { batch, type Signal, useSignal } from '@preact/signals';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { onChanged } from '../messages/client.ts';
import { errorSentence } from './fault-sentence.ts';
import { InOrder } from './in-order.ts';

/**
 * What a page shows: asked for at once, and again whenever the background says that something changed.
 *
 * @param ask a function that stays the same
 * @param problem gets the sentence where asking fails, until asking succeeds; what else stands there stays
 * @param given what was asked for before; it is taken once, and what it gave is held nowhere else
 */
export function useAsked<Answer>(
  ask: () => Promise<Answer>,
  problem: Signal<string>,
  given?: () => Answer | undefined,
): {
  shown: Signal<Answer | undefined>;
  /** Asks again; in another way, where one is given, for this once. An answer that a later one has overtaken is dropped. */
  refresh: (otherwise?: () => Promise<Answer>) => Promise<void>;
} {
  const shown = useSignal<Answer | undefined>(undefined);
  const order = useRef(new InOrder());
  const failure = useRef('');
  const isGiven = useRef<boolean | undefined>(undefined);
  if (isGiven.current === undefined) {
    shown.value = given?.();
    isGiven.current = shown.value !== undefined;
  }
  const refresh = useCallback(
    async (otherwise?: () => Promise<Answer>) => {
      const counts = order.current.ask();
      try {
        const answer = await (otherwise ?? ask)();
        if (!counts()) return;
        batch(() => {
          if (failure.current && problem.peek() === failure.current) problem.value = '';
          failure.current = '';
          shown.value = answer;
        });
      } catch (error) {
        if (!counts()) return;
        failure.current = errorSentence(error);
        problem.value = failure.current;
      }
    },
    [ask, problem, shown],
  );
  useEffect(() => {
    if (!isGiven.current) void refresh();
    return onChanged(() => void refresh());
  }, [refresh]);
  return { shown, refresh };
}
