import { t } from './i18n.ts';

interface Label {
  readonly issuer: string;
  readonly account: string;
  readonly organisation: string;
}

/** Who asks for the code. At Microsoft every organisation has the same issuer: the organisation comes first. */
export function issuerName({ organisation, issuer }: Label): string {
  return [organisation, issuer].filter(Boolean).join(' · ');
}

/** An account in a sentence. */
export function accountName(label: Label): string {
  const issuer = issuerName(label);
  if (issuer && label.account) return t('namedAccount', issuer, label.account);
  return issuer || label.account || t('namelessAccount');
}
