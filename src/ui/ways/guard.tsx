import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useCallback } from 'preact/hooks';
import { Fault } from '../../fault.ts';
import { hasCode } from './attempts.ts';
import type { Ceremonies } from './ceremonies.ts';
import { VerifyDialog } from './verify-dialog.tsx';

/**
 * Runs what may want a fresh verification. Where it does, the user is asked for one and it runs again, so it
 * must hold nothing that cannot be sent twice. Undefined: the user did not want to.
 */
export type Guard = <T>(act: () => Promise<T>) => Promise<T | undefined>;

interface Asking {
  readonly answer: Promise<boolean>;
  readonly end: (verified: boolean) => void;
}

/** The guard of a page, and the dialog in which it asks: the page shows it in a place of its own. */
export function useGuard(ceremonies: Ceremonies): { guard: Guard; dialog: ComponentChildren } {
  const asking = useSignal<Asking | undefined>(undefined);

  const guard = useCallback(
    async <T,>(act: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await act();
      } catch (error) {
        if (!hasCode(error, 'verification-needed')) throw error;
        // Two that ask at the same time are answered by one dialog.
        asking.value ??= ask(() => {
          asking.value = undefined;
        });
        return (await asking.value.answer) ? act() : undefined;
      }
    },
    [asking],
  );

  return {
    guard,
    dialog: asking.value && <VerifyDialog ceremonies={ceremonies} onEnd={asking.value.end} />,
  };
}

function ask(onEnd: () => void): Asking {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  return {
    answer: promise,
    end(verified) {
      onEnd();
      resolve(verified);
    },
  };
}

/**
 * Asks for a verification ahead of a ceremony that leaves something behind, such as a passkey: nobody shall
 * make one and only then learn that it cannot be added. False: the user did not want to.
 */
export async function verifyFirst(guard: Guard): Promise<boolean> {
  let asked = false;
  const verified = await guard(async () => {
    if (asked) return true;
    asked = true;
    throw new Fault('verification-needed', 'ahead of a ceremony');
  });
  return verified ?? false;
}
