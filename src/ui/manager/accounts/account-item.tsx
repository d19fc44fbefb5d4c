import { GripVertical, Pencil, Pin, Trash2 } from 'lucide-preact';
import { accountName, issuerName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { AccountIcon } from '../../kit/account-icon.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import { moment } from '../../moment.ts';
import { AccountFacts } from './account-facts.tsx';
import type { AccountVerbs } from './account-verbs.ts';
import { CounterActions } from './counter-actions.tsx';
import { GRID } from './grid-roles.ts';
import { UnverifiedActions } from './unverified-actions.tsx';
import type { Grip } from './use-drag.ts';

/** How a row stands among the others. */
interface RowState {
  readonly isPicked: boolean;
  /** It is the one that the Tab key leads to. */
  readonly isCurrent: boolean;
  /** Its details are on show. */
  readonly isOpen: boolean;
  /** Another account on show is called the same. */
  readonly isTwin: boolean;
  /** False where the order on show is not the user's own. */
  readonly movable: boolean;
  readonly isDragged: boolean;
  /** Where what is dragged would go. */
  readonly drop: 'before' | 'after' | undefined;
}

interface Props {
  readonly account: AccountRow;
  /** The name of its group. */
  readonly group: string | undefined;
  readonly state: RowState;
  /** The code of a counter that the user asked for last. */
  readonly code: string | undefined;
  readonly verbs: AccountVerbs;
  readonly grip: Grip;
}

/** One account: its names, what is known of it, and what can be done with it. A row of the table, or a card. */
export function AccountItem({ account, group, state, code, verbs, grip }: Props) {
  const { id, pinned, proof, type, lastUsedAt } = account;
  const { isPicked, isCurrent, isOpen, isTwin, movable, isDragged, drop } = state;
  const name = accountName(account);
  /** The Tab key leads to the buttons of one row only: nobody has to pass all the others. */
  const tabIndex = isCurrent ? 0 : -1;
  const isUnverified = proof === 'unverified';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      event.stopPropagation();
      if (movable) verbs.step(account, event.key === 'ArrowUp' ? 'up' : 'down');
    } else if (event.target === event.currentTarget && event.key === ' ') {
      event.preventDefault();
      verbs.select(account, event.shiftKey ? 'range' : undefined);
    } else if (event.target === event.currentTarget && event.key === 'Enter') {
      event.preventDefault();
      verbs.showDetails(account);
    }
  };
  const onNameClick = (event: MouseEvent) => {
    if (event.shiftKey) verbs.select(account, 'range');
    else if (event.ctrlKey || event.metaKey) verbs.select(account);
    else verbs.showDetails(account);
  };

  return (
    <tr
      class="account-item"
      {...GRID.row}
      data-id={id}
      data-proof={proof}
      data-drop={drop}
      data-dragged={isDragged || undefined}
      aria-selected={isPicked}
      tabIndex={tabIndex}
      aria-label={name}
      aria-keyshortcuts={movable ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
      onKeyDown={onKeyDown}
    >
      <td {...GRID.cell} class="pick">
        <input
          type="checkbox"
          data-action="select"
          tabIndex={tabIndex}
          aria-label={t('selectAccount', name)}
          checked={isPicked}
          onClick={(event) => verbs.select(account, event.shiftKey ? 'range' : undefined)}
        />
      </td>
      <td {...GRID.cell} class="grip">
        {movable && (
          <button
            type="button"
            class="icon-button"
            data-action="move"
            tabIndex={tabIndex}
            aria-label={t('moveGrip', name)}
            title={t('moveGripHint')}
            onPointerDown={(event) => grip.onPointerDown(event, account)}
            onClick={({ detail }) => (detail === 0 || !grip.wasDragged()) && verbs.move(account)}
          >
            <GripVertical />
          </button>
        )}
      </td>
      <td {...GRID.cell} class="who">
        <button
          type="button"
          class="open-details"
          data-action="details"
          tabIndex={tabIndex}
          aria-expanded={isOpen}
          onClick={onNameClick}
        >
          <AccountIcon account={account} size={32} />
          <span class="names">
            <span class="issuer" dir="auto">
              {issuerName(account) || name}
            </span>
            {issuerName(account) && (
              <span class="account" dir="auto">
                {account.account}
              </span>
            )}
          </span>
        </button>
        {isUnverified && <UnverifiedActions account={account} verbs={verbs} />}
        {type === 'hotp' && <CounterActions account={account} code={code} verbs={verbs} />}
      </td>
      <td {...GRID.cell} class="about">
        <AccountFacts account={account} isTwin={isTwin} />
      </td>
      <td {...GRID.cell} class="in-group">
        {group !== undefined && (
          <span class="mark" dir="auto">
            {group}
          </span>
        )}
      </td>
      <td {...GRID.cell} class="used quiet-text">
        {lastUsedAt === undefined ? t('neverUsed') : moment(lastUsedAt)}
      </td>
      <td {...GRID.cell} class="row-actions">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not buttons. */}
        <div role="group" aria-label={t('rowActions', name)}>
          <IconButton
            label={t(pinned ? 'unpin' : 'pin')}
            icon={Pin}
            class={pinned ? 'is-set' : ''}
            data-action="pin"
            tabIndex={tabIndex}
            onClick={() => verbs.pin(account)}
          />
          <IconButton
            label={t('edit')}
            icon={Pencil}
            data-action="edit"
            tabIndex={tabIndex}
            onClick={() => verbs.edit(account)}
          />
          {!isUnverified && (
            <IconButton
              label={t('delete')}
              icon={Trash2}
              data-action="delete"
              tabIndex={tabIndex}
              onClick={() => verbs.remove(account)}
            />
          )}
        </div>
      </td>
    </tr>
  );
}
