import { useId } from 'preact/hooks';
import { numeral, t } from '../i18n.ts';
import './progress.css';

export interface ProgressProps {
  /** What is under way. */
  readonly label: string;
  /** Left out where nobody knows how far it is. */
  readonly value?: number | undefined;
  readonly max?: number | undefined;
  /** Left out where it cannot be stopped. */
  readonly onCancel?: (() => void) | undefined;
}

/** How far something is that takes over half a second. */
export function Progress({ label, value, max = 1, onCancel }: ProgressProps) {
  const id = useId();
  const share = value === undefined ? undefined : Math.min(1, Math.max(0, value / max));
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      {share !== undefined && (
        <span class="share" aria-hidden="true">
          {numeral(Math.floor(share * 100) / 100, { style: 'percent' })}
        </span>
      )}
      <progress id={id} {...(share !== undefined && { value: share })} />
      {onCancel && (
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </div>
  );
}
