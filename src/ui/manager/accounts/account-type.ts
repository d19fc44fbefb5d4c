import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t, tn } from '../../i18n.ts';

/** How the codes of an account come about, in words. */
export function accountType({ type, period = 30 }: Pick<AccountRow, 'type' | 'period'>): string {
  switch (type) {
    case 'totp':
      return tn('kindTotp', period);
    case 'hotp':
      return t('kindHotp');
    case 'steam':
      return t('kindSteam');
  }
}
