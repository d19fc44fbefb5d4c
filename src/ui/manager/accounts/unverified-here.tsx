import type { AccountRow } from '../../accounts/use-accounts.ts';
import { tn } from '../../i18n.ts';

/** How many of the accounts on show were left half-way through their enrolment. */
export function UnverifiedHere({ accounts }: { accounts: readonly AccountRow[] }) {
  const count = accounts.filter(({ proof }) => proof === 'unverified').length;
  if (count === 0) return null;
  return (
    <p class="notice" id="unverified-here">
      {tn('unverifiedHere', count)}
    </p>
  );
}
