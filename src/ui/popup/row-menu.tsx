import { EllipsisVertical } from 'lucide-preact';
import { accountName } from '../account-name.ts';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { Menu } from '../kit/menu.tsx';
import { isTimed } from './codes.ts';

export interface RowActs {
  readonly onNextCode: (account: AccountRow) => void;
  readonly onPin: (account: AccountRow) => void;
  readonly onUseHere: ((account: AccountRow) => void) | undefined;
}

/** What else can be done about an account. */
export function RowMenu({ account, acts }: { account: AccountRow; acts: RowActs }) {
  const { onNextCode, onPin, onUseHere } = acts;
  return (
    <Menu
      label={t('rowMenuOf', accountName(account))}
      icon={EllipsisVertical}
      items={[
        ...(isTimed(account)
          ? [{ id: 'next-code', label: t('showNextCode'), onSelect: () => onNextCode(account) }]
          : []),
        ...(onUseHere
          ? [{ id: 'use-here', label: t('useOnThisPage'), onSelect: () => onUseHere(account) }]
          : []),
        {
          id: 'pin',
          label: t(account.pinned ? 'unpin' : 'pin'),
          onSelect: () => onPin(account),
        },
      ]}
    />
  );
}
