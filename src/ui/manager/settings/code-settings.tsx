import { useSignal } from '@preact/signals';
import { send } from '../../../messages/client.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useAttempt } from '../../use-attempt.ts';

interface Props {
  /** Says that something is done. */
  readonly say: (sentence: string) => void;
}

/** Whether somebody who looks over the user's shoulder sees codes. */
export function CodeSettings({ say }: Props) {
  const asking = useSignal('');
  const { shown, refresh } = useAsked(getSettings, asking);
  const { problem, attempt } = useAttempt();
  const hide = async (hideCodes: boolean) => {
    say('');
    await attempt(async () => {
      await send('settings.set', { hideCodes });
      say(t('settingSaved'));
    });
    await refresh();
  };
  const settings = shown.value;
  const sentence = problem.value || asking.value;
  return (
    <section class="stack" aria-labelledby="codes-title">
      <h2 id="codes-title">{t('codesTitle')}</h2>
      {sentence && <Warning>{sentence}</Warning>}
      {settings && (
        <div class="choice">
          <input
            type="checkbox"
            id="hide-codes"
            checked={settings.hideCodes}
            aria-describedby="hide-codes-explained"
            onChange={({ currentTarget }) => void hide(currentTarget.checked)}
          />
          <label for="hide-codes">{t('hideCodesLabel')}</label>
          <p id="hide-codes-explained" class="quiet-text">
            {t('hideCodesExplained')}
          </p>
        </div>
      )}
    </section>
  );
}

const getSettings = () => send('settings.get');
