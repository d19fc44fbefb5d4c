import type { AccountRow } from '../accounts/use-accounts.ts';
import { CodeRow } from './code-row.tsx';
import { type AccountCode as Answer, currentCode, isTimed } from './codes.ts';
import { CounterRow } from './counter-row.tsx';

interface Props {
  readonly account: AccountRow;
  /** Of an account whose codes come by themselves. */
  readonly answer: Answer | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Of one with a counter, where the user has asked for it. */
  readonly counterCode: string | undefined;
  /** Where the row stands, if the same account has another one elsewhere. */
  readonly place?: string;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onNext: (account: AccountRow) => void;
}

/** One account with its code, of whichever kind it is. */
export function AccountCode({ account, answer, now, counterCode, place, onCopy, onNext }: Props) {
  const copy = (code: string) => onCopy(account, code);
  return isTimed(account) ? (
    <CodeRow
      account={account}
      current={currentCode(answer, account.period, now)}
      now={now}
      place={place}
      onCopy={copy}
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
