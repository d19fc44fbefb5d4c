import { type Signal, useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Fault, type FaultCode } from '../../fault.ts';
import { t } from '../i18n.ts';

type Act = () => Promise<void>;

export interface Attempts {
  readonly busy: Signal<boolean>;
  /** What is under way, in words, for who waits for it; empty: nothing is. A step may say so more exactly. */
  readonly doing: Signal<string>;
  /** What went wrong last, and how to try it again. */
  readonly failure: Signal<{ readonly error: unknown; readonly again: Act } | undefined>;
  /**
   * Runs a step, one at a time: a ceremony that is under way is not started twice. The step starts at once,
   * since browsers open their dialogs only in answer to a click.
   *
   * @param again what to try again in its place, where the step itself leads back to another one
   */
  run(act: Act, again?: Act): Promise<void>;
}

/** The steps of one form or window, what became of the last one, and whether one is under way. */
export function useAttempts(): Attempts {
  const busy = useSignal(false);
  const doing = useSignal('');
  const failure: Attempts['failure'] = useSignal();
  return useMemo(
    () => ({
      busy,
      doing,
      failure,
      async run(act, again = act) {
        if (busy.value) return;
        busy.value = true;
        doing.value = t('oneMoment');
        failure.value = undefined;
        try {
          await act();
        } catch (error) {
          failure.value = { error, again };
        } finally {
          busy.value = false;
          doing.value = '';
        }
      },
    }),
    [busy, doing, failure],
  );
}

export function hasCode(error: unknown, ...codes: readonly FaultCode[]): boolean {
  return error instanceof Fault && codes.includes(error.code);
}
