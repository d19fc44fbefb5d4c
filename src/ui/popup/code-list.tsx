import { type Signal, useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { send } from '../../messages/client.ts';
import type { AccountQuestion, AccountRow, HeldAccounts } from '../accounts/use-accounts.ts';
import { CodeRow } from './code-row.tsx';
import { currentCode, isTimed } from './codes.ts';
import { CounterRow } from './counter-row.tsx';
import { useRowKeys } from './row-keys.ts';
import { useCodes } from './use-codes.ts';
import { ROW_HEIGHT, useView } from './use-view.ts';

interface Props {
  readonly held: HeldAccounts;
  readonly question: Signal<AccountQuestion>;
  readonly onCopy: (account: AccountRow, code: string) => void;
  readonly onFault: (error: unknown) => void;
  /** Gets what moves the focus to the first row. */
  readonly entry: RefObject<(() => void) | null>;
  /** The arrow up on the first row. */
  readonly onLeave: () => void;
}

/**
 * The accounts and their codes. Only the rows on show exist, and only their codes are asked for. Whatever code
 * this list knows goes with it.
 */
export function CodeList({ held, question, onCopy, onFault, entry, onLeave }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const { view, lookAt } = useView(list, held, question);
  const { first, last } = view.value;
  const rows = held.accounts
    .map((account, index) => ({ account, row: held.from + index }))
    .filter(({ row }) => row >= first && row < last);
  const { codes, now } = useCodes(rows.map(({ account }) => account).filter(isTimed), onFault);
  /** The last code of a counter that the user asked for. */
  const asked = useSignal<{ id: string; code: string } | undefined>(undefined);
  const { onKeyDown, goTo } = useRowKeys(list, held.total, onLeave);
  entry.current = () => goTo(0);

  const next = async ({ id }: AccountRow) => {
    try {
      const { code } = await send('accounts.nextCode', { id });
      asked.value = { id, code };
    } catch (error) {
      onFault(error);
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus between the buttons inside.
    <div
      class="code-list"
      ref={list}
      hidden={held.total === 0}
      onScroll={lookAt}
      onKeyDown={onKeyDown}
    >
      <ul style={{ height: `${held.total * ROW_HEIGHT}px` }}>
        {rows.map(({ account, row }) => (
          <li
            key={account.id}
            class="code-row"
            data-row={row}
            aria-posinset={row + 1}
            aria-setsize={held.total}
            style={{ top: `${row * ROW_HEIGHT}px` }}
          >
            {isTimed(account) ? (
              <CodeRow
                account={account}
                current={currentCode(codes.value.get(account.id), account.period, now.value)}
                now={now.value}
                onCopy={(code) => onCopy(account, code)}
              />
            ) : (
              <CounterRow
                account={account}
                code={asked.value?.id === account.id ? asked.value.code : undefined}
                onCopy={(code) => onCopy(account, code)}
                onNext={() => void next(account)}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
