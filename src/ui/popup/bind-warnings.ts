import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import type { SpelledHost } from './look-alikes.ts';
import type { Site } from './sign-in-cards.ts';

/** What speaks against giving an account's codes to a site: the user has to say that he has looked. */
export function bindWarnings(
  site: Pick<Site, 'isMicrosoft'>,
  lookAlikes: readonly SpelledHost[],
  account: Pick<AccountRow, 'kind'>,
): string[] {
  const alike = lookAlikes.map(({ host, unicode }) =>
    unicode === undefined ? t('bindLookAlike', host) : t('bindLookAlikeReads', host, unicode),
  );
  const isElsewhere = account.kind !== 'other' && !site.isMicrosoft;
  return isElsewhere ? [...alike, t('bindNotMicrosoft')] : alike;
}
