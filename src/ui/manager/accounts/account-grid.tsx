import { useSignal } from '@preact/signals';
import { type ComponentChildren, Fragment, type RefObject } from 'preact';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { AccountItem } from './account-item.tsx';
import type { AccountVerbs } from './account-verbs.ts';
import { GRID } from './grid-roles.ts';
import { rowAfterKey } from './row-keys.ts';
import { type Selection, stateOf } from './selection.ts';
import { twinsAmong } from './twins.ts';
import { useDrag } from './use-drag.ts';
import type { View } from './view-choice.ts';

interface Props {
  readonly list: RefObject<HTMLTableElement | null>;
  readonly view: View;
  /** Those on show, in their order. */
  readonly rows: readonly AccountRow[];
  /** The account after the last one on show. */
  readonly following: AccountRow | undefined;
  readonly groupNames: ReadonlyMap<string, string>;
  readonly selection: Selection;
  readonly onSelectPage: (isPicked: boolean) => void;
  readonly movable: boolean;
  /** Of a counter: the last one that was asked for. */
  readonly code: { readonly id: string; readonly code: string } | undefined;
  readonly openId: string | undefined;
  /** The details of that account, where they stand below its row. */
  readonly details: ComponentChildren;
  readonly verbs: AccountVerbs;
  readonly onDrop: (ids: readonly string[], before: string | null, dragged: AccountRow) => void;
}

/**
 * The accounts of a page as one grid, that is laid out as a table or as cards. Its rows have the focus, one of them at
 * a time: arrows lead from one to the next, Space selects, Enter opens the details.
 */
export function AccountGrid(props: Props) {
  const { list, view, rows, following, selection, movable, openId, details, verbs } = props;
  const current = useSignal('');
  const { dragging, grip } = useDrag({
    list,
    rows,
    following,
    along: ({ id, pinned }) => {
      const picked = selection.picked.get(id) ? [...selection.picked.values()] : [];
      const together = picked.filter((each) => each.pinned === pinned);
      return new Set([id, ...together.map((each) => each.id)]);
    },
    onDrop: (ids, before, account) => props.onDrop([...ids], before, account),
  });

  const twins = twinsAmong(rows);
  const currentId = rows.some(({ id }) => id === current.value) ? current.value : rows[0]?.id;
  const state = stateOf(selection, rows);

  const follow = (event: FocusEvent) => {
    const id = rowOf(event.target)?.dataset['id'];
    if (id !== undefined) current.value = id;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rowOf(event.target);
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = rows.findIndex(({ id }) => id === row.dataset['id']);
    const next = rowAfterKey(event.key, index, {
      count: rows.length,
      columns: columnsOf(list.current),
      isRightToLeft: document.documentElement.dir === 'rtl',
    });
    const account = rows[next ?? -1];
    if (!account) return;
    event.preventDefault();
    const { action } = (event.target as HTMLElement).dataset;
    focusRow(list.current, account.id, action);
    if (event.shiftKey) verbs.select(account, 'range');
  };

  return (
    <table
      ref={list}
      class={`account-items ${view}`}
      {...GRID.table}
      aria-label={t('placeAccounts')}
      onFocusIn={follow}
      onKeyDown={onKeyDown}
    >
      <thead {...GRID.part}>
        <tr {...GRID.row}>
          <th {...GRID.head} class="pick">
            <input
              type="checkbox"
              id="select-page"
              aria-label={t('selectPage')}
              checked={state === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = state === 'some';
              }}
              onChange={() => props.onSelectPage(state !== 'all')}
            />
          </th>
          <th {...GRID.head} class="grip">
            <span class="visually-hidden">{t('columnOrder')}</span>
          </th>
          <th {...GRID.head} class="who">
            {t('columnAccount')}
          </th>
          <th {...GRID.head} class="about">
            {t('columnAbout')}
          </th>
          <th {...GRID.head} class="in-group">
            {t('columnGroup')}
          </th>
          <th {...GRID.head} class="used">
            {t('columnUsed')}
          </th>
          <th {...GRID.head} class="row-actions">
            <span class="visually-hidden">{t('columnActions')}</span>
          </th>
        </tr>
      </thead>
      <tbody {...GRID.part}>
        {rows.map((account) => (
          <Fragment key={account.id}>
            <AccountItem
              account={account}
              group={account.group === undefined ? undefined : props.groupNames.get(account.group)}
              state={{
                isPicked: selection.picked.has(account.id),
                isCurrent: account.id === currentId,
                isOpen: account.id === openId,
                isTwin: twins.has(account.id),
                movable,
                isDragged: dragging.value?.ids.has(account.id) ?? false,
                drop:
                  dragging.value?.target?.mark.id === account.id
                    ? dragging.value.target.mark.side
                    : undefined,
              }}
              code={props.code?.id === account.id ? props.code.code : undefined}
              verbs={verbs}
              grip={grip}
            />
            {account.id === openId && details && (
              <tr {...GRID.row} class="details-row">
                <td {...GRID.cell} colSpan={7}>
                  {details}
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

function rowOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.account-item') : null;
}

/** Where the focus was on a button, it goes to that of the other row. */
function focusRow(list: HTMLElement | null, id: string, action: string | undefined): void {
  const row = list?.querySelector<HTMLElement>(`.account-item[data-id="${CSS.escape(id)}"]`);
  const button =
    action === undefined ? undefined : row?.querySelector<HTMLElement>(`[data-action="${action}"]`);
  (button ?? row)?.focus();
}

/** How many stand side by side. */
function columnsOf(list: HTMLElement | null): number {
  const [first, ...others] = list?.querySelectorAll('.account-item') ?? [];
  if (!first) return 1;
  const { top } = first.getBoundingClientRect();
  const beside = others.findIndex((row) => row.getBoundingClientRect().top > top);
  return beside < 0 ? others.length + 1 : beside + 1;
}
