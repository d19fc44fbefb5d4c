import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Fault } from '../../../fault.ts';
import { send } from '../../../messages/client.ts';
import { accountName } from '../../account-name.ts';
import type { AccountRow, HeldAccounts } from '../../accounts/use-accounts.ts';
import { t, tn } from '../../i18n.ts';
import { useIsLong } from '../../kit/use-is-long.ts';
import type { Guard } from '../../ways/guard.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { useWorking } from '../use-working.ts';
import { AccountDetails } from './account-details.tsx';
import { AccountGrid } from './account-grid.tsx';
import { BULK_VERBS, type Destination } from './bulk-verbs.ts';
import type { Facets } from './filter.ts';
import { GroupDialog } from './group-dialog.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { MoveDialog } from './move-dialog.tsx';
import { PAGE_SIZE } from './page-of.ts';
import { extend, keepOnly, NOTHING_SELECTED, type Picked, setAll, toggle } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { UnverifiedHere } from './unverified-here.tsx';
import { useMedia } from './use-media.ts';
import { useVerbs } from './use-verbs.tsx';
import type { View } from './view-choice.ts';

/** Where the details have room beside the list. */
const WIDE = '(min-width: 75rem)';

interface Props {
  readonly held: HeldAccounts;
  /** The first account of the page. */
  readonly from: number;
  readonly view: View;
  readonly groups: Facets['groups'];
  readonly guard: Guard;
  /** Runs what a button does and shows what went wrong. */
  readonly attempt: (act: () => Promise<unknown>) => Promise<void>;
  readonly onPage: (from: number) => void;
  readonly onSaid: (sentence: string) => void;
}

/** What a dialog asks about: one account, or all that are selected. */
type Asking =
  | { readonly what: 'move'; readonly accounts: readonly Picked[]; readonly name?: string }
  | { readonly what: 'group' | 'delete'; readonly accounts: readonly Picked[] };

/** The accounts of a page, what can be done with each, and with those that are selected. */
export function AccountList(props: Props) {
  const { held, from, view, groups, guard, attempt, onPage, onSaid } = props;
  const around = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLTableElement>(null);
  const keepFocus = useKeptFocus(around, held);
  const selection = useSignal(NOTHING_SELECTED);
  const open = useSignal<{ id: string; edits: 'no' | 'here' | 'only' } | undefined>(undefined);
  const asking = useSignal<Asking | undefined>(undefined);
  const { working, run } = useWorking();
  const isLong = useIsLong(working.value !== undefined);
  const isWide = useMedia(WIDE);

  const first = Math.max(0, from - held.from);
  const last = from - held.from + PAGE_SIZE;
  const rows = held.accounts.slice(first, last);
  const { sort = 'own' } = held;
  const picked = [...selection.value.picked.values()];

  const closeDetails = () => {
    const shown = open.value;
    if (!shown) return;
    open.value = undefined;
    focusAt(around.current, shown.id, shown.edits === 'only' ? 'edit' : 'details');
  };
  const closeAsking = () => {
    asking.value = undefined;
  };

  const { verbs, code, dialogs } = useVerbs({
    held,
    guard,
    attempt,
    keepFocus,
    onSaid,
    select: (account, range) => {
      selection.value =
        range === 'range'
          ? extend(selection.value, rows, account)
          : toggle(selection.value, account);
    },
    showDetails: ({ id }) => {
      if (open.value?.id === id) closeDetails();
      else open.value = { id, edits: 'no' };
    },
    edit: ({ id }) => {
      open.value = { id, edits: open.value?.id === id ? 'here' : 'only' };
    },
    move: (account) => {
      asking.value = { what: 'move', accounts: [account], name: accountName(account) };
    },
    onStepped: ({ id }, index) => {
      if (index >= from && index < from + PAGE_SIZE) return;
      // It went over the edge of the page: the page goes along.
      keepFocus(id, 'move');
      onPage(Math.floor(index / PAGE_SIZE) * PAGE_SIZE);
    },
  });

  /** Runs an act on many accounts, and says what came of it. */
  const actOnMany = (
    count: number,
    act: (onProgress: (done: number, of: number) => void) => Promise<unknown>,
    sentence: string,
  ) => {
    onSaid('');
    void attempt(async () => {
      try {
        if (await run(tn('changing', count), act)) onSaid(sentence);
      } catch (error) {
        if (error instanceof Fault && error.code === 'unknown-account') await forgetGone();
        throw error;
      }
    });
  };
  /** Accounts may have gone by another page. */
  const forgetGone = async () => {
    const all = await send('accounts.found', { query: '' });
    selection.value = keepOnly(selection.value, new Set(all.map(({ id }) => id)));
  };
  const selectFound = () => {
    const { query, filter } = held;
    void attempt(() =>
      run(t('collecting'), async () => {
        const all = await send('accounts.found', { query, filter, sort });
        selection.value = setAll(selection.value, all, true);
      }),
    );
  };

  const moveMany = (accounts: readonly Picked[], to: Destination) =>
    actOnMany(
      accounts.length,
      (onProgress) => BULK_VERBS.move(accounts, to, onProgress),
      tn('movedMany', accounts.length),
    );
  const drop = (ids: readonly string[], before: string | null, { pinned }: AccountRow) =>
    moveMany(
      ids.map((id) => ({ id, pinned })),
      before === null ? 'bottom' : { before },
    );
  const pinMany = (pinned: boolean) => {
    const ids = picked.map(({ id }) => id);
    actOnMany(
      ids.length,
      async (onProgress) => {
        await BULK_VERBS.pin(ids, pinned, onProgress);
        const now = picked.map(({ id }) => ({ id, pinned }));
        selection.value = setAll(selection.value, now, true);
      },
      tn(pinned ? 'pinnedMany' : 'unpinnedMany', ids.length),
    );
  };
  const groupMany = (accounts: readonly Picked[], group: string | null, name: string) =>
    actOnMany(
      accounts.length,
      (onProgress) =>
        BULK_VERBS.setGroup(
          accounts.map(({ id }) => id),
          group,
          onProgress,
        ),
      group === null
        ? tn('ungroupedMany', accounts.length)
        : tn('groupedMany', accounts.length, name),
    );
  const deleteMany = (accounts: readonly Picked[]) =>
    actOnMany(
      accounts.length,
      async (onProgress) => {
        await BULK_VERBS.remove(
          accounts.map(({ id }) => id),
          onProgress,
        );
        selection.value = NOTHING_SELECTED;
        document.getElementById('search')?.focus();
      },
      tn('deletedMany', accounts.length),
    );

  const opened = rows.find(({ id }) => id === open.value?.id);
  const details = opened && open.value && (
    <AccountDetails
      account={opened}
      groups={groups}
      isEditing={open.value.edits !== 'no'}
      onEdit={() => {
        open.value = { id: opened.id, edits: 'here' };
      }}
      onEdited={() => {
        if (open.value?.edits === 'only') {
          closeDetails();
          return;
        }
        open.value = { id: opened.id, edits: 'no' };
        focusAt(around.current, opened.id, 'edit-here');
      }}
      onClose={closeDetails}
      verbs={verbs}
      attempt={attempt}
    />
  );
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  const onShow = new Set(rows.map(({ id }) => id));
  const asked = asking.value;

  return (
    <>
      <UnverifiedHere accounts={rows} />
      <div class="list-and-details" ref={around}>
        <div class="list-area">
          {rows.length > 0 && (
            <AccountGrid
              list={list}
              view={view}
              rows={rows}
              following={held.accounts[last]}
              groupNames={groupNames}
              selection={selection.value}
              onSelectPage={(isPicked) => {
                selection.value = setAll(selection.value, rows, isPicked);
              }}
              movable={sort === 'own'}
              code={code}
              openId={opened?.id}
              details={isWide.value ? undefined : details}
              verbs={verbs}
              onDrop={drop}
            />
          )}
        </div>
        {isWide.value && details && <aside class="details-area">{details}</aside>}
      </div>
      {(picked.length > 0 || isLong) && (
        <SelectionBar
          count={picked.length}
          elsewhere={picked.filter(({ id }) => !onShow.has(id)).length}
          found={held.total}
          working={isLong ? working.value : undefined}
          onSelectFound={selectFound}
          onClear={() => {
            selection.value = NOTHING_SELECTED;
            document.getElementById('select-page')?.focus();
          }}
          onPin={pinMany}
          onGroup={() => {
            asking.value = { what: 'group', accounts: picked };
          }}
          onMove={() => {
            asking.value = { what: 'move', accounts: picked };
          }}
          onDelete={() => {
            asking.value = { what: 'delete', accounts: picked };
          }}
        />
      )}
      {dialogs}
      {asked?.what === 'move' && (
        <MoveDialog
          title={
            asked.name === undefined
              ? tn('moveManyTitle', asked.accounts.length)
              : t('moveOneTitle', asked.name)
          }
          moving={asked.accounts}
          onMove={(to) => {
            closeAsking();
            moveMany(asked.accounts, to);
          }}
          onClose={closeAsking}
        />
      )}
      {asked?.what === 'group' && (
        <GroupDialog
          title={tn('groupManyTitle', asked.accounts.length)}
          groups={groups}
          onChoose={({ id, name }) => {
            closeAsking();
            groupMany(asked.accounts, id, name);
          }}
          onClose={closeAsking}
        />
      )}
      {asked?.what === 'delete' && (
        <ConfirmDialog
          id="delete-many-dialog"
          title={tn('deleteManyTitle', asked.accounts.length)}
          action={t('delete')}
          onConfirm={() => {
            closeAsking();
            deleteMany(asked.accounts);
          }}
          onCancel={closeAsking}
        >
          {t('deleteManyExplained')}
        </ConfirmDialog>
      )}
    </>
  );
}

/** Once it is drawn. */
function focusAt(around: HTMLElement | null, id: string, action: string): void {
  requestAnimationFrame(() =>
    around
      ?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"] [data-action="${action}"]`)
      ?.focus(),
  );
}
