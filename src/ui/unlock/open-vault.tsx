import { useSignal } from '@preact/signals';
import type { TargetedSubmitEvent } from 'preact';
import { send } from '../../messages/client.ts';
import { t } from '../i18n.ts';
import type { Ceremonies, Key, Way } from './ceremonies.ts';
import { PassphraseForm } from './passphrase-form.tsx';

interface Props {
  readonly ways: readonly Way[];
  readonly ceremonies: Ceremonies;
  /** Runs a step and shows what went wrong. */
  readonly attempt: (act: () => Promise<void>) => void;
  readonly onOpened: () => Promise<void>;
}

/** Every way in that the vault has. */
export function OpenVault({ ways, ceremonies, attempt, onOpened }: Props) {
  const recoveryCode = useSignal('');
  const passkeys = ways.filter((way) => way.kind === 'passkey');
  const passphrase = ways.find((way) => way.kind === 'passphrase');

  const open = (obtain: () => Promise<Key | { recoveryCode: string }>) =>
    attempt(async () => {
      await send('vault.open', await obtain());
      await onOpened();
    });
  const submitRecoveryCode = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    open(async () => ({ recoveryCode: recoveryCode.value }));
  };

  return (
    <section class="stack">
      {passkeys.length > 0 && (
        <button
          type="button"
          id="unlock-passkey"
          class="primary"
          onClick={() => open(() => ceremonies.evaluatePasskey(passkeys))}
        >
          {t('unlockPasskey')}
        </button>
      )}
      {passphrase && (
        <PassphraseForm
          isNew={false}
          onPassphrase={(typed) => open(() => ceremonies.stretchPassphrase(typed, passphrase))}
        />
      )}
      <details>
        <summary>{t('unlockRecovery')}</summary>
        <form class="stack" onSubmit={submitRecoveryCode}>
          <label>
            {t('recoveryCode')}
            <input
              type="text"
              id="recovery-code-typed"
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
          <button type="submit" id="unlock-recovery">
            {t('unlock')}
          </button>
        </form>
      </details>
    </section>
  );
}
