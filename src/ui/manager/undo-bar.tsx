import { useSignal } from '@preact/signals';
import { send } from '../../messages/client.ts';
import type { Response } from '../../messages/protocol.ts';
import { changeSentence } from '../change-sentence.ts';
import { t } from '../i18n.ts';
import { Said, Warning } from '../notice.tsx';
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
    <footer class="undo-bar">
      {problem.value && <Warning>{problem.value}</Warning>}
      {change && (
        <button type="button" class="quiet" id="undo" onClick={undo}>
          {t('undoChange', changeSentence(change))}
        </button>
      )}
      <Said>{said.value}</Said>
    </footer>
  );
}
