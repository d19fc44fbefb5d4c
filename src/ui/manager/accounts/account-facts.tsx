import type { AccountRow } from '../../accounts/use-accounts.ts';
import { whoseAccount } from '../../enrolment/whose-account.ts';
import { t } from '../../i18n.ts';
import { moment } from '../../moment.ts';

interface Props {
  readonly account: AccountRow;
  /** Another row is called the same: it says since when this one is there. */
  readonly isTwin: boolean;
}

/** What is worth knowing of an account at a glance. What cannot be told, or goes without saying, is left out. */
export function AccountFacts({ account, isTwin }: Props) {
  const { kind, proof, pinned, elsewhere, mode, createdAt, needsAction } = account;
  return (
    <span class="kind">
      {kind !== 'other' && <span class="fact whose">{whoseAccount(kind)}</span>}
      {proof === 'verified' && <span class="fact proof">{t('verified')}</span>}
      {mode === 'ask' && <span class="fact mode">{t('asksFirst')}</span>}
      {elsewhere !== undefined && (
        <span class="fact elsewhere" dir="auto">
          {t('alsoOn', elsewhere)}
        </span>
      )}
      {isTwin && <span class="fact added">{t('addedOn', moment(createdAt, 'exactly'))}</span>}
      {proof === 'unverified' && <span class="caution-mark proof">{t('notVerifiedYet')}</span>}
      {needsAction && proof !== 'unverified' && (
        <span class="caution-mark">{t('needsAction')}</span>
      )}
      {pinned && <span class="mark">{t('pinned')}</span>}
    </span>
  );
}
