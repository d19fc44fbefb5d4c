import type { AccountRow } from '../accounts/use-accounts.ts';
import { CodeRow, type RowLook } from './code-row.tsx';
import { type AccountCode as Answer, currentCode, isTimed } from './codes.ts';
import { CounterRow } from './counter-row.tsx';

interface Props extends RowLook {
  readonly account: AccountRow;
  /** Of an account whose codes come by themselves. */
  readonly answer: Answer | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of one with a counter, where the user has asked for it. */
  readonly counterCode: string | undefined;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onShow: (account: AccountRow) => void;
  readonly onNext: (account: AccountRow) => void;
}

/** One account with its code, of whichever kind it is. */
export function AccountCode(props: Props) {
  const { account, answer, now, counterCode, place, onCopy, onShow, onNext, ...look } = props;
  const copy = (code: string) => onCopy(account, code);
  return isTimed(account) ? (
    <CodeRow
      account={account}
      current={currentCode(answer, account.period, now)}
      place={place}
      onCopy={copy}
      onShow={() => onShow(account)}
      {...look}
    />
  ) : (
    <CounterRow
      account={account}
      code={counterCode}
      place={place}
      onCopy={copy}
      onNext={() => onNext(account)}
    />
  );
}
