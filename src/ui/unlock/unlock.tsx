import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { type MessageKey, t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { Unanswered } from '../unanswered.tsx';
import { useAsked } from '../use-asked.ts';
import type { Ceremonies } from '../ways/ceremonies.ts';
import { OpenVault } from '../ways/open-vault.tsx';
import { CreateVault } from './create-vault.tsx';
import { MissingVault } from './missing-vault.tsx';

type State = Response<'vault.status'>['state'];

const TITLES: Record<State, MessageKey> = {
  none: 'createTitle',
  missing: 'missingTitle',
  locked: 'lockedTitle',
  open: 'openTitle',
};

/** The window in which the vault is made and opened. */
export function Unlock({ ceremonies }: { ceremonies: Ceremonies }) {
  const problem = useSignal('');
  const { shown, refresh } = useAsked(ask, problem);
  const isStartingAnew = useSignal(false);
  const isNew = useSignal(false);

  const opened = async () => {
    await refresh();
    await send('unlock.done');
  };
  /** The window stays: what the new vault wants next is one click away in it. */
  const created = async () => {
    isNew.value = true;
    await refresh();
  };

  const state = shown.value;
  if (!state) return problem.value ? <Unanswered page="unlock" problem={problem} /> : null;
  const isCreating = state === 'none' || (state === 'missing' && isStartingAnew.value);
  return (
    <main class="unlock stack" data-state={state}>
      <h1>{t(isCreating ? TITLES.none : TITLES[state])}</h1>
      {problem.value && <Warning>{problem.value}</Warning>}
      {isCreating && <CreateVault ceremonies={ceremonies} onCreated={created} />}
      {state === 'missing' && !isCreating && (
        <MissingVault
          onStartAnew={() => {
            isStartingAnew.value = true;
          }}
        />
      )}
      {state === 'locked' && <OpenVault ceremonies={ceremonies} onOpened={opened} />}
      {state === 'open' && (
        <>
          <p role="status">{t(isNew.value ? 'createdExplained' : 'openExplained')}</p>
          <p>
            <a id="to-manager" href="manager.html#security" target="_blank" rel="noreferrer">
              {t(isNew.value ? 'addAnotherWay' : 'toManager')}
            </a>
          </p>
        </>
      )}
    </main>
  );
}

async function ask(): Promise<State> {
  return (await send('vault.status')).state;
}
