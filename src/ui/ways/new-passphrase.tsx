import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { t, tn } from '../i18n.ts';
import type { Ceremonies } from './ceremonies.ts';
import { isStrong, useStrength } from './strength.ts';
import { StrengthMeter } from './strength-meter.tsx';

/** NIST SP 800-63B, section 5.1.1.1, wants eight; a vault that can be attacked at leisure wants more. */
const LEAST_LENGTH = 12;

interface Props {
  readonly ceremonies: Pick<Ceremonies, 'ratePassphrase'>;
  readonly onPassphrase: (passphrase: string) => void;
}

/** A passphrase that is to be one: typed twice, long enough, and not to be guessed. */
export function NewPassphrase({ ceremonies, onPassphrase }: Props) {
  const passphrase = useSignal('');
  const repeated = useSignal('');
  const strength = useStrength(passphrase, ceremonies);

  const isLong = passphrase.value.length >= LEAST_LENGTH;
  const matches = passphrase.value === repeated.value;
  const ready = isLong && matches && isStrong(strength.value);

  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Enter in a field submits as well.
    if (ready) onPassphrase(passphrase.value);
  };

  return (
    <form class="stack" onSubmit={submit}>
      <label class="field">
        {t('newPassphrase')}
        <input
          type="password"
          id="passphrase"
          autocomplete="new-password"
          required
          aria-describedby="passphrase-hint"
          value={passphrase}
          onInput={({ currentTarget }) => {
            passphrase.value = currentTarget.value;
          }}
        />
      </label>
      <StrengthMeter score={passphrase.value ? strength.value : undefined} />
      <label class="field">
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
      <p id="passphrase-hint" class="quiet-text" role="status">
        {hint(isLong, isStrong(strength.value), matches, repeated.value !== '')}
      </p>
      <button type="submit" id="use-passphrase" class="primary" disabled={!ready}>
        {t('usePassphrase')}
      </button>
    </form>
  );
}

/** What is missing yet, one thing at a time. */
function hint(isLong: boolean, strong: boolean, matches: boolean, isRepeated: boolean): string {
  if (!isLong) return tn('passphraseHint', LEAST_LENGTH);
  if (!strong) return t('passphraseWeak');
  if (matches) return t('passphraseReady');
  return isRepeated ? t('passphrasesDiffer') : t('passphraseRepeat');
}
