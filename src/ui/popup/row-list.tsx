import type { ComponentChildren, RefObject } from 'preact';
import type { AccountRow } from '../accounts/use-accounts.ts';
import { useRowKeys } from './row-keys.ts';
import type { Rows } from './use-rows.ts';
import { ROW_HEIGHT } from './use-view.ts';

/** How the keys come from the search into a list, and back. */
export interface ListKeys {
  /** Gets what moves the focus to the first row. */
  readonly entry: RefObject<(() => void) | null>;
  /** Back to the search, and what was typed goes on there. */
  readonly onSearch: (typed: string) => void;
}

interface Props extends Rows, ListKeys {
  readonly total: number;
  readonly onNextCode?: (row: number) => void;
  /** Enter on a row; false where its button is to do what it does by itself. */
  readonly onEnter?: (row: number) => boolean;
  /** The pointer came to a row. */
  readonly onPoint?: (account: AccountRow) => void;
  readonly onFocus?: (account: AccountRow) => void;
  readonly children: (account: AccountRow) => ComponentChildren;
}

/** Accounts one below the other. Only the rows on show exist. */
export function RowList(props: Props) {
  const { total, list, rows, lookAt, entry, onSearch, onNextCode, onEnter } = props;
  const { onKeyDown, goTo } = useRowKeys(list, total, {
    onSearch,
    ...(onNextCode && { onNextCode }),
    ...(onEnter && { onEnter }),
  });
  entry.current = () => goTo(0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus between the buttons inside.
    <div class="code-list" ref={list} hidden={total === 0} onScroll={lookAt} onKeyDown={onKeyDown}>
      <ul style={{ height: `${total * ROW_HEIGHT}px` }}>
        {rows.map(({ account, row }) => (
          <li
            key={account.id}
            class="code-row"
            data-row={row}
            aria-posinset={row + 1}
            aria-setsize={total}
            style={{ top: `${row * ROW_HEIGHT}px` }}
            onPointerEnter={() => props.onPoint?.(account)}
            onFocusIn={() => props.onFocus?.(account)}
          >
            {props.children(account)}
          </li>
        ))}
      </ul>
    </div>
  );
}
