import { accountName, issuerName } from '../../account-name.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';
import { t } from '../../i18n.ts';
import { AccountDetails } from './account-details.tsx';
import { AccountFacts } from './account-facts.tsx';
import type { AccountVerbs } from './account-verbs.ts';
import { CounterActions } from './counter-actions.tsx';
import { UnverifiedActions } from './unverified-actions.tsx';

interface Props {
  readonly account: AccountRow;
  /** In front of which account a move up or down leads; undefined where there is none. */
  readonly up: string | null | undefined;
  readonly down: string | null | undefined;
  /** False while a search leaves out the neighbours. */
  readonly movable: boolean;
  /** Another account on show is called the same. */
  readonly isTwin: boolean;
  /** The code of a counter that the user asked for last. */
  readonly code: string | undefined;
  readonly verbs: AccountVerbs;
}

/** One account: its names, what is known of it, and what can be done with it. */
export function AccountItem({ account, up, down, movable, isTwin, code, verbs }: Props) {
  const name = accountName(account);
  const isUnverified = account.proof === 'unverified';
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
    <li class="account-item" data-id={account.id} data-proof={account.proof} onKeyDown={onKeyDown}>
      <div class="names">
        <p class="issuer" dir="auto">
          {issuerName(account) || name}
        </p>
        {issuerName(account) && (
          <p class="account" dir="auto">
            {account.account}
          </p>
        )}
        <AccountFacts account={account} isTwin={isTwin} />
      </div>
      {isUnverified && <UnverifiedActions account={account} verbs={verbs} />}
      {account.type === 'hotp' && <CounterActions account={account} code={code} verbs={verbs} />}
      <AccountDetails account={account} verbs={verbs} />
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
        <button type="button" data-action="edit" onClick={() => verbs.edit(account)}>
          {t('edit')}
        </button>
        {!isUnverified && (
          <button type="button" data-action="delete" onClick={() => verbs.remove(account)}>
            {t('delete')}
          </button>
        )}
      </div>
    </li>
  );
}
