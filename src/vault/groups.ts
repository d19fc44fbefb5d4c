import { Fault } from '../fault.ts';
import { editAccounts } from './accounts.ts';
import type { Editor, VaultDocument } from './document.ts';
import type { Group } from './group.ts';

/** A new group, at the end; nothing where there is one of that name. */
export function addGroup(id: string, name: string): Editor {
  return (document) =>
    groupNamed(document, name)
      ? undefined
      : {
          document: { ...document, groups: [...document.groups, { id, name }] },
          change: { kind: 'group-added', label: name },
        };
}

/** The group of that name, however it is spelled. */
export function groupNamed({ groups }: VaultDocument, name: string): Group | undefined {
  const sought = folded(name);
  return groups.find((group) => folded(group.name) === sought);
}

/** @throws Fault `unknown-group`; `group-exists` where another one has that name */
export function renameGroup(id: string, name: string): Editor {
  return (document) => {
    const group = findGroup(document, id);
    const same = groupNamed(document, name);
    if (same && same !== group) throw new Fault('group-exists', 'there is such a group', 'name');
    if (group.name === name) return undefined;
    const groups = document.groups.map((each) => (each === group ? { id, name } : each));
    return { document: { ...document, groups }, change: { kind: 'group-renamed', label: name } };
  };
}

/** Its accounts stay, in no group; those in the recycle bin, too. @throws Fault `unknown-group` */
export function removeGroup(id: string): Editor {
  return (document) => {
    const group = findGroup(document, id);
    const accounts = document.accounts.map((account) => {
      if (account.group !== id) return account;
      const { group: _, ...rest } = account;
      return rest;
    });
    const groups = document.groups.filter((each) => each !== group);
    return {
      document: { ...document, accounts, groups },
      change: { kind: 'group-removed', label: group.name },
    };
  };
}

/** Puts a group in front of another one; at the end where `before` is null. @throws Fault `unknown-group` */
export function moveGroup(id: string, before: string | null): Editor {
  return (document) => {
    const group = findGroup(document, id);
    const others = document.groups.filter((each) => each !== group);
    const at = before === null ? others.length : others.indexOf(findGroup(document, before));
    if (at < 0) return undefined;
    const groups = others.toSpliced(at, 0, group);
    if (groups.every((each, index) => each === document.groups[index])) return undefined;
    return {
      document: { ...document, groups },
      change: { kind: 'group-moved', label: group.name },
    };
  };
}

/** Puts accounts into a group; into none where it is null. @throws Fault `unknown-group`, `unknown-account` */
export function setGroup(ids: readonly string[], group: string | null): Editor {
  const kind = group === null ? 'ungrouped' : 'grouped';
  return (document, now) => {
    if (group !== null) findGroup(document, group);
    return editAccounts(ids, kind, (current) => {
      if ((current.group ?? null) === group) return current;
      const { group: _, ...rest } = current;
      return group === null ? rest : { ...rest, group };
    })(document, now);
  };
}

function findGroup({ groups }: VaultDocument, id: string): Group {
  const group = groups.find((each) => each.id === id);
  if (group) return group;
  throw new Fault('unknown-group', 'no such group', 'group');
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
