import { accountName } from '../account-name.ts';
import { t, tn } from '../i18n.ts';
import { type Unverified, UnverifiedActions, type UnverifiedProps } from './unverified-actions.tsx';

interface Props extends Omit<UnverifiedProps, 'account'> {
  readonly accounts: readonly Unverified[];
}

/** Enrolments that were left half-way. One stands open; several do not push the codes away. */
export function UnverifiedCard({ accounts, ...actions }: Props) {
  if (accounts.length === 0) return null;
  const isOne = accounts.length === 1;
  return (
    <details class="notice unverified" open={isOne}>
      <summary>{tn('unfinishedEnrolments', accounts.length)}</summary>
      <p class="small">{t('unverifiedExplained')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.id}>
            <bdi dir="auto">{accountName(account)}</bdi>
            <span class="actions">
              <UnverifiedActions account={account} {...actions} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
