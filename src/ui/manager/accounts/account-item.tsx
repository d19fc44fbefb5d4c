import { accountName, issuerName } from '../../account-name.ts';
import { formatCode } from '../../accounts/format-code.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { accountKind } from './account-kind.ts';

/** What can be done with an account of the list. */
export interface AccountVerbs {
  readonly pin: (account: AccountRow) => void;
  readonly move: (account: AccountRow, before: string | null, direction: 'up' | 'down') => void;
  readonly rename: (account: AccountRow) => void;
  readonly remove: (account: AccountRow) => void;
  readonly nextCode: (account: AccountRow) => void;
  readonly copy: (account: AccountRow, code: string) => void;
  readonly resynchronise: (account: AccountRow) => void;
}

interface Props {
  readonly account: AccountRow;
  /** In front of which account a move up or down leads; undefined where there is none. */
  readonly up: string | null | undefined;
  readonly down: string | null | undefined;
  /** False while a search leaves out the neighbours. */
  readonly movable: boolean;
  /** The code of a counter that the user asked for last. */
  readonly code: string | undefined;
  readonly verbs: AccountVerbs;
}

/** One account: its names, its kind, and what can be done with it. */
export function AccountItem({ account, up, down, movable, code, verbs }: Props) {
  const name = accountName(account);
  const move = (direction: 'up' | 'down') => {
    const before = direction === 'up' ? up : down;
    if (movable && before !== undefined) verbs.move(account, before, direction);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? 'up' : 'down');
  };

  return (
    <li class="account-item" data-id={account.id} onKeyDown={onKeyDown}>
      <div class="names">
        <p class="issuer" dir="auto">
          {issuerName(account) || name}
        </p>
        {issuerName(account) && (
          <p class="account" dir="auto">
            {account.account}
          </p>
        )}
        <p class="kind">
          {accountKind(account)}
          {account.pinned && <span class="mark">{t('pinned')}</span>}
        </p>
      </div>
      {account.kind === 'hotp' && (
        <div class="counter">
          {code !== undefined && (
            <button
              type="button"
              class="counter-code"
              aria-label={t('copyCode', issuerName(account), account.account)}
              onClick={() => verbs.copy(account, code)}
            >
              <output class="code" dir="ltr">
                {formatCode(code)}
              </output>
            </button>
          )}
          <button type="button" data-action="next-code" onClick={() => verbs.nextCode(account)}>
            {t('nextCode')}
          </button>
          <button
            type="button"
            data-action="resynchronise"
            onClick={() => verbs.resynchronise(account)}
          >
            {t('resynchronise')}
          </button>
        </div>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields, not buttons. */}
      <div class="row-actions calm" role="group" aria-label={t('rowActions', name)}>
        <button type="button" data-action="pin" onClick={() => verbs.pin(account)}>
          {t(account.pinned ? 'unpin' : 'pin')}
        </button>
        {movable && (
          <>
            <button
              type="button"
              class="arrow"
              data-action="up"
              aria-keyshortcuts="Alt+ArrowUp"
              aria-label={t('moveUp')}
              title={t('moveUp')}
              disabled={up === undefined}
              onClick={() => move('up')}
            >
              ↑
            </button>
            <button
              type="button"
              class="arrow"
              data-action="down"
              aria-keyshortcuts="Alt+ArrowDown"
              aria-label={t('moveDown')}
              title={t('moveDown')}
              disabled={down === undefined}
              onClick={() => move('down')}
            >
              ↓
            </button>
          </>
        )}
        <button type="button" data-action="rename" onClick={() => verbs.rename(account)}>
          {t('rename')}
        </button>
        <button type="button" data-action="delete" onClick={() => verbs.remove(account)}>
          {t('delete')}
        </button>
      </div>
    </li>
  );
}
