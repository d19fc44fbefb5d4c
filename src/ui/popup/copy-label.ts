import { issuerName } from '../account-name.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';

/**
 * What a row's button is called, since its own text is a code.
 *
 * @param place where the row stands, if the account has another one elsewhere
 */
export function copyLabel(account: AccountRow, place: string | undefined): string {
  const key = account.proof === 'unverified' ? 'copyCodeUnverified' : 'copyCode';
  return placed(t(key, issuerName(account), account.account), place);
}

/** The same while the code is hidden: the row shows it first. */
export function showLabel(account: AccountRow, place: string | undefined): string {
  return placed(t('showCodeOf', issuerName(account), account.account), place);
}

/** The same for the button that asks for a counter's next code. */
export function nextCodeLabel(account: AccountRow, place: string | undefined): string {
  return placed(t('nextCodeOf', issuerName(account), account.account), place);
}

function placed(label: string, place: string | undefined): string {
  return place === undefined ? label : t('labelAt', label, place);
}
