import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { type MessageKey, t } from '../i18n.ts';

interface Props {
  readonly id: string;
  readonly submitId: string;
  readonly submitLabel: MessageKey;
  /** There is no other way in. */
  readonly isOnly: boolean;
  /** Another way has just failed. */
  readonly isWanted: boolean;
  readonly onRecoveryCode: (recoveryCode: string) => void;
}

/** The recovery code: folded away, as it is for the day when all else is lost. */
export function TypedRecoveryCode(props: Props) {
  const { id, submitId, submitLabel, isOnly, isWanted, onRecoveryCode } = props;
  const recoveryCode = useSignal('');
  const submit = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRecoveryCode(recoveryCode.value);
  };
  return (
    <details open={isOnly || isWanted || undefined}>
      <summary>{t('unlockRecovery')}</summary>
      <form class="stack" onSubmit={submit}>
        <label class="field">
          {t('recoveryCode')}
          <input
            type="text"
            id={id}
            class="recovery-input"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
            value={recoveryCode}
            onInput={({ currentTarget }) => {
              recoveryCode.value = currentTarget.value;
            }}
          />
        </label>
        <button type="submit" id={submitId}>
          {t(submitLabel)}
        </button>
      </form>
    </details>
  );
}
