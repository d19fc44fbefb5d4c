import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { accountName } from '../../account-name.ts';
import type { AccountRow, HeldAccounts } from '../../accounts/use-accounts.ts';
import { copyCode } from '../../copy-code.ts';
import { t } from '../../i18n.ts';
import type { Guard } from '../../ways/guard.tsx';
import { AccountItem } from './account-item.tsx';
import type { AccountVerbs } from './account-verbs.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { hostsOf } from './hosts-of.ts';
import { useKeptFocus } from './keep-focus.ts';
import { moveTarget } from './move-target.ts';
import { PAGE_SIZE } from './page-of.ts';
import { type RemovalAdvice, removalAdvice } from './removal-advice.ts';
import { ResynchroniseDialog } from './resynchronise-dialog.tsx';
import { twinsAmong } from './twins.ts';
import { UnverifiedHere } from './unverified-here.tsx';
import { useReveal } from './use-reveal.tsx';

interface Props {
  readonly held: HeldAccounts;
  /** The first account of the page. */
  readonly from: number;
  readonly guard: Guard;
  /** Runs what a button does and shows what went wrong. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  readonly onSaid: (sentence: string) => void;
}

/** The accounts of a page, and what can be done with each. */
export function AccountList({ held, from, guard, attempt, onSaid }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(list, held);
  /** The last code of a counter that the user asked for. */
  const asked = useSignal<{ id: string; code: string } | undefined>(undefined);
  const edited = useSignal<AccountRow | undefined>(undefined);
  const resynchronised = useSignal<AccountRow | undefined>(undefined);
  /** To be deleted, once the user has read what to do first. */
  const leaving = useSignal<{ account: AccountRow; advice: RemovalAdvice } | undefined>(undefined);
  const { reveal, dialog } = useReveal({ accounts: held.accounts, guard, attempt });

  const positionOf = ({ id }: AccountRow) =>
    held.from + held.accounts.findIndex((account) => account.id === id);

  const deleteNow = ({ id, ...label }: AccountRow) => {
    const index = held.accounts.findIndex((account) => account.id === id);
    const neighbour = held.accounts[index + 1] ?? held.accounts[index - 1];
    if (neighbour) keepFocus(neighbour.id, 'delete');
    void attempt(async () => {
      await send('accounts.delete', { id });
      onSaid(t('deleted', accountName(label)));
    });
  };

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
    edit: (account) => {
      edited.value = account;
    },
    remove: (account) => {
      const advice = removalAdvice(account);
      if (advice) leaving.value = { account, advice };
      else deleteNow(account);
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
    setFilling: async (account, filling) => {
      let isSaved = false;
      await attempt(async () => {
        const saved = await guard(async () => {
          await send('accounts.setFilling', { id: account.id, ...filling });
          return true;
        });
        isSaved = saved ?? false;
        onSaid(isSaved ? t('fillSaved', accountName(account)) : '');
      });
      return isSaved;
    },
    unbind: (account, origin) => {
      const { id, origins } = account;
      keepFocus(id, origins.length > 1 ? 'unbind' : 'reveal');
      void attempt(async () => {
        await send('accounts.unbind', { id, origin });
        onSaid(t('siteRemoved', hostsOf([origin])[0] ?? origin, accountName(account)));
      });
    },
    finish: ({ id }) => void attempt(() => send('enrolment.finish', { id })),
    reveal,
  };

  const first = Math.max(0, from - held.from);
  const onShow = held.accounts.slice(first, from - held.from + PAGE_SIZE);
  const twins = twinsAmong(held.accounts);
  return (
    <>
      <UnverifiedHere accounts={onShow} />
      <ul class="account-items" ref={list}>
        {onShow.map((account, row) => (
          <AccountItem
            key={account.id}
            account={account}
            up={moveTarget(held.accounts, first + row, 'up')}
            down={moveTarget(held.accounts, first + row, 'down')}
            movable={held.query.trim() === ''}
            isTwin={twins.has(account.id)}
            code={asked.value?.id === account.id ? asked.value.code : undefined}
            verbs={verbs}
          />
        ))}
      </ul>
      {dialog}
      {edited.value && (
        <EditDialog
          account={edited.value}
          onEnd={() => {
            edited.value = undefined;
          }}
        />
      )}
      {leaving.value && (
        <DeleteDialog
          {...leaving.value}
          isTwin={twins.has(leaving.value.account.id)}
          onConfirm={() => {
            if (leaving.value) deleteNow(leaving.value.account);
            leaving.value = undefined;
          }}
          onCancel={() => {
            leaving.value = undefined;
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
