import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { changeSentence } from '../change-sentence.ts';
import { t } from '../i18n.ts';
import { Toast } from '../kit/toast.tsx';
import { useAttempt } from '../use-attempt.ts';
import type { Guard } from '../ways/guard.tsx';

interface Props {
  readonly change: Response<'vault.status'>['undo'];
  readonly guard: Guard;
}

/** Takes back the last change, wherever the user is. */
export function UndoBar({ change, guard }: Props) {
  const said = useSignal('');
  const { problem, attempt } = useAttempt();
  const undo = () => {
    said.value = '';
    void attempt(async () => {
      const undone = await guard(async () => {
        await send('vault.undo');
        return true;
      });
      if (undone) said.value = t('undoneSaid');
    });
  };
  return (
    <Toast
      problem={problem.value}
      undo={change && { label: t('undoChange', changeSentence(change)), onUndo: undo }}
      said={said.value}
    />
  );
}
