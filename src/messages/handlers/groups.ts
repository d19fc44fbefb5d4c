import { Fault } from '../../fault.ts';
import type { Editor } from '../../vault/document.ts';
import { addGroup, groupNamed, moveGroup, removeGroup, renameGroup } from '../../vault/groups.ts';
import type { HandlersOf, Services } from '../services.ts';
import { announced } from './announced.ts';

export function groupHandlers({ vault, announceChange }: Services): HandlersOf<'groups'> {
  const change = async (editor: Editor) => {
    await announced(vault.change(editor), announceChange);
  };
  return {
    'groups.add': async ({ name }) => {
      const editor = addGroup(crypto.randomUUID(), name);
      const { after } = await announced(vault.change(editor), announceChange);
      const group = groupNamed(after, name);
      if (!group) throw new Fault('internal', 'nothing came of the group');
      return { id: group.id };
    },
    'groups.rename': ({ id, name }) => change(renameGroup(id, name)),
    'groups.remove': ({ id }) => change(removeGroup(id)),
    'groups.move': ({ id, before }) => change(moveGroup(id, before)),
  };
}
