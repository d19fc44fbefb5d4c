import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { type MessageKey, t } from '../i18n.ts';
import { takeFocus } from '../take-focus.ts';

interface Props {
  readonly id: string;
  readonly submitId: string;
  readonly submitLabel: MessageKey;
  /** The main way, where there is no passkey. */
  readonly isFirst: boolean;
  readonly takesFocus?: boolean;
  readonly onPassphrase: (passphrase: string) => void;
}

/** The passphrase that the vault has. */
export function TypedPassphrase(props: Props) {
  const { id, submitId, submitLabel, isFirst, takesFocus = false, onPassphrase } = props;
  const passphrase = useSignal('');
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onPassphrase(passphrase.value);
  };
  return (
    <form class="stack" onSubmit={submit}>
      <label class="field">
        {t('passphrase')}
        <input
          type="password"
          id={id}
          ref={takesFocus ? takeFocus : null}
          autocomplete="current-password"
          required
          value={passphrase}
          onInput={({ currentTarget }) => {
            passphrase.value = currentTarget.value;
          }}
        />
      </label>
      <button
        type="submit"
        id={submitId}
        class={isFirst ? 'primary' : undefined}
        disabled={!passphrase.value}
      >
        {t(submitLabel)}
      </button>
    </form>
  );
}
