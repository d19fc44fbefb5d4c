import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import { t } from '../i18n.ts';
import { LateProgress } from '../kit/late-progress.tsx';
import { useAttempts } from '../ways/attempts.ts';
import type { Ceremonies, NamedKey } from '../ways/ceremonies.ts';
import { NewPasskey } from '../ways/new-passkey.tsx';
import { NewPassphrase } from '../ways/new-passphrase.tsx';
import { Problem } from '../ways/problem.tsx';
import { RecoveryCodeSheet } from '../ways/recovery-code-sheet.tsx';
import { TypeBack } from '../ways/type-back.tsx';
import { type Begun, BegunWay } from './begun-way.tsx';
import { FirstRunFrame } from './first-run-frame.tsx';
import '../ways/ways.css';

type Step =
  | { readonly name: 'passkey' | 'passphrase' }
  | { readonly name: 'begun'; readonly begun: Begun }
  | {
      readonly name: 'recovery' | 'type-back';
      readonly first: NamedKey;
      readonly recoveryCode: string;
    };

interface Props {
  readonly ceremonies: Ceremonies;
  /** Where a page before this one was left. */
  readonly begun: Begun | undefined;
  readonly onCreated: () => Promise<void>;
}

/** The first way in, then the recovery code, then the vault: nothing exists before all of it is there. */
export function MakeVault({ ceremonies, begun, onCreated }: Props) {
  const step = useSignal<Step>(begun ? { name: 'begun', begun } : { name: 'passkey' });
  const attempts = useAttempts();

  const goTo = (name: 'passkey' | 'passphrase') => () => {
    attempts.failure.value = undefined;
    step.value = { name };
  };
  const goOn = async (first: NamedKey) => {
    const { recoveryCode } = await send('firstRun.recoveryCode', first);
    step.value = { name: 'recovery', first, recoveryCode };
  };
  const create = async (first: NamedKey, recoveryCode: string) => {
    attempts.doing.value = t('vaultMaking');
    await send('vault.create', { first, recoveryCode });
    await onCreated();
  };
  const beginAnew = async () => {
    await send('firstRun.beginAnew');
    step.value = { name: 'passkey' };
  };

  const current = step.value;
  const problem = <Problem attempts={attempts} ceremonies={ceremonies} />;
  const body = () => {
    switch (current.name) {
      case 'passkey':
        return (
          <FirstRunFrame step={1} title={t('createTitle')}>
            <p>{t('createExplained')}</p>
            {problem}
            <NewPasskey
              ceremonies={ceremonies}
              attempts={attempts}
              existing={[]}
              defaultName={t('passkeyDefaultName')}
              asksName={false}
              onMade={(way, name) => send('firstRun.made', { way, name })}
              onKey={goOn}
              onWithoutPrf={() => {
                step.value = { name: 'passphrase' };
              }}
            >
              <button
                type="button"
                id="choose-passphrase"
                class="quiet"
                onClick={goTo('passphrase')}
              >
                {t('choosePassphrase')}
              </button>
            </NewPasskey>
          </FirstRunFrame>
        );
      case 'passphrase':
        return (
          <FirstRunFrame step={1} title={t('passphraseTitle')}>
            <p>{t('passphraseExplained')}</p>
            {problem}
            <NewPassphrase
              ceremonies={ceremonies}
              onPassphrase={(passphrase) =>
                attempts.run(async () => {
                  attempts.doing.value = t('passphraseWorked');
                  await goOn({ ...(await ceremonies.createPassphrase(passphrase)), name: '' });
                })
              }
            />
            <button type="button" id="choose-passkey" class="quiet" onClick={goTo('passkey')}>
              {t('choosePasskey')}
            </button>
          </FirstRunFrame>
        );
      case 'begun':
        return (
          <FirstRunFrame step={current.begun.hasCode ? 2 : 1} title={t('resumeTitle')}>
            <BegunWay
              begun={current.begun}
              ceremonies={ceremonies}
              attempts={attempts}
              onKey={goOn}
              onBeginAnew={beginAnew}
            />
          </FirstRunFrame>
        );
      case 'recovery':
        return (
          <FirstRunFrame step={2} title={t('recoveryTitle')}>
            <RecoveryCodeSheet
              recoveryCode={current.recoveryCode}
              onWritten={() => {
                step.value = { ...current, name: 'type-back' };
              }}
            />
          </FirstRunFrame>
        );
      case 'type-back':
        return (
          <FirstRunFrame step={2} title={t('typeBackTitle')}>
            {problem}
            <TypeBack
              recoveryCode={current.recoveryCode}
              finishLabel={t('finish')}
              onTyped={() => attempts.run(() => create(current.first, current.recoveryCode))}
              onShowAgain={() => {
                step.value = { ...current, name: 'recovery' };
              }}
            />
          </FirstRunFrame>
        );
    }
  };
  return (
    <section class="stack" aria-busy={attempts.busy.value}>
      {body()}
      <LateProgress label={attempts.doing.value} />
    </section>
  );
}
