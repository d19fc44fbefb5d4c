import { useSignal } from '@preact/signals';
import { send } from '../../../messages/client.ts';
import type { Request } from '../../../messages/protocol.ts';
import { errorSentence } from '../../fault-sentence.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import type { Guard } from '../../ways/guard.tsx';
import { LOCK_AFTER_MINUTES, LOCK_WHEN_IDLE_MINUTES } from './minutes.ts';
import { MinutesSelect } from './minutes-select.tsx';

interface Props {
  readonly guard: Guard;
  /** Says that something is done. */
  readonly say: (sentence: string) => void;
}

const getSettings = () => send('settings.get');

/** When the vault locks by itself. */
export function LockingSettings({ guard, say }: Props) {
  const problem = useSignal('');
  const { shown, refresh } = useAsked(getSettings, problem);

  const set = async (change: Request<'settings.set'>) => {
    problem.value = '';
    say('');
    try {
      const done = await guard(async () => {
        await send('settings.set', change);
        return true;
      });
      if (done) say(t('settingSaved'));
    } catch (error) {
      problem.value = errorSentence(error);
    }
    await refresh();
  };

  const settings = shown.value;
  return (
    <section class="stack" aria-labelledby="locking-title">
      <h2 id="locking-title">{t('lockingTitle')}</h2>
      {problem.value && <Warning>{problem.value}</Warning>}
      {settings && (
        <>
          <MinutesSelect
            id="lock-after"
            label={t('lockAfter')}
            choices={LOCK_AFTER_MINUTES}
            noneLabel={t('lockAtBrowserClose')}
            chosen={settings.lockAfterMinutes}
            onChoose={(lockAfterMinutes) => set({ lockAfterMinutes })}
          />
          <MinutesSelect
            id="lock-when-idle"
            label={t('lockWhenIdle')}
            choices={LOCK_WHEN_IDLE_MINUTES}
            noneLabel={t('lockIdleNever')}
            chosen={settings.lockWhenIdleMinutes}
            onChoose={(lockWhenIdleMinutes) => set({ lockWhenIdleMinutes })}
          />
        </>
      )}
      <p class="quiet-text">
        {import.meta.env.FIREFOX ? t('lockScreenFirefox') : t('lockScreenChrome')}
      </p>
      {settings?.lockWhenIdleMinutes === null && (
        <p class="quiet-text" id="lock-screen-unseen">
          {import.meta.env.FIREFOX ? t('lockScreenUnseenFirefox') : t('lockScreenUnseenChrome')}
        </p>
      )}
      <p class="quiet-text">{t('lockClipboard')}</p>
    </section>
  );
}
