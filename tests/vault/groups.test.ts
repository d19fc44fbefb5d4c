import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import type { Editor, VaultDocument } from '../../src/vault/document.ts';
import {
  addGroup,
  groupNamed,
  moveGroup,
  removeGroup,
  renameGroup,
  setGroup,
} from '../../src/vault/groups.ts';
import { totp } from '../otp/credentials.ts';
import { fault, newAccount, SECRETS } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { newMachine, newOpenVault } from './in-memory.ts';

const NOW = 1_700_000_000_000;

const idOf = (name: string) => `00000000-0000-4000-8000-${name.padEnd(12, '0')}`;
const A = idOf('a');
const B = idOf('b');
const C = idOf('c');
const GONE = idOf('f');

const account = (id: string, group?: string): Account => ({
  id,
  credential: totp({ account: id.at(24) ?? '' }),
  kind: 'work',
  createdAt: NOW,
  origins: [],
  ...(group === undefined ? {} : { group }),
});

/** Three groups; of three accounts, one is in the first, and one of the recycle bin, too. */
const DOCUMENT: VaultDocument = {
  ...EMPTY_DOCUMENT,
  groups: [
    { id: A, name: 'Family' },
    { id: B, name: 'Büro' },
    { id: C, name: 'Servers' },
  ],
  accounts: [account(A, A), account(B), { ...account(C, A), deletedAt: NOW }],
};

const edited = (editor: Editor, document = DOCUMENT) => editor(document, NOW)?.document;
const changeOf = (editor: Editor) => editor(DOCUMENT, NOW)?.change;
const namesOf = (document: VaultDocument | undefined) => document?.groups.map(({ name }) => name);
const groupsOf = (document: VaultDocument | undefined) =>
  document?.accounts.map(({ group }) => group);

describe('a group that is added', () => {
  it('stands at the end', () => {
    expect(namesOf(edited(addGroup(GONE, 'Games')))).toEqual([
      ...['Family', 'Büro', 'Servers', 'Games'],
    ]);
    expect(changeOf(addGroup(GONE, 'Games'))).toEqual({ kind: 'group-added', label: 'Games' });
  });

  it.each(['Family', 'FAMILY', 'bu\u0308ro'])('is none where there is one (%s)', (name) => {
    expect(addGroup(GONE, name)(DOCUMENT, NOW)).toBeUndefined();
    expect(groupNamed(DOCUMENT, name)).toBeDefined();
  });
});

describe('a group that is renamed', () => {
  it('keeps its place and its accounts', () => {
    const after = edited(renameGroup(A, 'Home'));
    expect(namesOf(after)).toEqual(['Home', 'Büro', 'Servers']);
    expect(after?.accounts).toBe(DOCUMENT.accounts);
    expect(changeOf(renameGroup(A, 'Home'))).toEqual({ kind: 'group-renamed', label: 'Home' });
  });

  it('may be spelled another way, and is not as it is', () => {
    expect(namesOf(edited(renameGroup(A, 'FAMILY')))).toEqual(['FAMILY', 'Büro', 'Servers']);
    expect(renameGroup(A, 'Family')(DOCUMENT, NOW)).toBeUndefined();
  });

  it('does not get the name of another one', () => {
    expect(() => edited(renameGroup(A, 'büro'))).toThrow(
      expect.objectContaining({ ...fault('group-exists'), field: 'name' }),
    );
  });
});

describe('a group that is removed', () => {
  it('leaves its accounts, also those in the recycle bin, in no group', () => {
    const after = edited(removeGroup(A));
    expect(namesOf(after)).toEqual(['Büro', 'Servers']);
    expect(after?.accounts.map(({ id }) => id)).toEqual([A, B, C]);
    expect(groupsOf(after)).toEqual([undefined, undefined, undefined]);
    expect(changeOf(removeGroup(A))).toEqual({ kind: 'group-removed', label: 'Family' });
  });

  it('leaves the accounts of others', () => {
    expect(groupsOf(edited(removeGroup(B)))).toEqual([A, undefined, A]);
  });
});

describe('a group that is moved', () => {
  it.each<[string, string | null, string[]]>([
    [C, A, ['Servers', 'Family', 'Büro']],
    [A, C, ['Büro', 'Family', 'Servers']],
    [A, null, ['Büro', 'Servers', 'Family']],
  ])('(%s before %s) stands there', (id, before, names) => {
    expect(namesOf(edited(moveGroup(id, before)))).toEqual(names);
  });

  it.each<[string, string | null]>([
    [A, B],
    [A, A],
    [C, null],
  ])('(%s before %s) to where it is, is no change', (id, before) => {
    expect(moveGroup(id, before)(DOCUMENT, NOW)).toBeUndefined();
  });
});

describe('accounts that are put into a group', () => {
  it('are in that one, and in no other', () => {
    const after = edited(setGroup([A, B], B));
    expect(groupsOf(after)).toEqual([B, B, A]);
    expect(changeOf(setGroup([A, B], B))).toEqual({ kind: 'accounts-grouped', label: '2' });
  });

  it('are in none where they are taken out', () => {
    expect(groupsOf(edited(setGroup([A], null)))).toEqual([undefined, undefined, A]);
    expect(edited(setGroup([A], null))?.accounts[0]).not.toHaveProperty('group');
    expect(changeOf(setGroup([A, B], null))).toEqual({
      kind: 'account-ungrouped',
      label: 'Contoso · a',
    });
  });

  it('where they are already, are no change', () => {
    expect(setGroup([A], A)(DOCUMENT, NOW)).toBeUndefined();
    expect(setGroup([B], null)(DOCUMENT, NOW)).toBeUndefined();
  });

  it('are there', () => {
    for (const id of [C, GONE]) {
      expect(() => edited(setGroup([A, id], B))).toThrow(
        expect.objectContaining(fault('unknown-account')),
      );
    }
  });
});

it.each<[string, Editor]>([
  ['renamed', renameGroup(GONE, 'Home')],
  ['removed', removeGroup(GONE)],
  ['moved', moveGroup(GONE, null)],
  ['a place to move to', moveGroup(A, GONE)],
  ['a place for accounts', setGroup([A], GONE)],
])('a group that there is not is not %s', (_, editor) => {
  expect(() => editor(DOCUMENT, NOW)).toThrow(expect.objectContaining(fault('unknown-group')));
});

describe('the vault', () => {
  it('takes back what was done to a group, with its accounts', async () => {
    const machine = newMachine();
    const vault = await newOpenVault(machine);
    const { account: one } = await vault.add(newAccount());
    const { account: other } = await vault.add(newAccount(SECRETS[1]));
    await vault.change(addGroup(A, 'Family'));
    await vault.change(setGroup([one.id, other.id], A));
    await vault.change(removeGroup(A));
    expect(await vault.status()).toMatchObject({ undo: { kind: 'group-removed' } });
    await vault.undo();
    const next = machine.startWorker();
    expect(namesOf(await next.document())).toEqual(['Family']);
    expect(groupsOf(await next.document())).toEqual([A, A]);
    await next.undo();
    expect(namesOf(await next.document())).toEqual([]);
    expect(groupsOf(await next.document())).toEqual([undefined, undefined]);
  });

  it('leaves the groups where the last change was one of accounts', async () => {
    const vault = await newOpenVault(newMachine());
    const { account: one } = await vault.add(newAccount());
    await vault.change(addGroup(A, 'Family'));
    await vault.change(setGroup([one.id], A));
    expect((await vault.document()).undo).not.toHaveProperty('groups');
    await vault.undo();
    expect(namesOf(await vault.document())).toEqual(['Family']);
  });
});
