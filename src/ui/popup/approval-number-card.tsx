import { t } from '../i18n.ts';

interface Props {
  readonly number: number;
  /** Of a tab that has no toolbar button. */
  readonly isElsewhere: boolean;
}

/** The number that is to be picked in the approval window, for who does not see the toolbar button's badge. */
export function ApprovalNumberCard({ number, isElsewhere }: Props) {
  return (
    <section class="notice stack" aria-labelledby="approval-title">
      <h2 id="approval-title">{t('approvalTitle')}</h2>
      <p class="number" id="approval-number">
        {`${number}`.padStart(2, '0')}
      </p>
      <p>{t('approvalPick')}</p>
      <p class="small">{isElsewhere ? t('approvalElsewhere') : howToPin()}</p>
    </section>
  );
}

function howToPin(): string {
  return t(import.meta.env.FIREFOX ? 'pinInFirefox' : 'pinInChrome');
}
