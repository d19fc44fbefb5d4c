import type { Response } from '../../messages/protocol.ts';
import { changeSentence } from '../change-sentence.ts';
import { t } from '../i18n.ts';

interface Props {
  readonly change: NonNullable<Response<'vault.status'>['undo']>;
  readonly onUndo: () => void;
}

/** Takes the last change back. */
export function UndoButton({ change, onUndo }: Props) {
  return (
    <button type="button" class="quiet" id="undo" onClick={onUndo}>
      {t('undoChange', changeSentence(change))}
    </button>
  );
}
