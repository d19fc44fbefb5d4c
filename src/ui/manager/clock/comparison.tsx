import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import type { Request, Response } from '../../../messages/protocol.ts';
import { t, tn } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import { CodeField } from '../code-field.tsx';
import { Outcome } from './outcome.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';

type Samples = Request<'clock.measure'>['samples'];

/** As many as the background takes. */
const MOST_SAMPLES = 10;

interface Props {
  /** The id of an account that the other device holds too. */
  readonly account: string;
  readonly offset: number;
  readonly onCorrected: () => Promise<void>;
}

/** Takes codes from another device until they tell how far the clock is off. */
export function Comparison({ account, offset, onCorrected }: Props) {
  const code = useSignal('');
  /** When the code on the other device was read: the first key press, since it may change while it is typed. */
  const readAt = useSignal(0);
  const samples = useSignal<Samples>([]);
  const measured = useSignal<Response<'clock.measure'> | undefined>(undefined);
  const waitUntil = useSignal(0);
  const left = useSecondsLeft(waitUntil.value);
  const field = useRef<HTMLInputElement>(null);
  const { problem, attempt } = useAttempt();

  const waiting = left.value > 0;
  const asksAgain = measured.value?.kind === 'unsure';
  useEffect(() => {
    if (asksAgain && !waiting) field.current?.focus();
  }, [asksAgain, waiting]);

  const start = () => {
    code.value = '';
    samples.value = [];
    measured.value = undefined;
    waitUntil.value = 0;
  };
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void attempt(async () => {
      const taken = [...samples.value, { code: code.value, at: readAt.value }].slice(-MOST_SAMPLES);
      code.value = '';
      const answer = await send('clock.measure', { id: account, samples: taken });
      samples.value = taken;
      measured.value = answer;
      if (answer.kind === 'unsure') waitUntil.value = Date.now() + answer.askAgainInMs;
      if (answer.kind === 'fine') await send('clock.looked');
    });
  };
  const correct = (clockOffsetSeconds: number) =>
    attempt(async () => {
      await send('settings.set', { clockOffsetSeconds });
      await send('clock.looked');
      await onCorrected();
    });

  return (
    <div class="stack">
      {problem.value && <Warning>{problem.value}</Warning>}
      {measured.value && measured.value.kind !== 'unsure' ? (
        <Outcome measured={measured.value} offset={offset} onCorrect={correct} onAgain={start} />
      ) : (
        <form class="stack" id="compare" onSubmit={submit}>
          {asksAgain && waiting && (
            <p class="notice" id="clock-wait" role="timer">
              {tn('clockWait', left.value)}
            </p>
          )}
          {asksAgain && !waiting && (
            <p class="notice" role="status">
              {t('clockNow')}
            </p>
          )}
          <CodeField
            id="clock-code"
            label={t('clockCode')}
            code={code}
            disabled={waiting}
            field={field}
            onStart={() => {
              readAt.value = Date.now();
            }}
          />
          <div class="actions">
            <button type="submit" class="primary" id="compare-code" disabled={waiting}>
              {t('clockCompare')}
            </button>
          </div>
        </form>
      )}
    </div>
  );
}
