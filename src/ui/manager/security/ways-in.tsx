import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { t } from '../../i18n.ts';
import { Warning } from '../../notice.tsx';
import { useAsked } from '../../use-asked.ts';
import { useAttempts } from '../../ways/attempts.ts';
import type { Ceremonies, ListedWay, NewWay } from '../../ways/ceremonies.ts';
import { type Guard, verifyFirst } from '../../ways/guard.tsx';
import { Problem } from '../../ways/problem.tsx';
import { SAID, type Task } from './task.ts';
import { TaskView } from './task-view.tsx';
import { nameOfWay } from './way-name.ts';
import { WayRow } from './way-row.tsx';

interface Props {
  readonly ceremonies: Ceremonies;
  readonly guard: Guard;
  /** Says that something is done. */
  readonly say: (sentence: string) => void;
}

const listWays = () => send('ways.list');

/** The ways into the vault, and the key that they all lead to. */
export function WaysIn({ ceremonies, guard, say }: Props) {
  const problem = useSignal('');
  const { shown, refresh } = useAsked(listWays, problem);
  const attempts = useAttempts();
  const title = useRef<HTMLHeadingElement>(null);
  const task = useSignal<Task | undefined>(undefined);

  const close = () => {
    task.value = undefined;
  };
  /** Sends what a task came to, unless it was left meanwhile; its material outlives a verification. */
  const finish = async (finished: Task, act: () => Promise<void>, sentence: string) => {
    if (task.value !== finished) return;
    const done = await guard(async () => {
      await act();
      return true;
    });
    if (!done) return;
    // It is said when it can be seen.
    await refresh();
    if (task.value === finished) close();
    say(sentence);
    // What had the focus may have gone with its way in.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) title.current?.focus();
    });
  };
  const begin = (prepare: () => Promise<Task | undefined>) => () => {
    say('');
    return attempts.run(async () => {
      task.value = await prepare();
    });
  };

  const newPasskey = (replaces?: ListedWay) =>
    begin(async () => {
      if (!(await verifyFirst(guard))) return undefined;
      const { ways } = await send('vault.ways');
      const passkeys = ways.filter((way) => way.kind === 'passkey');
      // The device of the one that is replaced may make the new one.
      const existing = passkeys.filter((way) => way.credentialId !== replaces?.credentialId);
      return { kind: 'passkey', replaces, existing };
    });
  const newPassphrase = (replaces?: ListedWay) =>
    begin(async () => ({ kind: 'passphrase', replaces }));
  const newRecoveryCode = (replaces?: ListedWay) =>
    begin(async () => {
      const { recoveryCode } = await send('vault.newRecoveryCode');
      return { kind: 'recovery', replaces, recoveryCode };
    });
  const replace = (way: ListedWay) =>
    ({ passkey: newPasskey, passphrase: newPassphrase, recovery: newRecoveryCode })[way.kind](way);

  const rename = (way: ListedWay, name: string) =>
    attempts.run(async () => {
      await send('ways.rename', { id: way.id, name });
      await refresh();
      say(t('wayRenamed', name));
    });
  const takeNewWay = async (from: Task, way: NewWay) => {
    if (!('replaces' in from)) return;
    const { replaces, kind } = from;
    if (replaces) {
      const { id } = replaces;
      await finish(from, () => send('ways.replace', { id, by: way }), t(SAID[kind].replaced));
    } else {
      await finish(from, () => send('ways.add', way), t(SAID[kind].added));
    }
  };
  const doConfirmed = async (from: Task) => {
    if (from.kind === 'remove') {
      const { id } = from.way;
      const sentence = t('wayRemoved', nameOfWay(from.way));
      await finish(from, () => send('ways.remove', { id }), sentence);
    } else if (from.kind === 'change-key') {
      await finish(from, () => send('ways.changeKey'), t('keyChanged'));
    }
  };

  const current = task.value;
  const ways = shown.value ?? [];
  const has = (kind: ListedWay['kind']) => ways.some((way) => way.kind === kind);
  return (
    <>
      <section class="stack" aria-labelledby="ways-title">
        <h2 id="ways-title" ref={title} tabIndex={-1}>
          {t('waysTitle')}
        </h2>
        <p class="quiet-text">{t('waysExplained')}</p>
        {problem.value && <Warning>{problem.value}</Warning>}
        <Problem attempts={attempts} ceremonies={ceremonies} />
        <ul class="ways">
          {ways.map((way) => (
            <WayRow
              key={way.id}
              way={way}
              isLast={ways.length === 1}
              onRename={(name) => rename(way, name)}
              onReplace={replace(way)}
              onRemove={begin(async () => ({ kind: 'remove', way }))}
            />
          ))}
        </ul>
        {shown.value && (
          <div class="actions">
            <button type="button" id="add-passkey" class="primary" onClick={newPasskey()}>
              {t('addPasskey')}
            </button>
            {!has('passphrase') && (
              <button type="button" id="set-passphrase" onClick={newPassphrase()}>
                {t('setPassphrase')}
              </button>
            )}
            {!has('recovery') && (
              <button type="button" id="make-recovery-code" onClick={newRecoveryCode()}>
                {t('newRecoveryCode')}
              </button>
            )}
          </div>
        )}
      </section>
      <section class="stack" aria-labelledby="key-title">
        <h2 id="key-title">{t('keyTitle')}</h2>
        <p class="quiet-text">{t('keyExplained')}</p>
        <div class="actions">
          <button
            type="button"
            id="change-key"
            onClick={begin(async () => ({ kind: 'change-key' }))}
          >
            {t('changeKey')}
          </button>
        </div>
      </section>
      {current && (
        <TaskView
          task={current}
          ceremonies={ceremonies}
          onNewWay={(way) => takeNewWay(current, way)}
          onConfirmed={() => doConfirmed(current)}
          onClose={close}
        />
      )}
    </>
  );
}
