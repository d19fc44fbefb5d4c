import { accountName } from '../account-name.ts';
import { t } from '../i18n.ts';
import type { AddedHere } from './enrolment-cards.ts';

/** What was added from the wizard of this tab, and whether Microsoft has accepted it. */
export function AddedCard({ added }: { added: AddedHere }) {
  return (
    <p class="notice" role="status" data-verified={added.verified}>
      {t(added.verified ? 'addedVerified' : 'addedUnverified', accountName(added))}
    </p>
  );
}
