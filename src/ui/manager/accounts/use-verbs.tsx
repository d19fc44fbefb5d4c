import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { accountName } from '../../account-name.ts';
import type { AccountRow, HeldAccounts } from '../../accounts/use-accounts.ts';
import { copyCode } from '../../copy-code.ts';
import { numeral, t } from '../../i18n.ts';
import type { Guard } from '../../ways/guard.tsx';
import type { AccountVerbs } from './account-verbs.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { hostsOf } from './hosts-of.ts';
import { moveTarget } from './move-target.ts';
import { type RemovalAdvice, removalAdvice } from './removal-advice.ts';
import { ResynchroniseDialog } from './resynchronise-dialog.tsx';
import { twinsAmong } from './twins.ts';
import { useReveal } from './use-reveal.tsx';

interface Options extends Pick<AccountVerbs, 'select' | 'showDetails' | 'edit' | 'move'> {
  readonly held: HeldAccounts;
  readonly guard: Guard;
  /** Runs what a button does and shows what went wrong. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  /** Which button has the focus once the list is another one. */
  readonly keepFocus: (id: string, action: string) => void;
  readonly onSaid: (sentence: string) => void;
  /** An account went to this place in the list, counted from 0. */
  readonly onStepped: (account: AccountRow, index: number) => void;
}

/** What can be done with an account, and the dialogs in which some of it asks. */
export function useVerbs(options: Options): {
  verbs: AccountVerbs;
  /** The last code of a counter that the user asked for. */
  code: { readonly id: string; readonly code: string } | undefined;
  dialogs: ComponentChildren;
} {
  const { held, guard, attempt, keepFocus, onSaid, onStepped } = options;
  const { select, showDetails, edit, move } = options;
  const code = useSignal<{ id: string; code: string } | undefined>(undefined);
  const resynchronised = useSignal<AccountRow | undefined>(undefined);
  /** To be deleted, once the user has read what to do first. */
  const leaving = useSignal<{ account: AccountRow; advice: RemovalAdvice } | undefined>(undefined);
  const { reveal, dialog } = useReveal({ accounts: held.accounts, guard, attempt });

  /** As it is after the steps that the held accounts do not show yet: keys come faster than they do. */
  const stepped = useRef<readonly AccountRow[] | undefined>(undefined);
  const stepsUnderWay = useRef(0);
  useEffect(() => {
    if (held && stepsUnderWay.current === 0) stepped.current = undefined;
  }, [held]);

  const deleteNow = ({ id, ...label }: AccountRow) => {
    const index = held.accounts.findIndex((account) => account.id === id);
    const neighbour = held.accounts[index + 1] ?? held.accounts[index - 1];
    if (neighbour) keepFocus(neighbour.id, 'delete');
    void attempt(async () => {
      await send('accounts.delete', { ids: [id] });
      onSaid(t('deleted', accountName(label)));
    });
  };

  const verbs: AccountVerbs = {
    select,
    showDetails,
    edit,
    move,
    pin: ({ id, pinned }) => {
      keepFocus(id, 'pin');
      void attempt(() => send('accounts.pin', { ids: [id], pinned: !pinned }));
    },
    step: (account, direction) => {
      const order = stepped.current ?? held.accounts;
      const index = order.findIndex(({ id }) => id === account.id);
      const before = moveTarget(order, index, direction);
      if (before === undefined) return;
      const to = index + (direction === 'up' ? -1 : 1);
      stepped.current = order.filter(({ id }) => id !== account.id).toSpliced(to, 0, account);
      keepFocus(account.id, 'move');
      void attempt(async () => {
        stepsUnderWay.current += 1;
        try {
          await send('accounts.move', { ids: [account.id], before });
        } catch (error) {
          stepped.current = undefined;
          throw error;
        } finally {
          stepsUnderWay.current -= 1;
        }
        const place = held.from + to;
        onSaid(t('movedSaid', accountName(account), numeral(place + 1)));
        onStepped(account, place);
      });
    },
    remove: (account) => {
      const advice = removalAdvice(account);
      if (advice) leaving.value = { account, advice };
      else deleteNow(account);
    },
    nextCode: ({ id }) =>
      void attempt(async () => {
        code.value = { id, ...(await send('accounts.nextCode', { id })) };
      }),
    copy: (account, shown) =>
      void attempt(async () => {
        await copyCode(account, shown);
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

  const dialogs = (
    <>
      {dialog}
      {leaving.value && (
        <DeleteDialog
          {...leaving.value}
          isTwin={twinsAmong(held.accounts).has(leaving.value.account.id)}
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
            code.value = undefined;
          }}
          onClose={() => {
            resynchronised.value = undefined;
          }}
        />
      )}
    </>
  );
  return { verbs, code: code.value, dialogs };
}
