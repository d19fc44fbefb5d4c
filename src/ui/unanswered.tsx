import { type Signal, useSignal } from '@preact/signals';
import { send } from '../messages/client.ts';
import { errorSentence } from './fault-sentence.ts';
import { t } from './i18n.ts';
import { Warning } from './notice.tsx';

interface Props {
  /** The page's own class, for its width and margins. */
  readonly page: 'popup' | 'unlock' | 'approve' | 'closed';
  readonly problem: Signal<string>;
}

/** In place of a page that does not know how the vault is: why, and a button that asks again. */
export function Unanswered({ page, problem }: Props) {
  const isAsking = useSignal(false);
  const answers = useSignal(0);

  const askAgain = async () => {
    if (isAsking.value) return;
    isAsking.value = true;
    try {
      await send('vault.status');
      // Whatever else the page asks was refused as well.
      location.reload();
    } catch (error) {
      problem.value = errorSentence(error);
      answers.value++;
    } finally {
      isAsking.value = false;
    }
  };

  return (
    <main class={`${page} stack`} data-state="unanswered" aria-busy={isAsking.value}>
      <h1>{t('extensionName')}</h1>
      {/* Each answer is another one, so that it is read out even if it says the same. */}
      <Warning key={answers.value}>{problem.value}</Warning>
      <button type="button" id="try-again" class="primary" onClick={askAgain}>
        {t('tryAgain')}
      </button>
    </main>
  );
}
