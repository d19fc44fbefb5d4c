import { type MessageKey, t } from '../../i18n.ts';
import { useAttempts } from '../../ways/attempts.ts';
import type { Ceremonies, NewWay } from '../../ways/ceremonies.ts';
import { NewPasskey } from '../../ways/new-passkey.tsx';
import { NewPassphrase } from '../../ways/new-passphrase.tsx';
import { NewRecoveryCode } from '../../ways/new-recovery-code.tsx';
import { ConfirmTask } from './confirm-task.tsx';
import type { Task } from './task.ts';
import { TaskDialog } from './task-dialog.tsx';
import { nameOfWay } from './way-name.ts';

interface Props {
  readonly task: Task;
  readonly ceremonies: Ceremonies;
  /** Adds it, or puts it in the place of what the task replaces. */
  readonly onNewWay: (way: NewWay) => Promise<void>;
  /** Does what needs nothing more than to be wanted. */
  readonly onConfirmed: () => Promise<void>;
  readonly onClose: () => void;
}

/** The dialog of the task that is under way. */
export function TaskView({ task, ceremonies, onNewWay, onConfirmed, onClose }: Props) {
  const attempts = useAttempts();
  const frame = { attempts, ceremonies, onClose };
  const keep = async (way: NewWay) => {
    attempts.doing.value = t('vaultSealing');
    await onNewWay(way);
  };
  switch (task.kind) {
    case 'passkey':
      return (
        <TaskDialog {...frame} id="new-passkey" title={titleOf(task, 'addPasskey', 'replaceWay')}>
          <p>{t('newPasskeyExplained')}</p>
          <NewPasskey
            ceremonies={ceremonies}
            attempts={attempts}
            existing={task.existing}
            defaultName={task.replaces?.name || t('passkeyOtherName')}
            onKey={keep}
          />
        </TaskDialog>
      );
    case 'passphrase':
      return (
        <TaskDialog
          {...frame}
          id="new-passphrase"
          title={titleOf(task, 'setPassphrase', 'changeWay')}
        >
          <p>{t('passphraseExplained')}</p>
          <NewPassphrase
            ceremonies={ceremonies}
            onPassphrase={(passphrase) =>
              attempts.run(async () => {
                attempts.doing.value = t('passphraseWorked');
                const key = await ceremonies.createPassphrase(passphrase);
                await keep({ ...key, name: task.replaces?.name ?? '' });
              })
            }
          />
        </TaskDialog>
      );
    case 'recovery':
      return (
        <TaskDialog {...frame} id="new-recovery-code" title={t('newRecoveryCode')}>
          {task.replaces && <p>{t('oldRecoveryCodeExplained')}</p>}
          <NewRecoveryCode
            recoveryCode={task.recoveryCode}
            finishLabel={t('useRecoveryCode')}
            onKept={() => attempts.run(() => keep({ recoveryCode: task.recoveryCode }))}
          />
        </TaskDialog>
      );
    case 'remove':
      return (
        <ConfirmTask
          {...frame}
          id="remove-way"
          title={t('removeTitle', nameOfWay(task.way))}
          explained={t('removeExplained')}
          action={t('remove')}
          actionId="confirm-remove"
          look="danger"
          onConfirmed={onConfirmed}
        />
      );
    case 'change-key':
      return (
        <ConfirmTask
          {...frame}
          id="change-key-dialog"
          title={t('changeKeyTitle')}
          explained={t('changeKeyConfirm')}
          action={t('changeKey')}
          actionId="confirm-change-key"
          look="primary"
          onConfirmed={onConfirmed}
        />
      );
  }
}

function titleOf(
  { replaces }: Extract<Task, { readonly kind: 'passkey' | 'passphrase' }>,
  add: MessageKey,
  replace: MessageKey,
): string {
  return replaces ? t(replace, nameOfWay(replaces)) : t(add);
}
