import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../../messages/client.ts';
import { addedSentence } from '../../added-sentence.ts';
import { t } from '../../i18n.ts';
import { Said, Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';

/** As the background takes it. */
const LONGEST_URI = 4096;

/** Adds an account by the address that its QR code holds. */
export function AddAccount() {
  const uri = useSignal('');
  const said = useSignal('');
  const { problem, attempt } = useAttempt();

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    said.value = '';
    void attempt(async () => {
      said.value = addedSentence(await send('accounts.add', { uri: uri.value.trim() }));
      uri.value = '';
    });
  };

  return (
    <section class="card stack" aria-labelledby="add-title">
      <h2 id="add-title">{t('addTitle')}</h2>
      <form class="stack" id="add-account" onSubmit={submit}>
        <label class="field">
          {t('addAddress')}
          <span class="with-button">
            <input
              type="text"
              id="add-uri"
              dir="ltr"
              autocomplete="off"
              autocapitalize="off"
              spellcheck={false}
              maxLength={LONGEST_URI}
              required
              aria-describedby="add-hint"
              value={uri}
              onInput={({ currentTarget }) => {
                uri.value = currentTarget.value;
              }}
            />
            <button type="submit" class="primary" id="add">
              {t('add')}
            </button>
          </span>
        </label>
        <p class="quiet-text small" id="add-hint">
          {t('addHint')}
        </p>
      </form>
      {problem.value && <Warning>{problem.value}</Warning>}
      <Said>{said.value}</Said>
    </section>
  );
}
