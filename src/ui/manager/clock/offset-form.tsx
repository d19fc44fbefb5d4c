import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../../messages/client.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';

/** Half a day, as the background takes it: a clock that is further off is wrong by its date. */
const MOST_OFFSET = 43_200;

interface Props {
  readonly offset: number;
  readonly onChanged: () => Promise<void>;
}

/** The offset in use, set by hand. */
export function OffsetForm({ offset, onChanged }: Props) {
  const typed = useSignal(`${offset}`);
  const { problem, attempt } = useAttempt();

  const use = (clockOffsetSeconds: number) =>
    attempt(async () => {
      await send('settings.set', { clockOffsetSeconds });
      await onChanged();
    });
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    void use(Number(typed.value));
  };

  return (
    <section class="card stack" aria-labelledby="offset-title">
      <h2 id="offset-title">{t('clockOffsetTitle')}</h2>
      <form class="stack" id="offset" onSubmit={submit}>
        <label class="field">
          {t('clockOffset')}
          <input
            type="number"
            id="clock-offset"
            min={-MOST_OFFSET}
            max={MOST_OFFSET}
            step={1}
            required
            value={typed}
            onInput={({ currentTarget }) => {
              typed.value = currentTarget.value;
            }}
          />
        </label>
        {problem.value && <Warning>{problem.value}</Warning>}
        <div class="actions">
          <button type="submit" id="use-offset" disabled={typed.value === `${offset}`}>
            {t('clockOffsetUse')}
          </button>
          <button type="button" id="zero-offset" disabled={offset === 0} onClick={() => use(0)}>
            {t('clockOffsetZero')}
          </button>
        </div>
      </form>
    </section>
  );
}
