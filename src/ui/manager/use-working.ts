import { type Signal, useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';

/** What is under way with many things. */
export interface Working {
  readonly label: string;
  /** Undefined where nobody knows how far it is. */
  readonly done: number | undefined;
  readonly of: number;
  /** Undefined where it cannot be stopped. */
  readonly stop: (() => void) | undefined;
}

type Act = (onProgress: (done: number, of: number) => void) => Promise<unknown>;

/** Runs what takes its time, one at a time, and tells how far it is. Resolves to whether it ran. */
export function useWorking(): {
  readonly working: Signal<Working | undefined>;
  readonly run: (label: string, act: Act, stop?: () => void) => Promise<boolean>;
} {
  const working = useSignal<Working | undefined>(undefined);
  const run = useCallback(
    async (label: string, act: Act, stop?: () => void) => {
      if (working.peek()) return false;
      working.value = { label, done: undefined, of: 1, stop };
      try {
        await act((done, of) => {
          working.value = { label, done, of, stop };
        });
      } finally {
        working.value = undefined;
      }
      return true;
    },
    [working],
  );
  return { working, run };
}
