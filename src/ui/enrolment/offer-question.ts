import { visibleText } from '../../qr/visible-text.ts';
import { accountName } from '../account-name.ts';
import { t } from '../i18n.ts';
import type { AccountFinding } from './finding.ts';

type Label = Pick<AccountFinding, 'issuer' | 'account' | 'organisation'>;

/** Characters of a name that are shown. */
const LONGEST_NAME = 100;

/** "Add Contoso, alex@contoso.example?": by what the user knows it, and as it may be shown. */
export function offerQuestion(label: Label): string {
  const shown = visibleLabel(label);
  const issuer = shown.organisation || shown.issuer;
  return issuer && shown.account
    ? t('offerQuestion', issuer, shown.account)
    : t('offerQuestionOne', accountName(shown));
}

/** The names that a stranger gave an account, as they may be shown. */
export function visibleLabel({ issuer, account, organisation }: Label): Label {
  return {
    issuer: visibleText(issuer, LONGEST_NAME),
    account: visibleText(account, LONGEST_NAME),
    organisation: visibleText(organisation, LONGEST_NAME),
  };
}
