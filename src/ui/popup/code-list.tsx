import { type Signal, useSignal } from '@preact/signals';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { AccountCode } from './account-code.tsx';
import { type AccountCode as Answer, currentCode, isTimed } from './codes.ts';
import { SpokenCode } from './late-parts.ts';
import { type ListKeys, RowList } from './row-list.tsx';
import { type RowActs, RowMenu } from './row-menu.tsx';
import { useCodes } from './use-codes.ts';
import { useNextCode } from './use-next-code.ts';
import { useRows } from './use-rows.ts';
import type { ShownCode } from './use-shown-code.ts';

interface Props extends ListKeys {
  readonly held: HeldAccounts;
  readonly question: Signal<AccountQuestion>;
  readonly given: () => readonly Answer[];
  readonly shownCode: ShownCode;
  /** The tab's page waits for a code of the account. */
  readonly isWanted: (account: AccountRow) => boolean;
  readonly onFill: (account: AccountRow) => void;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onPin: RowActs['onPin'];
  readonly onUseHere: RowActs['onUseHere'];
  readonly onFault: (error: unknown) => void;
}

/**
 * The accounts and their codes. Only the rows on show exist, and only their codes are asked for. Whatever code
 * this list knows goes with it.
 */
export function CodeList(props: Props) {
  const { held, question, given, shownCode, isWanted, onFill, onCopy, onPin, onUseHere } = props;
  const { onFault, entry, onSearch } = props;
  const rows = useRows(held, question);
  const timed = rows.rows.map(({ account }) => account).filter(isTimed);
  const { codes, now } = useCodes(
    timed.filter((account) => !shownCode.isHidden(account)),
    onFault,
    given,
  );
  const { codeOf, next } = useNextCode(onFault);
  /** The account whose next code the user wants to see. */
  const nextWanted = useSignal<string | undefined>(undefined);
  const toggleNext = ({ id }: AccountRow) => {
    nextWanted.value = nextWanted.peek() === id ? undefined : id;
  };
  /** Two rows have a menu: one for each would be felt when the popup opens. */
  const pointed = useSignal<string | undefined>(undefined);
  const focused = useSignal<string | undefined>(undefined);
  const accountAt = (row: number) => rows.rows.find((each) => each.row === row)?.account;
  return (
    <RowList
      total={held.total}
      {...rows}
      entry={entry}
      onSearch={onSearch}
      onEnter={(row) => {
        const account = accountAt(row);
        if (!account || !isWanted(account)) return false;
        onFill(account);
        return true;
      }}
      onPoint={({ id }) => {
        pointed.value = id;
      }}
      onFocus={({ id }) => {
        focused.value = id;
      }}
      onNextCode={(row) => {
        const account = accountAt(row);
        if (account) toggleNext(account);
      }}
    >
      {(account) => (
        <>
          <AccountCode
            account={account}
            answer={codes.value.get(account.id)}
            now={now.value}
            counterCode={codeOf(account)}
            isHidden={shownCode.isHidden(account)}
            isNextWanted={nextWanted.value === account.id}
            isWanted={isWanted(account)}
            onCopy={onCopy}
            onShow={shownCode.show}
            onNext={next}
          />
          {[pointed.value, focused.value].includes(account.id) && (
            <RowMenu account={account} acts={{ onNextCode: toggleNext, onPin, onUseHere }} />
          )}
          {focused.value === account.id && isTimed(account) && (
            <SpokenCode
              account={account}
              current={currentCode(codes.value.get(account.id), account.period, now.value)}
              isNextWanted={nextWanted.value === account.id}
              isShown={shownCode.isShown(account)}
            />
          )}
        </>
      )}
    </RowList>
  );
}
