import { useSignal } from '@preact/signals';
import { useCallback, useEffect } from 'preact/hooks';
import { onChanged, send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { errorSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
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
  const shown = useSignal<Shown | undefined>(undefined);
  const problem = useSignal('');
  const busy = useSignal(false);

  const attempt = useCallback(
    async (act: () => Promise<void>) => {
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
    },
    [busy, problem],
  );
  const refresh = useCallback(
    () =>
      ask().then(
        (asked) => {
          shown.value = asked;
        },
        (error: unknown) => {
          problem.value = errorSentence(error);
        },
      ),
    [shown, problem],
  );
  const done = useCallback(async () => {
    await refresh();
    await send('unlock.done');
  }, [refresh]);

  useEffect(() => {
    void refresh();
    return onChanged(() => void refresh());
  }, [refresh]);

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
