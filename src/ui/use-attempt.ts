import { type Signal, useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';
import { errorSentence } from './fault-sentence.ts';

/** Runs what a button does, and keeps the sentence where it failed until the next attempt. */
export function useAttempt(): {
  problem: Signal<string>;
  attempt: (act: () => Promise<unknown>) => Promise<void>;
} {
  const problem = useSignal('');
  const attempt = useCallback(
    async (act: () => Promise<unknown>) => {
      try {
        problem.value = '';
        await act();
      } catch (error) {
        problem.value = errorSentence(error);
      }
    },
    [problem],
  );
  return { problem, attempt };
}
