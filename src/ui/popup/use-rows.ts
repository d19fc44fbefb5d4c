import type { Signal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { useView } from './use-view.ts';

/** A scrolled list, and the accounts that it has to draw now. */
export interface Rows {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly rows: readonly { readonly account: AccountRow; readonly row: number }[];
  readonly lookAt: () => void;
}

export function useRows(held: HeldAccounts, question: Signal<AccountQuestion>): Rows {
  const list = useRef<HTMLDivElement>(null);
  const { view, lookAt } = useView(list, held, question);
  const { first, last } = view.value;
  const rows = held.accounts
    .map((account, index) => ({ account, row: held.from + index }))
    .filter(({ row }) => row >= first && row < last);
  return { list, rows, lookAt };
}
