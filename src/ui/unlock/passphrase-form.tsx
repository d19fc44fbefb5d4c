import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { t } from '../i18n.ts';

/** NIST SP 800-63B, section 5.1.1.1, wants eight; a vault that can be attacked at leisure wants more. */
const LEAST_LENGTH = 12;

interface Props {
  /** A new passphrase is typed twice. */
  readonly isNew: boolean;
  readonly onPassphrase: (passphrase: string) => void;
}

export function PassphraseForm({ isNew, onPassphrase }: Props) {
  const passphrase = useSignal('');
  const repeated = useSignal('');
  const matches = !isNew || passphrase.value === repeated.value;
  const longEnough = !isNew || passphrase.value.length >= LEAST_LENGTH;

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onPassphrase(passphrase.value);
  };

  return (
    <form class="stack" onSubmit={submit}>
      <label>
        {t(isNew ? 'newPassphrase' : 'passphrase')}
        <input
          type="password"
          id="passphrase"
          autocomplete={isNew ? 'new-password' : 'current-password'}
          required
          value={passphrase}
          onInput={({ currentTarget }) => {
            passphrase.value = currentTarget.value;
          }}
        />
      </label>
      {isNew && (
        <label>
          {t('repeatPassphrase')}
          <input
            type="password"
            id="passphrase-again"
            autocomplete="new-password"
            required
            value={repeated}
            onInput={({ currentTarget }) => {
              repeated.value = currentTarget.value;
            }}
          />
        </label>
      )}
      {isNew && (
        <p class="quiet-text" role="status">
          {longEnough && !matches ? t('passphrasesDiffer') : t('passphraseHint', `${LEAST_LENGTH}`)}
        </p>
      )}
      <button
        type="submit"
        id="use-passphrase"
        class="primary"
        disabled={!passphrase.value || !matches || !longEnough}
      >
        {t(isNew ? 'usePassphrase' : 'unlock')}
      </button>
    </form>
  );
}
