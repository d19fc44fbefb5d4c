import type { Response } from '../messages/protocol.ts';
import { accountName } from './account-name.ts';
import { t } from './i18n.ts';

/** What became of an account that was to be added. */
export function addedSentence(added: Response<'enrolment.add'>): string {
  const name = accountName(added);
  if (added.kind === 'added') return t('accountAdded', name);
  return t(added.restored ? 'alreadyHereRestored' : 'alreadyHere', name);
}

/** What becomes of its codes at the site that it was added on: whether the browser lets them be filled in there. */
export function siteSentence(host: string, isAllowed: boolean): string {
  return t(isAllowed ? 'siteAllowed' : 'siteNotAllowed', host);
}
