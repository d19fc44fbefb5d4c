import type { ComponentChildren } from 'preact';
import { t } from './i18n.ts';

interface Props {
  /** Leads to the page that checks the clock. */
  readonly check: ComponentChildren;
  readonly onDismiss: () => void;
}

/** After a site refused a code: the clock may be the reason. */
export function ClockDoubtCard({ check, onDismiss }: Props) {
  return (
    <section class="notice stack" id="clock-doubt" role="status">
      <p>{t('clockDoubt')}</p>
      <p class="actions">
        {check}
        <button type="button" class="quiet" id="dismiss-clock" onClick={onDismiss}>
          {t('dismiss')}
        </button>
      </p>
    </section>
  );
}
