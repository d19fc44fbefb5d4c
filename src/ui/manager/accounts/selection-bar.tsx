import { FolderInput, ListChecks, MoveVertical, Pin, PinOff, Trash2, X } from 'lucide-preact';
import { t, tn } from '../../i18n.ts';
import { Progress } from '../../kit/progress.tsx';
import type { Working } from '../use-working.ts';

interface Props {
  /** How many are selected, and how many of those are not on show. */
  readonly count: number;
  readonly elsewhere: number;
  /** How many the list has, on all its pages. */
  readonly found: number;
  readonly working: Working | undefined;
  readonly onSelectFound: () => void;
  readonly onClear: () => void;
  readonly onPin: (pinned: boolean) => void;
  readonly onGroup: () => void;
  readonly onMove: () => void;
  readonly onDelete: () => void;
}

/** What is selected, and what can be done with all of it. At the bottom, so that no row moves when it comes. */
export function SelectionBar(props: Props) {
  const { count, elsewhere, found, working } = props;
  return (
    <section class="selection-bar" aria-label={t('bulkActions')}>
      {working ? (
        <Progress
          label={working.label}
          value={working.done}
          max={working.of}
          onCancel={working.stop}
        />
      ) : (
        <>
          <p role="status" id="selected">
            <strong>{tn('selectedCount', count)}</strong>
            {elsewhere > 0 && <span class="quiet-text">{tn('selectedElsewhere', elsewhere)}</span>}
          </p>
          <div class="actions">
            <button type="button" id="bulk-group" onClick={props.onGroup}>
              <FolderInput />
              {t('groupMany')}
            </button>
            <button type="button" id="bulk-move" onClick={props.onMove}>
              <MoveVertical />
              {t('moveMany')}
            </button>
            <button type="button" id="bulk-pin" onClick={() => props.onPin(true)}>
              <Pin />
              {t('pin')}
            </button>
            <button type="button" id="bulk-unpin" onClick={() => props.onPin(false)}>
              <PinOff />
              {t('unpin')}
            </button>
            <button type="button" id="bulk-delete" onClick={props.onDelete}>
              <Trash2 />
              {t('delete')}
            </button>
            {count < found && (
              <button type="button" class="quiet" id="select-found" onClick={props.onSelectFound}>
                <ListChecks />
                {tn('selectFound', found)}
              </button>
            )}
            <button type="button" class="quiet" id="clear-selection" onClick={props.onClear}>
              <X />
              {t('clearSelection')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}
