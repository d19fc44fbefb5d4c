import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import { t } from '../i18n.ts';
import { useAttempts } from '../ways/attempts.ts';
import type { Ceremonies, NamedKey } from '../ways/ceremonies.ts';
import { NewPasskey } from '../ways/new-passkey.tsx';
import { NewPassphrase } from '../ways/new-passphrase.tsx';
import { NewRecoveryCode } from '../ways/new-recovery-code.tsx';
import { Problem } from '../ways/problem.tsx';
import '../ways/ways.css';

type Step =
  | { readonly name: 'passkey' | 'passphrase' }
  | { readonly name: 'recovery'; readonly first: NamedKey; readonly recoveryCode: string };

interface Props {
  readonly ceremonies: Ceremonies;
  readonly onCreated: () => Promise<void>;
}

/** The first way in, then the recovery code, then the vault: nothing exists before all of it is there. */
export function CreateVault({ ceremonies, onCreated }: Props) {
  const step = useSignal<Step>({ name: 'passkey' });
  const attempts = useAttempts();

  const goTo = (name: 'passkey' | 'passphrase') => () => {
    attempts.failure.value = undefined;
    step.value = { name };
  };
  const goOn = async (first: NamedKey) => {
    const { recoveryCode } = await send('vault.newRecoveryCode');
    step.value = { name: 'recovery', first, recoveryCode };
  };
  const create = async (first: NamedKey, recoveryCode: string) => {
    await send('vault.create', { first, recoveryCode });
    await onCreated();
  };

  const current = step.value;
  return (
    <section class="stack" aria-busy={attempts.busy.value}>
      <Problem attempts={attempts} ceremonies={ceremonies} />
      {current.name === 'passkey' && (
        <>
          <p>{t('createExplained')}</p>
          <NewPasskey
            ceremonies={ceremonies}
            attempts={attempts}
            existing={[]}
            defaultName={t('passkeyDefaultName')}
            onKey={goOn}
            onWithoutPrf={() => {
              step.value = { name: 'passphrase' };
            }}
          >
            <button type="button" id="choose-passphrase" class="quiet" onClick={goTo('passphrase')}>
              {t('choosePassphrase')}
            </button>
          </NewPasskey>
        </>
      )}
      {current.name === 'passphrase' && (
        <>
          <p>{t('passphraseExplained')}</p>
          <NewPassphrase
            ceremonies={ceremonies}
            onPassphrase={(passphrase) =>
              attempts.run(async () =>
                goOn({ ...(await ceremonies.createPassphrase(passphrase)), name: '' }),
              )
            }
          />
          <button type="button" id="choose-passkey" class="quiet" onClick={goTo('passkey')}>
            {t('choosePasskey')}
          </button>
        </>
      )}
      {current.name === 'recovery' && (
        <NewRecoveryCode
          recoveryCode={current.recoveryCode}
          finishLabel={t('finish')}
          onKept={() => attempts.run(() => create(current.first, current.recoveryCode))}
        />
      )}
    </section>
  );
}
