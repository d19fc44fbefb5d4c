import { useSignal } from '@preact/signals';
import { Fault } from '../../fault.ts';
import { send } from '../../messages/client.ts';
import { t } from '../i18n.ts';
import type { Ceremonies, Key, PasskeyWay } from './ceremonies.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import { RecoveryCode } from './recovery-code.tsx';

type Step =
  | { readonly name: 'start' }
  /** Firefox gives the PRF only to a second ceremony, which wants a click of its own. */
  | { readonly name: 'confirm'; readonly way: PasskeyWay }
  | { readonly name: 'passphrase' }
  | { readonly name: 'recovery'; readonly key: Key; readonly recoveryCode: string };

interface Props {
  readonly ceremonies: Ceremonies;
  /** Runs a step and shows what went wrong. */
  readonly attempt: (act: () => Promise<void>) => void;
  readonly onCreated: () => Promise<void>;
}

/** The first way in, then the recovery code, then the vault: nothing exists before all of it is there. */
export function CreateVault({ ceremonies, attempt, onCreated }: Props) {
  const step = useSignal<Step>({ name: 'start' });

  const goOn = async (key: Key) => {
    const { recoveryCode } = await send('vault.newRecoveryCode');
    step.value = { name: 'recovery', key, recoveryCode };
  };
  const createPasskey = () =>
    attempt(async () => {
      try {
        const { way, material } = await ceremonies.createPasskey(t('passkeyName'));
        if (material) await goOn({ way, material });
        else step.value = { name: 'confirm', way };
      } catch (error) {
        if (error instanceof Fault && error.code === 'passkey-without-prf') {
          step.value = { name: 'passphrase' };
        }
        throw error;
      }
    });

  const current = step.value;
  switch (current.name) {
    case 'start':
      return (
        <section class="stack">
          <p>{t('createExplained')}</p>
          <button type="button" id="create-passkey" class="primary" onClick={createPasskey}>
            {t('createPasskey')}
          </button>
          <button
            type="button"
            id="choose-passphrase"
            class="quiet"
            onClick={() => {
              step.value = { name: 'passphrase' };
            }}
          >
            {t('choosePassphrase')}
          </button>
        </section>
      );
    case 'confirm':
      return (
        <section class="stack">
          <p>{t('confirmExplained')}</p>
          <button
            type="button"
            id="confirm-passkey"
            class="primary"
            onClick={() =>
              attempt(async () => goOn(await ceremonies.evaluatePasskey([current.way])))
            }
          >
            {t('confirmPasskey')}
          </button>
        </section>
      );
    case 'passphrase':
      return (
        <section class="stack">
          <p>{t('passphraseExplained')}</p>
          <PassphraseForm
            isNew
            onPassphrase={(passphrase) =>
              attempt(async () => goOn(await ceremonies.createPassphrase(passphrase)))
            }
          />
          <button
            type="button"
            class="quiet"
            onClick={() => {
              step.value = { name: 'start' };
            }}
          >
            {t('back')}
          </button>
        </section>
      );
    case 'recovery':
      return (
        <RecoveryCode
          recoveryCode={current.recoveryCode}
          onKept={() =>
            attempt(async () => {
              await send('vault.create', {
                first: current.key,
                recoveryCode: current.recoveryCode,
              });
              await onCreated();
            })
          }
        />
      );
  }
}
