import type { Signal } from '@preact/signals';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { AccountCode } from './account-code.tsx';
import { isTimed } from './codes.ts';
import { type ListKeys, RowList } from './row-list.tsx';
import { useCodes } from './use-codes.ts';
import { useNextCode } from './use-next-code.ts';
import { useRows } from './use-rows.ts';

interface Props extends ListKeys {
  readonly held: HeldAccounts;
  readonly question: Signal<AccountQuestion>;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * The accounts and their codes. Only the rows on show exist, and only their codes are asked for. Whatever code
 * this list knows goes with it.
 */
export function CodeList({ held, question, onCopy, onFault, ...keys }: Props) {
  const rows = useRows(held, question);
  const timed = rows.rows.map(({ account }) => account).filter(isTimed);
  const { codes, now } = useCodes(timed, onFault);
  const { codeOf, next } = useNextCode(onFault);
  return (
    <RowList total={held.total} {...rows} {...keys}>
      {(account) => (
        <AccountCode
          account={account}
          answer={codes.value.get(account.id)}
          now={now.value}
          counterCode={codeOf(account)}
          onCopy={onCopy}
          onNext={next}
        />
      )}
    </RowList>
  );
}
