import type { Response } from '../../messages/protocol.ts';
import { faultSentence } from '../fault-sentence.ts';
import { t } from '../i18n.ts';
import { Warning } from '../notice.tsx';

interface Props {
  readonly offer: Response<'enrolment.offer'>;
  readonly onAdd: () => void;
}

/** What the set-up code on the page of this tab is, and what can be done with it. */
export function OfferCard({ offer, onAdd }: Props) {
  switch (offer.kind) {
    case 'none':
      return null;
    case 'push':
      return <Warning>{t('offerPush')}</Warning>;
    case 'not-otpauth':
      return <Warning>{t('offerNotOtpauth')}</Warning>;
    case 'refused':
      return <Warning>{faultSentence(offer.code, offer.field)}</Warning>;
    case 'added':
      return (
        <p class="notice" role="status">
          {t('offerAdded')}
        </p>
      );
    case 'account':
      return (
        <section class="notice offer stack" aria-label={t('offerTitle')}>
          <p>{t('offerQuestion', offer.organisation || offer.issuer, offer.account)}</p>
          <p class="quiet-text">
            {offer.period === undefined
              ? t('offerCounterParameters', offer.algorithm, `${offer.digits}`)
              : t('offerParameters', offer.algorithm, `${offer.digits}`, `${offer.period}`)}
          </p>
          <button type="button" class="primary" onClick={onAdd}>
            {t('offerAdd')}
          </button>
        </section>
      );
  }
}
