import { accountName } from '../../account-name.ts';
import { isAccount, type ShownFinding } from '../../enrolment/finding.ts';
import { visibleLabel } from '../../enrolment/offer-question.ts';
import { t, tn } from '../../i18n.ts';

/** What was not found before. */
export function newlyFound(
  before: readonly ShownFinding[],
  now: readonly ShownFinding[],
): readonly ShownFinding[] {
  const known = new Set(before.map(keyOf));
  return now.filter((finding) => !known.has(keyOf(finding)));
}

/** What is said when something was read, beside what is shown of it. */
export function foundSentence(found: readonly ShownFinding[]): string {
  const accounts = found.filter(isAccount);
  const [account] = accounts;
  if (accounts.length > 1) return tn('addFoundMany', accounts.length);
  if (account) return t('addFoundOne', accountName(visibleLabel(account)));
  return t(found.length > 0 ? 'addFoundOther' : 'addFoundAgain');
}

/** A finding by what does not change with the vault: an account's state does. */
function keyOf(finding: ShownFinding): string {
  return isAccount(finding) ? finding.id : JSON.stringify(finding);
}
