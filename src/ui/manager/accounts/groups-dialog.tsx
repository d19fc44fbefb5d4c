import { useSignal } from '@preact/signals';
import { ArrowDown, ArrowUp, Pencil, Trash2 } from 'lucide-preact';
import type { TargetedSubmitEvent } from 'preact';
import { useRef } from 'preact/hooks';
import { send } from '../../../messages/client.ts';
import { numeral, t, tn } from '../../i18n.ts';
import { Dialog } from '../../kit/dialog.tsx';
import { IconButton } from '../../kit/icon-button.tsx';
import { Said, Warning } from '../../notice.tsx';
import { useAttempt } from '../../use-attempt.ts';
import type { Facets } from './filter.ts';
import { GroupNameField } from './group-name-field.tsx';
import { useKeptFocus } from './keep-focus.ts';
import { RenameGroup } from './rename-group.tsx';

type Group = Facets['groups'][number];

interface Props {
  readonly groups: Facets['groups'];
  readonly onClose: () => void;
}

/** The groups: added, renamed, put in order, removed. */
export function GroupsDialog({ groups, onClose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const keepFocus = useKeptFocus(list, groups);
  const said = useSignal('');
  const added = useSignal('');
  const renaming = useSignal<{ id: string; name: string } | undefined>(undefined);
  const { problem, attempt } = useAttempt();
  const act = (change: () => Promise<unknown>, sentence: string) =>
    attempt(async () => {
      said.value = '';
      await change();
      said.value = sentence;
    });

  const add = (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = added.value.trim();
    void act(
      async () => {
        await send('groups.add', { name });
        added.value = '';
      },
      t('groupAdded', name),
    );
  };
  const rename = ({ id, name }: { id: string; name: string }) =>
    void act(
      async () => {
        await send('groups.rename', { id, name });
        renaming.value = undefined;
        keepFocus(id, 'rename');
      },
      t('groupRenamed', name.trim()),
    );
  const move = (group: Group, step: 1 | -1) => {
    const at = groups.indexOf(group) + step;
    const before = groups[step < 0 ? at : at + 1]?.id ?? null;
    keepFocus(group.id, step < 0 ? 'up' : 'down');
    void act(
      () => send('groups.move', { id: group.id, before }),
      t('groupMoved', group.name, numeral(at + 1)),
    );
  };
  const remove = (group: Group) => {
    const at = groups.indexOf(group);
    const neighbour = groups[at + 1] ?? groups[at - 1];
    if (neighbour) keepFocus(neighbour.id, 'remove');
    void act(() => send('groups.remove', { id: group.id }), t('groupRemoved', group.name));
  };

  return (
    <Dialog id="groups-dialog" title={t('groupsTitle')} onClose={onClose}>
      <form class="add-group" onSubmit={add}>
        <GroupNameField id="group-name" name={added} />
        <button type="submit" id="add-group">
          {t('groupAdd')}
        </button>
      </form>
      {problem.value && <Warning>{problem.value}</Warning>}
      <Said>{said.value}</Said>
      {groups.length === 0 && <p class="quiet-text">{t('groupsEmpty')}</p>}
      <ul class="groups" ref={list}>
        {groups.map((group, index) => (
          <li key={group.id} data-id={group.id}>
            {renaming.value?.id === group.id ? (
              <RenameGroup
                name={group.name}
                onRename={(name) => rename({ id: group.id, name })}
                onCancel={() => {
                  keepFocus(group.id, 'rename');
                  renaming.value = undefined;
                }}
              />
            ) : (
              <>
                <span class="group-name" dir="auto">
                  {group.name}
                </span>
                <span class="quiet-text small">{tn('groupSize', group.count)}</span>
                <span class="group-actions">
                  <IconButton
                    label={t('groupUp', group.name)}
                    icon={ArrowUp}
                    data-action="up"
                    disabled={index === 0}
                    onClick={() => move(group, -1)}
                  />
                  <IconButton
                    label={t('groupDown', group.name)}
                    icon={ArrowDown}
                    data-action="down"
                    disabled={index === groups.length - 1}
                    onClick={() => move(group, 1)}
                  />
                  <IconButton
                    label={t('groupRename', group.name)}
                    icon={Pencil}
                    data-action="rename"
                    onClick={() => {
                      renaming.value = group;
                    }}
                  />
                  <IconButton
                    label={t('groupRemove', group.name)}
                    icon={Trash2}
                    data-action="remove"
                    onClick={() => remove(group)}
                  />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" id="close-groups" onClick={onClose}>
          {t('done')}
        </button>
      </div>
    </Dialog>
  );
}
