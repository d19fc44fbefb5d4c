import { issuerName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { language, t } from '../../i18n.ts';
import { hostsOf } from './hosts-of.ts';

/** What is to be done at the site before an account goes, so that nobody is locked out. */
export interface RemovalAdvice {
  readonly sentence: string;
  /** Microsoft's page where that is done. */
  readonly methodsPage?: string;
}

/** Undefined where the site is not known. That no code was seen to be accepted does not say that none was. */
export function removalAdvice(account: AccountRow): RemovalAdvice | undefined {
  const { methodsPage, origins } = account;
  if (methodsPage !== undefined) return { sentence: microsoftSentence(account), methodsPage };
  if (origins.length === 0) return undefined;
  const hosts = new Intl.ListFormat(language()).format(hostsOf(origins));
  return { sentence: t('removeAtSite', hosts) };
}

function microsoftSentence(row: AccountRow): string {
  const { kind, organisation } = row;
  const who = row.account || issuerName(row) || t('namelessAccount');
  if (kind === 'personal') return t('removeAtMicrosoftPersonal', who);
  return organisation ? t('removeAtMicrosoftIn', who, organisation) : t('removeAtMicrosoft', who);
}
