import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { t } from '../../i18n.ts';
import { WithAddresses } from './with-addresses.tsx';

/** Longer than any list of addresses that somebody pastes. */
const LONGEST_TEXT = 200_000;

interface Props {
  /** Resolves to whether an account was found in it. */
  readonly onText: (text: string) => Promise<boolean>;
}

/** Codes as text: each line is one. */
export function TextCard({ onText }: Props) {
  const text = useSignal('');
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // What nothing was found in stays, to be mended.
    if (await onText(text.value)) text.value = '';
  };
  return (
    <section class="card" aria-labelledby="text-title">
      <form class="stack" onSubmit={(event) => void submit(event)}>
        <h2 id="text-title">{t('textTitle')}</h2>
        <label class="field">
          {t('addText')}
          <textarea
            id="add-text"
            rows={3}
            dir="ltr"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            maxLength={LONGEST_TEXT}
            required
            aria-describedby="add-text-hint"
            value={text}
            onInput={({ currentTarget }) => {
              text.value = currentTarget.value;
            }}
          />
        </label>
        <p class="quiet-text small" id="add-text-hint">
          <WithAddresses text={t('addTextHint')} />
        </p>
        <div class="actions">
          <button type="submit" id="read-text">
            {t('readText')}
          </button>
        </div>
      </form>
    </section>
  );
}
