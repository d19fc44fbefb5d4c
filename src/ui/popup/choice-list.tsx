import type { Signal } from '@preact/signals';
import { accountName } from '../account-name.ts';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { t } from '../i18n.ts';
import { AccountIcon } from '../kit/account-icon.tsx';
import { ProofMark } from './proof-mark.tsx';
import { type ListKeys, RowList } from './row-list.tsx';
import { RowWho } from './row-who.tsx';
import { useRows } from './use-rows.ts';

interface Props extends ListKeys {
  readonly held: HeldAccounts;
  readonly question: Signal<AccountQuestion>;
  readonly host: string;
  readonly onChoose: (account: AccountRow) => void;
}

/** The accounts, of which one is to be chosen for a site. No code is asked for. */
export function ChoiceList({ held, question, host, onChoose, ...keys }: Props) {
  const rows = useRows(held, question);
  return (
    <RowList total={held.total} {...rows} {...keys}>
      {(account) => (
        <button
          type="button"
          class="choose"
          aria-description={t('chooseFor', accountName(account), host)}
          onClick={() => onChoose(account)}
        >
          <AccountIcon account={account} />
          <RowWho account={account} />
          <ProofMark account={account} />
        </button>
      )}
    </RowList>
  );
}
