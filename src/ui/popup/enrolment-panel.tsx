import type { Confirmed } from '../enrolment/finding.ts';
import { OtherFindingCard } from '../enrolment/other-finding-card.tsx';
import { TransferProgress } from '../enrolment/transfer-progress.tsx';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';
import { AccountOffers } from './account-offers.tsx';
import { AddedCard } from './added-card.tsx';
import { DriveCard } from './drive-card.tsx';
import { EnrolHereCard } from './enrol-here-card.tsx';
import { type Enrolment, enrolmentCards } from './enrolment-cards.ts';
import type { UnverifiedProps } from './unverified-actions.tsx';

interface Props extends Omit<UnverifiedProps, 'account'> {
  readonly enrolment: Enrolment;
  /** The last scan from this popup found nothing; undefined before there was one. */
  readonly foundNothing: boolean | undefined;
  readonly onAdd: (confirmed: Confirmed) => Promise<boolean>;
  readonly onScan: () => void;
  readonly onEnrol: () => void;
  readonly onStop: () => void;
  readonly onDismiss: () => void;
}

/** All that is to be said of this tab's page: what its codes are, and where its enrolment stands. */
export function EnrolmentPanel({ enrolment, foundNothing, ...on }: Props) {
  const { transfer, scanned, site } = enrolment;
  const cards = enrolmentCards(enrolment, foundNothing);
  const { drive, added, accounts, others } = cards;
  return (
    <>
      {drive && (
        <DriveCard
          drive={drive}
          added={enrolment.added}
          waitsForUser={accounts.length > 0}
          onStop={on.onStop}
          onTryAgain={on.onEnrol}
          onFinish={on.onFinish}
          onRemove={on.onRemove}
        />
      )}
      {added && <AddedCard added={added} />}
      {transfer && (
        <TransferProgress transfer={transfer}>
          <p class="small">{t('transferMore')}</p>
        </TransferProgress>
      )}
      <AccountOffers
        accounts={accounts}
        site={site}
        scanned={scanned}
        onAdd={on.onAdd}
        onScan={on.onScan}
      />
      {others.map((finding) => (
        <OtherFindingCard key={JSON.stringify(finding)} finding={finding} />
      ))}
      {cards.canDrivePast && (
        <div class="drive-past">
          <p>{t('findingPushDriven')}</p>
          <button type="button" class="primary" id="enrol-here" onClick={on.onEnrol}>
            {t('enrolHere')}
          </button>
        </div>
      )}
      {cards.enrolHere && <EnrolHereCard onEnrol={on.onEnrol} />}
      {cards.nothingRead && <Warning>{t('nothingRead')}</Warning>}
      {cards.canDismiss && (
        <p class="dismiss">
          <button type="button" class="quiet" id="dismiss-enrolment" onClick={on.onDismiss}>
            {t('dismiss')}
          </button>
        </p>
      )}
    </>
  );
}
