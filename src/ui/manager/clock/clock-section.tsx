import { useSignal } from '@preact/signals';
import { send } from '../../../messages/client.ts';
import { t, tn } from '../../i18n.ts';
import { Said, Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useAttempt } from '../../use-attempt.ts';
import { ClockCheck } from './clock-check.tsx';
import { OffsetForm } from './offset-form.tsx';

interface Props {
  /** The account whose code a site refused. */
  readonly doubted: string | undefined;
}

/** How far this computer's clock is off, and what is done about it. */
export function ClockSection({ doubted }: Props) {
  const { problem } = useAttempt();
  const said = useSignal('');
  const { shown, refresh } = useAsked(askSettings, problem);
  const saved = async () => {
    await refresh();
    said.value = tn('clockOffsetSaved', shown.value?.clockOffsetSeconds ?? 0);
  };
  return (
    <section class="stack" aria-labelledby="clock-title">
      <h1 id="clock-title">{t('placeClock')}</h1>
      <p>{t('clockExplained')}</p>
      {problem.value && <Warning>{problem.value}</Warning>}
      <Said>{said.value}</Said>
      {shown.value && (
        <>
          <ClockCheck
            doubted={doubted}
            offset={shown.value.clockOffsetSeconds}
            onCorrected={saved}
          />
          <OffsetForm
            key={shown.value.clockOffsetSeconds}
            offset={shown.value.clockOffsetSeconds}
            onChanged={saved}
          />
        </>
      )}
    </section>
  );
}

const askSettings = () => send('settings.get');
