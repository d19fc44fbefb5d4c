import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';

/** How many of the accounts on show were left half-way through their enrolment. */
export function UnverifiedHere({ accounts }: { accounts: readonly AccountRow[] }) {
  const count = accounts.filter(({ proof }) => proof === 'unverified').length;
  if (count === 0) return null;
  return (
    <p class="notice" id="unverified-here">
      {count === 1 ? t('unverifiedHereOne') : t('unverifiedHereMany', `${count}`)}
    </p>
  );
}
