import type { AccountFinding } from '../enrolment/finding.ts';
import { OfferHeading } from '../enrolment/offer-heading.tsx';
import { offerQuestion } from '../enrolment/offer-question.ts';
import { stateSentence } from '../enrolment/state-sentence.ts';
import { t } from '../i18n.ts';

interface Props {
  readonly finding: AccountFinding;
  readonly scanned: boolean;
  readonly onScan: () => void;
  /** It was chosen from a list just now. */
  readonly focused: boolean;
}

/** The vault was locked when the code was read: it has to be read again. */
export function WaitingCard({ finding, scanned, onScan, focused }: Props) {
  return (
    <section class="notice offer stack" data-state={finding.state} aria-label={t('offerTitle')}>
      <OfferHeading focused={focused}>{offerQuestion(finding)}</OfferHeading>
      <p>
        {stateSentence(finding.state)} {t(scanned ? 'waitingScan' : 'waitingSoon')}
      </p>
      {scanned && (
        <p class="actions">
          <button type="button" class="primary" id="scan-again" onClick={onScan}>
            {t('scanPage')}
          </button>
        </p>
      )}
    </section>
  );
}
