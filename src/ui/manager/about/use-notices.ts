import { type Signal, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useAttempt } from '../../use-attempt.ts';

/** The licences of others' work, read when they are wanted: they are long. Pages of ours may not fetch. */
export function useNotices(): {
  readonly notices: Signal<string>;
  readonly problem: Signal<string>;
} {
  const notices = useSignal('');
  const { problem, attempt } = useAttempt();
  useEffect(
    () =>
      void attempt(async () => {
        notices.value = (await import('../../../../public/NOTICE.txt?raw')).default;
      }),
    [attempt, notices],
  );
  return { notices, problem };
}
