import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';

/** The site has not accepted a code of the account yet. */
export function ProofMark({ account }: { account: AccountRow }) {
  return account.proof === 'unverified' ? (
    <span class="caution-mark">{t('notVerified')}</span>
  ) : null;
}
