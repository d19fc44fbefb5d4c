import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { accountName } from '../../account-name.ts';
import type { AccountRow, HeldAccounts } from '../../accounts/use-accounts.ts';
import { copyCode } from '../../copy-code.ts';
import { t } from '../../i18n.ts';
import { AccountItem, type AccountVerbs } from './account-item.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { moveTarget } from './move-target.ts';
import { PAGE_SIZE } from './page-of.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { ResynchroniseDialog } from './resynchronise-dialog.tsx';

interface Props {
  readonly held: HeldAccounts;
  /** The first account of the page. */
  readonly from: number;
  /** Runs what a button does and shows what went wrong. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  readonly onSaid: (sentence: string) => void;
}

/** The accounts of a page, and what can be done with each. */
export function AccountList({ held, from, attempt, onSaid }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(list, held);
  /** The last code of a counter that the user asked for. */
  const asked = useSignal<{ id: string; code: string } | undefined>(undefined);
  const renamed = useSignal<AccountRow | undefined>(undefined);
  const resynchronised = useSignal<AccountRow | undefined>(undefined);

  const positionOf = ({ id }: AccountRow) =>
    held.from + held.accounts.findIndex((account) => account.id === id);

  const verbs: AccountVerbs = {
    pin: ({ id, pinned }) => {
      keepFocus(id, 'pin');
      void attempt(() => send('accounts.pin', { id, pinned: !pinned }));
    },
    move: (account, before, direction) => {
      keepFocus(account.id, direction);
      void attempt(async () => {
        await send('accounts.move', { id: account.id, before });
        const place = positionOf(account) + (direction === 'up' ? 0 : 2);
        onSaid(t('movedSaid', accountName(account), `${place}`));
      });
    },
    rename: (account) => {
      renamed.value = account;
    },
    remove: (account) => {
      const index = held.accounts.indexOf(account);
      const neighbour = held.accounts[index + 1] ?? held.accounts[index - 1];
      if (neighbour) keepFocus(neighbour.id, 'delete');
      void attempt(async () => {
        await send('accounts.delete', { id: account.id });
        onSaid(t('deleted', accountName(account)));
      });
    },
    nextCode: ({ id }) =>
      void attempt(async () => {
        asked.value = { id, ...(await send('accounts.nextCode', { id })) };
      }),
    copy: (account, code) =>
      void attempt(async () => {
        await copyCode(code);
        onSaid(t('copied', accountName(account)));
      }),
    resynchronise: (account) => {
      resynchronised.value = account;
    },
  };

  const first = from - held.from;
  return (
    <>
      <ul class="account-items" ref={list}>
        {held.accounts.slice(Math.max(0, first), first + PAGE_SIZE).map((account, row) => {
          const index = Math.max(0, first) + row;
          return (
            <AccountItem
              key={account.id}
              account={account}
              up={moveTarget(held.accounts, index, 'up')}
              down={moveTarget(held.accounts, index, 'down')}
              movable={held.query.trim() === ''}
              code={asked.value?.id === account.id ? asked.value.code : undefined}
              verbs={verbs}
            />
          );
        })}
      </ul>
      {renamed.value && (
        <RenameDialog
          account={renamed.value}
          onEnd={() => {
            renamed.value = undefined;
          }}
        />
      )}
      {resynchronised.value && (
        <ResynchroniseDialog
          account={resynchronised.value}
          onDone={() => {
            if (resynchronised.value) {
              onSaid(t('resynchronised', accountName(resynchronised.value)));
            }
            resynchronised.value = undefined;
            // It was the code before the ones that were typed.
            asked.value = undefined;
          }}
          onClose={() => {
            resynchronised.value = undefined;
          }}
        />
      )}
    </>
  );
}
