import { type Signal, useSignal } from '@preact/signals';
import { useCallback } from 'preact/hooks';

/** What is under way with many accounts. */
export interface Working {
  readonly label: string;
  readonly done: number;
  readonly of: number;
  /** Undefined where it cannot be stopped. */
  readonly stop: (() => void) | undefined;
}

type Act = (onProgress: (done: number, of: number) => void) => Promise<unknown>;

/** Runs what takes its time, one at a time, and tells how far it is. */
export function useWorking(): {
  readonly working: Signal<Working | undefined>;
  readonly run: (label: string, act: Act, stop?: () => void) => Promise<void>;
} {
  const working = useSignal<Working | undefined>(undefined);
  const run = useCallback(
    async (label: string, act: Act, stop?: () => void) => {
      if (working.peek()) return;
      working.value = { label, done: 0, of: 1, stop };
      try {
        await act((done, of) => {
          working.value = { label, done, of, stop };
        });
      } finally {
        working.value = undefined;
      }
    },
    [working],
  );
  return { working, run };
}
