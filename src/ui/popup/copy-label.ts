import { issuerName } from '../account-name.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';

/** What a row's button is called, since its own text is a code. */
export function copyLabel(account: AccountRow): string {
  const key = account.proof === 'unverified' ? 'copyCodeUnverified' : 'copyCode';
  return t(key, issuerName(account), account.account);
}
