import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { Brand } from '../brand.tsx';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { Unanswered } from '../unanswered.tsx';
import { Unknown } from '../unknown.tsx';
import { useAsked } from '../use-asked.ts';
import type { Ceremonies } from '../ways/ceremonies.ts';
import { OpenVault } from '../ways/open-vault.tsx';
import { FirstAccount } from './first-account.tsx';
import { MakeVault } from './make-vault.tsx';
import { MissingVault } from './missing-vault.tsx';
import { OpenPage } from './open-page.tsx';

interface Shown {
  readonly state: Response<'vault.status'>['state'];
  readonly firstRun: Response<'firstRun.get'>;
}

/** The page on which the vault is made, with its first account, and the window in which it is opened. */
export function Unlock({ ceremonies }: { ceremonies: Ceremonies }) {
  const problem = useSignal('');
  const { shown, refresh } = useAsked(ask, problem);
  const isStartingAnew = useSignal(false);
  const wasSettingUp = useRef(false);

  const opened = async () => {
    await refresh();
    await send('unlock.done');
  };

  if (!shown.value) {
    return problem.value ? (
      <Unanswered page="unlock" problem={problem} />
    ) : (
      <Unknown page="unlock" />
    );
  }
  const { state, firstRun } = shown.value;
  if (firstRun.step !== 'over') wasSettingUp.current = true;
  const begun = firstRun.step === 'begun' ? firstRun : undefined;
  const mayStart = state === 'none' || isStartingAnew.value || begun !== undefined;
  const isMissing = state === 'missing' && !mayStart;
  const isNew = (state === 'none' || state === 'missing') && !isMissing;
  return (
    <main class="unlock stack" data-state={state} data-step={firstRun.step}>
      <Brand />
      {problem.value && <Warning>{problem.value}</Warning>}
      {isNew && <MakeVault ceremonies={ceremonies} begun={begun} onCreated={refresh} />}
      {isMissing && (
        <>
          <h1>{t('missingTitle')}</h1>
          <MissingVault
            onStartAnew={() => {
              isStartingAnew.value = true;
            }}
          />
        </>
      )}
      {state === 'locked' && (
        <>
          <h1>{t('lockedTitle')}</h1>
          <p>{t('lockedExplained')}</p>
          <OpenVault ceremonies={ceremonies} onOpened={opened} takesFocus />
        </>
      )}
      {state === 'open' && firstRun.step === 'account' && <FirstAccount onLater={refresh} />}
      {state === 'open' && firstRun.step !== 'account' && (
        <OpenPage isSetUp={wasSettingUp.current} />
      )}
    </main>
  );
}

async function ask(): Promise<Shown> {
  const [{ state }, firstRun] = await Promise.all([send('vault.status'), send('firstRun.get')]);
  return { state, firstRun };
}
