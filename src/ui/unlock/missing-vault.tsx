import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { faultSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';

/** There was a vault, and its storage is gone. Nobody makes a new one without having read that. */
export function MissingVault({ onStartAnew }: { onStartAnew: () => void }) {
  const understood = useSignal(false);
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onStartAnew();
  };
  return (
    <form class="stack" onSubmit={submit}>
      <Warning>{faultSentence('vault-missing')}</Warning>
      <p>{t('missingExplained')}</p>
      <label class="check">
        <input
          type="checkbox"
          id="missing-understood"
          required
          checked={understood}
          onChange={({ currentTarget }) => {
            understood.value = currentTarget.checked;
          }}
        />
        {t('missingUnderstood')}
      </label>
      <button type="submit" id="start-anew" disabled={!understood.value}>
        {t('missingStartAnew')}
      </button>
    </form>
  );
}
