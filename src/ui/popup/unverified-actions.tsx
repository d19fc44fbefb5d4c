import { accountName } from '../account-name.ts';
import { t } from '../i18n.ts';

/** An account that the site has accepted no code of yet. */
export interface Unverified {
  readonly id: string;
  readonly issuer: string;
  readonly account: string;
  readonly organisation: string;
}

export interface UnverifiedProps {
  readonly account: Unverified;
  readonly onFinish: (account: Unverified) => void;
  readonly onRemove: (account: Unverified) => void;
}

/** The two ways on with an enrolment that was left half-way. */
export function UnverifiedActions({ account, onFinish, onRemove }: UnverifiedProps) {
  const name = accountName(account);
  return (
    <>
      <button
        type="button"
        class="finish-enrolment"
        aria-label={t('finishEnrolmentOf', name)}
        onClick={() => onFinish(account)}
      >
        {t('finishEnrolment')}
      </button>
      <button
        type="button"
        class="remove-account"
        aria-label={t('removeAccountOf', name)}
        onClick={() => onRemove(account)}
      >
        {t('remove')}
      </button>
    </>
  );
}
