import { accountName } from '../account-name.ts';
import { formatCode } from '../accounts/format-code.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import type { CurrentCode } from './codes.ts';

/**
 * What is to be said of the code that stands in a row: that it is about to change, and the next one where the user wants
 * it. The same sentence for as long as that is so, so that it is read out once.
 */
export function codeSentence(
  account: AccountRow,
  current: CurrentCode | undefined,
  isNextWanted: boolean,
): string {
  if (current?.next === undefined) return '';
  const says = [accountName(account), formatCode(current.next)] as const;
  if (current.isShort) return t('codeAboutToChange', ...says);
  return isNextWanted ? t('nextCodeIs', ...says) : '';
}
