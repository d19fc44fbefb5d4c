import { accountName } from '../account-name.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';

/** What tells a row of an account from another one that is called the same: the site's host, or when it was added. */
export type Place = { readonly host: string } | { readonly added: string };

/**
 * What a row's button does. Its name is all that stands on it: names, and the code.
 *
 * @param place where the row stands, if the account has another one elsewhere
 */
export function copyLabel(account: AccountRow, place: Place | undefined): string {
  const key = account.proof === 'unverified' ? 'copyCodeUnverified' : 'copyCode';
  return placed(t(key, accountName(account)), place);
}

/** The same while the code is hidden: the row shows it first. */
export function showLabel(account: AccountRow, place: Place | undefined): string {
  return placed(t('showCodeOf', accountName(account)), place);
}

/** The same for the button that asks for a counter's next code. */
export function nextCodeLabel(account: AccountRow, place: Place | undefined): string {
  return placed(t('nextCodeOf', accountName(account)), place);
}

function placed(label: string, place: Place | undefined): string {
  if (place === undefined) return label;
  return 'host' in place ? t('labelAt', label, place.host) : t('labelAdded', label, place.added);
}
