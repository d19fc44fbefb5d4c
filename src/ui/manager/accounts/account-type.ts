import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';

/** How the codes of an account come about, in words. */
export function accountType({ type, period }: Pick<AccountRow, 'type' | 'period'>): string {
  switch (type) {
    case 'totp':
      return t('kindTotp', `${period}`);
    case 'hotp':
      return t('kindHotp');
    case 'steam':
      return t('kindSteam');
  }
}
