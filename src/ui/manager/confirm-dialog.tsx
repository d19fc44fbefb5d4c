import type { ComponentChildren } from 'preact';
import { t } from '../i18n.ts';
import { Dialog } from '../kit/dialog.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  /** The verb on the button that goes on. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** For what cannot be undone: says in words what happens. The button that goes on is not the first. */
export function ConfirmDialog({ id, title, action, onConfirm, onCancel, children }: Props) {
  return (
    <Dialog id={id} title={title} onClose={onCancel}>
      <p>{children}</p>
      <div class="actions">
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
        <button type="button" class="danger" onClick={onConfirm}>
          {action}
        </button>
      </div>
    </Dialog>
  );
}
