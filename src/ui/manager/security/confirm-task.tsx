import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { LateProgress } from '../../kit/late-progress.tsx';
import type { Attempts } from '../../ways/attempts.ts';
import type { Ceremonies } from '../../ways/ceremonies.ts';
import { Problem } from '../../ways/problem.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly explained: string;
  /** The verb on the button that goes on, and that button's id and look. */
  readonly action: string;
  readonly actionId: string;
  readonly look: 'primary' | 'danger';
  readonly attempts: Attempts;
  readonly ceremonies: Ceremonies;
  readonly onConfirmed: () => Promise<void>;
  readonly onClose: () => void;
}

/** A task that needs nothing more than to be wanted. The way out comes first, and so has the focus. */
export function ConfirmTask(props: Props) {
  const { id, title, explained, action, actionId, look, attempts, ceremonies } = props;
  return (
    <Dialog id={id} title={title} onClose={props.onClose}>
      <Problem attempts={attempts} ceremonies={ceremonies} />
      <p>{explained}</p>
      <div class="actions" aria-busy={attempts.busy.value}>
        <button type="button" data-action="cancel" onClick={props.onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          id={actionId}
          class={look}
          onClick={() =>
            attempts.run(async () => {
              attempts.doing.value = t('vaultSealing');
              await props.onConfirmed();
            })
          }
        >
          {action}
        </button>
      </div>
      <LateProgress label={attempts.doing.value} />
    </Dialog>
  );
}
