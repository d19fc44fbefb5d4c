import { accountName } from '../account-name.ts';
import { formatCode } from '../accounts/format-code.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import type { CurrentCode } from './codes.ts';

/**
 * What is to be said of the code that stands in a row: that it is about to change, and the next one where the user wants
 * it, or the code itself where it was hidden before. The same sentence for as long as that is so, so that it is read out once.
 *
 * @param isShown codes are hidden, and the user has asked for this one
 */
export function codeSentence(
  account: AccountRow,
  current: CurrentCode | undefined,
  isNextWanted: boolean,
  isShown: boolean,
): string {
  if (!current) return '';
  const name = accountName(account);
  const { code, next, isShort } = current;
  if (next !== undefined && isShort) return t('codeAboutToChange', name, formatCode(next));
  if (next !== undefined && isNextWanted) return t('nextCodeIs', name, formatCode(next));
  return isShown ? t('codeIs', name, formatCode(code)) : '';
}
