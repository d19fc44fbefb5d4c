import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { useAsked } from '../use-asked.ts';
import type { Ceremonies, Way } from './ceremonies.ts';
import { CreateVault } from './create-vault.tsx';
import { OpenVault } from './open-vault.tsx';

const TITLES = { none: 'createTitle', locked: 'lockedTitle', open: 'openTitle' } as const;

interface Shown {
  readonly state: Response<'vault.status'>['state'];
  readonly ways: readonly Way[];
}

/** The window in which the vault is made and opened. */
export function Unlock({ ceremonies }: { ceremonies: Ceremonies }) {
  const problem = useSignal('');
  const busy = useSignal(false);
  const { shown, refresh } = useAsked(ask, problem);

  const attempt = async (act: () => Promise<void>) => {
    if (busy.value) return;
    busy.value = true;
    problem.value = '';
    try {
      await act();
    } catch (error) {
      problem.value = errorSentence(error);
    } finally {
      busy.value = false;
    }
  };
  const done = async () => {
    await refresh();
    await send('unlock.done');
  };

  if (!shown.value) return problem.value ? <Warning>{problem.value}</Warning> : null;
  const { state, ways } = shown.value;
  return (
    <main class="unlock stack" data-state={state} aria-busy={busy.value}>
      <h1>{t(TITLES[state])}</h1>
      {problem.value && <Warning>{problem.value}</Warning>}
      {state === 'none' && (
        <CreateVault ceremonies={ceremonies} attempt={attempt} onCreated={done} />
      )}
      {state === 'locked' && (
        <OpenVault ways={ways} ceremonies={ceremonies} attempt={attempt} onOpened={done} />
      )}
      {state === 'open' && <p role="status">{t('openExplained')}</p>}
    </main>
  );
}

async function ask(): Promise<Shown> {
  const { state } = await send('vault.status');
  return { state, ways: state === 'locked' ? (await send('vault.ways')).ways : [] };
}
