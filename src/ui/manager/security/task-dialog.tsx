import type { ComponentChildren } from 'preact';
import { t } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { LateProgress } from '../../kit/late-progress.tsx';
import type { Attempts } from '../../ways/attempts.ts';
import type { Ceremonies } from '../../ways/ceremonies.ts';
import { Problem } from '../../ways/problem.tsx';

interface Props {
  readonly id: string;
  readonly title: string;
  readonly attempts: Attempts;
  readonly ceremonies: Ceremonies;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** One task at the ways in, with what went wrong in it, and the way out. */
export function TaskDialog({ id, title, attempts, ceremonies, onClose, children }: Props) {
  return (
    <Dialog id={id} title={title} onClose={onClose}>
      <div class="stack" aria-busy={attempts.busy.value}>
        <Problem attempts={attempts} ceremonies={ceremonies} />
        {children}
        <LateProgress label={attempts.doing.value} />
      </div>
      <button type="button" class="quiet" data-action="cancel" onClick={onClose}>
        {t('cancel')}
      </button>
    </Dialog>
  );
}
