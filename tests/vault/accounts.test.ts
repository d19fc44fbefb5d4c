import { beforeEach, describe, expect, it } from 'vitest';
import { codeAtStep } from '../../src/otp/code.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { type Account, nameOf } from '../../src/vault/account.ts';
import {
  addAccount,
  advanceCounter,
  binnedAccounts,
  deleteAccounts,
  emptyBin,
  find,
  findBySecret,
  goneAt,
  liveAccounts,
  moveAccounts,
  pinAccounts,
  renameAccount,
  restoreAccount,
  resynchroniseCounter,
  setImage,
} from '../../src/vault/accounts.ts';
import type { Editor, VaultDocument } from '../../src/vault/document.ts';
import { FRESH_MS } from '../../src/vault/session.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { hotp, totp } from '../otp/credentials.ts';
import {
  accountsOf,
  DAY,
  Disk,
  fault,
  newAccount,
  numberedSecret,
  SECRETS,
  secretsOf,
} from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { diskBytes, type Machine, newMachine, newOpenVault, PASSKEY } from './in-memory.ts';
import { IMAGE, png } from './png.ts';

const NOW = 1_700_000_000_000;
const BIN_MS = 30 * DAY;

const idOf = (name: string) => `00000000-0000-4000-8000-${name.padEnd(12, '0')}`;

/** An account for each name, in this order. */
function documentOf(accounts: Record<string, Partial<Account>>): VaultDocument {
  return {
    ...EMPTY_DOCUMENT,
    accounts: Object.entries(accounts).map(([name, changes]) => ({
      id: idOf(name),
      credential: totp({ account: name }),
      kind: 'work' as const,
      createdAt: NOW,
      origins: [],
      ...changes,
    })),
  };
}

const namesOf = (accounts: readonly Account[]) =>
  accounts.map(({ credential }) => credential.account);

const deletedDaysAgo = (days: number) => ({ deletedAt: NOW - days * DAY });

/** The document after an edit that changes it. */
function edited(document: VaultDocument, editor: Editor, now = NOW): VaultDocument {
  const edit = editor(document, now);
  if (!edit) throw new Error('nothing was changed');
  return edit.document;
}

describe('the accounts on show', () => {
  it('are those that are not in the recycle bin, pinned ones first', () => {
    const document = documentOf({ a: {}, b: { pinned: true }, c: { deletedAt: NOW }, d: {} });
    expect(namesOf(liveAccounts(document))).toEqual(['b', 'a', 'd']);
  });

  it('are the same array for the same accounts, and another one for others', () => {
    const document = documentOf({ a: {}, b: {} });
    expect(liveAccounts({ ...document, wayNames: {} })).toBe(liveAccounts(document));
    const renamed = { ...document, accounts: document.accounts.slice(1) };
    expect(namesOf(liveAccounts(renamed))).toEqual(['b']);
  });
});

describe('an account that is added', () => {
  it('stands last, with its origins, its tenant and the time', () => {
    const before = documentOf({ a: {} });
    const { document, change } = addAccount(newAccount(), idOf('b'))(before, NOW) ?? {};
    const added = { ...newAccount(), id: idOf('b'), createdAt: NOW };
    expect(document?.accounts).toEqual([...before.accounts, added]);
    expect(change).toEqual({ kind: 'account-added', label: 'Contoso · alex@contoso.example' });
  });

  it('changes neither the document nor what it is given', () => {
    const given = newAccount();
    edited(EMPTY_DOCUMENT, addAccount(given, idOf('a')));
    expect(EMPTY_DOCUMENT.accounts).toEqual([]);
    expect(given).toEqual(newAccount());
  });

  it('holds whether a code of it was accepted, and what it is to finish, where that is known', () => {
    const more = { kind: 'guest', proof: 'unverified', replaces: idOf('b') } as const;
    const [added] = edited(
      EMPTY_DOCUMENT,
      addAccount({ ...newAccount(), ...more }, idOf('a')),
    ).accounts;
    expect(added).toMatchObject(more);
    const [without] = edited(EMPTY_DOCUMENT, addAccount(newAccount(), idOf('a'))).accounts;
    expect(without).not.toHaveProperty('proof');
    expect(without).not.toHaveProperty('replaces');
  });

  it('has no tenant where none is known', () => {
    const without = { ...newAccount(), tenant: undefined };
    const [added] = edited(EMPTY_DOCUMENT, addAccount(without, idOf('a'))).accounts;
    expect(added).not.toHaveProperty('tenant');
  });
});

describe('findBySecret', () => {
  const document = documentOf({
    a: {},
    b: { credential: totp({ secret: 'MZXW6' }), deletedAt: NOW },
  });

  it('finds the account with the same secret, in the recycle bin too', () => {
    expect(findBySecret(document, totp().secret)?.id).toBe(idOf('a'));
    expect(findBySecret(document, 'MZXW6')?.id).toBe(idOf('b'));
  });

  it('finds none with another one', () => {
    expect(findBySecret(document, 'MZXW7')).toBeUndefined();
  });
});

describe('nameOf', () => {
  it.each<[string, Partial<Credential>]>([
    ['Contoso · alex', { issuer: 'Microsoft', prefix: 'Contoso', account: 'alex' }],
    ['GitHub · alex', { issuer: 'GitHub', prefix: 'GitHub', account: 'alex' }],
    ['GitHub', { issuer: 'GitHub', prefix: '', account: '' }],
    ['alex', { issuer: '', prefix: '', account: 'alex' }],
  ])('is %s', (name, changes) => {
    expect(nameOf({ ...totp(), ...changes } as Credential)).toBe(name);
  });
});

describe('an account that is renamed', () => {
  const names = { issuer: 'GitHub', account: 'zoë', organisation: 'Work' };

  it('has its new names and the same secret, in the same place', () => {
    const before = documentOf({ a: {}, b: {}, c: {} });
    const after = edited(before, renameAccount(idOf('b'), names)).accounts;
    expect(after[1]?.credential).toEqual(
      totp({ issuer: 'GitHub', account: 'zoë', prefix: 'Work' }),
    );
    expect([after[0], after[2]]).toEqual([before.accounts[0], before.accounts[2]]);
  });

  it('has its issuer for an organisation where it gets none', () => {
    const [after] = edited(
      documentOf({ a: {} }),
      renameAccount(idOf('a'), { ...names, organisation: '' }),
    ).accounts;
    expect(after?.credential.prefix).toBe('GitHub');
  });

  it('as it is called already is no change', () => {
    const document = documentOf({ a: {} });
    const same = { issuer: 'Microsoft', account: 'a', organisation: 'Contoso' };
    expect(renameAccount(idOf('a'), same)(document, NOW)).toBeUndefined();
    expect(renameAccount(idOf('a'), { ...same, account: 'b' })(document, NOW)).toBeDefined();
    expect(renameAccount(idOf('a'), { ...same, issuer: 'b' })(document, NOW)).toBeDefined();
    expect(renameAccount(idOf('a'), { ...same, organisation: 'b' })(document, NOW)).toBeDefined();
  });
});

describe('an account that is pinned', () => {
  it('stands in front until it is no more', () => {
    const before = documentOf({ a: {}, b: {} });
    const pinned = edited(before, pinAccounts([idOf('b')], true));
    expect(namesOf(liveAccounts(pinned))).toEqual(['b', 'a']);
    expect(edited(pinned, pinAccounts([idOf('b')], false))).toEqual(before);
  });

  it.each([true, false])('(%s) already is no change', (pinned) => {
    const document = documentOf({ a: pinned ? { pinned } : {} });
    expect(pinAccounts([idOf('a')], pinned)(document, NOW)).toBeUndefined();
  });

  it('is told apart from one that is unpinned', () => {
    const document = documentOf({ a: {}, b: { pinned: true } });
    expect(pinAccounts([idOf('a')], true)(document, NOW)?.change.kind).toBe('account-pinned');
    expect(pinAccounts([idOf('b')], false)(document, NOW)?.change.kind).toBe('account-unpinned');
  });
});

describe('an account that is moved', () => {
  const document = documentOf({ a: {}, b: {}, c: {}, d: {} });

  it.each<[string, string | null, string]>([
    ['d', 'a', 'dabc'],
    ['a', 'd', 'bcad'],
    ['a', null, 'bcda'],
    ['c', 'b', 'acbd'],
  ])('(%s before %s) makes it %s', (moved, before, order) => {
    const after = edited(document, moveAccounts([idOf(moved)], before && idOf(before)));
    expect(namesOf(after.accounts).join('')).toBe(order);
  });

  it.each<[string, string | null]>([
    ['a', 'b'],
    ['a', 'a'],
    ['d', null],
  ])('(%s before %s) to where it is, is no change', (moved, before) => {
    expect(moveAccounts([idOf(moved)], before && idOf(before))(document, NOW)).toBeUndefined();
  });

  it('goes to no place that there is not', () => {
    expect(() => moveAccounts([idOf('a')], idOf('x'))(document, NOW)).toThrow(
      expect.objectContaining(fault('unknown-account')),
    );
  });
});

describe('several accounts', () => {
  const document = documentOf({ a: {}, b: { pinned: true }, c: {}, d: {} });

  it.each<[string, string | null, string]>([
    ['ac', null, 'bdac'],
    ['ca', null, 'bdac'],
    ['cd', 'a', 'cdab'],
    ['ad', 'c', 'badc'],
    ['bd', 'b', 'abdc'],
    ['ac', 'a', 'acbd'],
  ])('that are moved (%s before %s) gather there, in their order', (moved, before, order) => {
    const ids = [...moved].map(idOf);
    const after = edited(document, moveAccounts(ids, before && idOf(before)));
    expect(namesOf(after.accounts).join('')).toBe(order);
  });

  it.each<[string, string | null]>([
    ['ab', 'c'],
    ['cd', null],
    ['abcd', 'b'],
  ])('(%s before %s) that stand there are not moved', (moved, before) => {
    const ids = [...moved].map(idOf);
    expect(moveAccounts(ids, before && idOf(before))(document, NOW)).toBeUndefined();
  });

  it('are pinned, and go to the bin, in one change each', () => {
    const ids = [idOf('a'), idOf('b'), idOf('c')];
    const pinned = pinAccounts(ids, true)(document, NOW);
    expect(pinned?.document.accounts.filter((each) => each.pinned)).toHaveLength(3);
    // One of them was pinned already.
    expect(pinned?.change).toEqual({ kind: 'accounts-pinned', label: '2' });
    const deleted = deleteAccounts(ids)(document, NOW);
    expect(namesOf(liveAccounts(deleted?.document ?? document))).toEqual(['d']);
    expect(deleted?.change).toEqual({ kind: 'accounts-deleted', label: '3' });
  });

  it.each<[string, Editor, string]>([
    ['pinned', pinAccounts([idOf('a'), idOf('b')], true), 'account-pinned'],
    ['unpinned', pinAccounts([idOf('a'), idOf('b')], false), 'account-unpinned'],
    ['moved twice', moveAccounts([idOf('d'), idOf('d')], idOf('a')), 'account-moved'],
    ['deleted twice', deleteAccounts([idOf('d'), idOf('d')]), 'account-deleted'],
  ])('of which just one is %s are one', (_, editor, kind) => {
    expect(editor(document, NOW)?.change).toEqual({ kind, label: expect.stringContaining(' · ') });
  });

  it('are all there, or nothing is done', () => {
    expect(() => deleteAccounts([idOf('a'), idOf('x')])(document, NOW)).toThrow(
      expect.objectContaining({ ...fault('unknown-account'), field: 'ids' }),
    );
  });
});

describe('a picture of an account', () => {
  const document = documentOf({ a: {}, b: { image: IMAGE } });

  it('is set, replaced, and taken away', () => {
    const set = setImage(idOf('a'), IMAGE)(document, NOW);
    expect(set?.document.accounts[0]?.image).toBe(IMAGE);
    expect(set?.change.kind).toBe('account-image-set');
    const other = png(64, 64, 0);
    expect(edited(document, setImage(idOf('b'), other)).accounts[1]?.image).toBe(other);
    const removed = setImage(idOf('b'), null)(document, NOW);
    expect(removed?.document.accounts[1]).not.toHaveProperty('image');
    expect(removed?.change.kind).toBe('account-image-removed');
  });

  it('that it has, or has not, already is no change', () => {
    expect(setImage(idOf('b'), IMAGE)(document, NOW)).toBeUndefined();
    expect(setImage(idOf('a'), null)(document, NOW)).toBeUndefined();
  });
});

describe('the recycle bin', () => {
  it('takes an account that is deleted, and gives it back', () => {
    const before = documentOf({ a: {}, b: {} });
    const after = edited(before, deleteAccounts([idOf('a')]));
    expect(namesOf(liveAccounts(after))).toEqual(['b']);
    expect(binnedAccounts(after, NOW)).toEqual([{ ...before.accounts[0], deletedAt: NOW }]);
    expect(edited(after, restoreAccount(idOf('a')))).toEqual(before);
  });

  it('has the last one that came first', () => {
    const document = documentOf({
      a: deletedDaysAgo(3),
      b: deletedDaysAgo(1),
      c: {},
      d: deletedDaysAgo(2),
    });
    expect(namesOf(binnedAccounts(document, NOW))).toEqual(['b', 'd', 'a']);
  });

  it('keeps one for 30 days, and says until when', () => {
    const document = documentOf({ a: { deletedAt: NOW } });
    const [binned] = binnedAccounts(document, NOW + BIN_MS - 1);
    expect(binned && goneAt(binned)).toBe(NOW + BIN_MS);
    expect(binnedAccounts(document, NOW + BIN_MS)).toEqual([]);
    expect(() => restoreAccount(idOf('a'))(document, NOW + BIN_MS)).toThrow(
      expect.objectContaining(fault('unknown-account')),
    );
  });

  it('says of an account that is not in there that it stays', () => {
    const [account] = documentOf({ a: {} }).accounts;
    expect(account && goneAt(account)).toBeUndefined();
  });

  it('is emptied whole, and nothing else is', () => {
    const document = documentOf({ a: { deletedAt: NOW }, b: {}, c: { deletedAt: NOW } });
    const after = edited(document, emptyBin);
    expect(namesOf(after.accounts)).toEqual(['b']);
    expect(emptyBin(after, NOW)).toBeUndefined();
  });
});

describe('an account in the recycle bin, or none at all,', () => {
  const document = documentOf({ a: { deletedAt: NOW, credential: hotp() }, b: {} });
  const names = { issuer: '', account: '', organisation: '' };

  it.each<[string, (id: string) => Editor]>([
    ['renamed', (id) => renameAccount(id, names)],
    ['pinned', (id) => pinAccounts([id], true)],
    ['moved', (id) => moveAccounts([id], null)],
    ['a place to move to', (id) => moveAccounts([idOf('b')], id)],
    ['deleted', (id) => deleteAccounts([id])],
    ['given a picture', (id) => setImage(id, null)],
    ['advanced', advanceCounter],
    ['resynchronised', (id) => resynchroniseCounter(id, ['755224', '287082'])],
  ])('is not %s', (_, editor) => {
    for (const id of [idOf('a'), idOf('x')]) {
      expect(() => editor(id)(document, NOW)).toThrow(
        expect.objectContaining({
          ...fault('unknown-account'),
          field: expect.stringMatching(/^ids?$/u),
        }),
      );
    }
  });

  it('is not found; one that is in neither place is not restored', () => {
    expect(() => find(document, idOf('a'))).toThrow(
      expect.objectContaining(fault('unknown-account')),
    );
    for (const name of ['b', 'x']) {
      expect(() => restoreAccount(idOf(name))(document, NOW)).toThrow(
        expect.objectContaining(fault('unknown-account')),
      );
    }
  });
});

describe('a counter', () => {
  const document = documentOf({ a: { credential: hotp({ counter: 3 }) }, b: {} });
  const counterOf = (changed: VaultDocument) => changed.accounts[0]?.credential;
  const code = (counter: number) => codeAtStep(hotp(), counter);

  it('is advanced by one', () => {
    expect(counterOf(edited(document, advanceCounter(idOf('a'))))).toEqual(hotp({ counter: 4 }));
  });

  it('goes to where two codes lead', () => {
    const resynchronise = resynchroniseCounter(idOf('a'), [code(7), code(8)]);
    expect(counterOf(edited(document, resynchronise))).toEqual(hotp({ counter: 9 }));
  });

  it.each([
    ['codes behind it', [code(1), code(2)]],
    ['codes in the wrong order', [code(8), code(7)]],
    ['codes with one between them', [code(7), code(9)]],
    ['codes of another account', ['000000', '111111']],
  ] as const)('goes nowhere by %s', (_, codes) => {
    expect(() => resynchroniseCounter(idOf('a'), codes)(document, NOW)).toThrow(
      expect.objectContaining(fault('counter-not-found')),
    );
  });

  it('is none that depends on the time', () => {
    for (const editor of [
      advanceCounter(idOf('b')),
      resynchroniseCounter(idOf('b'), ['755224', '287082']),
    ]) {
      expect(() => editor(document, NOW)).toThrow(
        expect.objectContaining(fault('not-counter-based')),
      );
    }
  });
});

describe('in the vault', () => {
  let machine: Machine;
  let vault: Vault;

  beforeEach(async () => {
    machine = newMachine();
    vault = await newOpenVault(machine);
  });

  it('an edit gives the document before and after, and is there after a restart', async () => {
    const { account } = await vault.add(newAccount());
    const names = { issuer: 'GitHub', account: 'alex', organisation: '' };
    const { before, after } = await vault.change(renameAccount(account.id, names));
    expect(before.accounts).toEqual([account]);
    expect(namesOf(after.accounts)).toEqual(['alex']);
    expect((await machine.startWorker().document()).accounts).toEqual(after.accounts);
  });

  it('what changes nothing writes nothing, and counts as use', async () => {
    const { account } = await vault.add(newAccount());
    const written = await diskBytes();
    machine.clock.advance(FRESH_MS);
    const { before, after } = await vault.change(pinAccounts([account.id], false));
    expect(after).toBe(before);
    expect((await diskBytes()).equals(written)).toBe(true);
    expect(machine.watched.at(-1)).toBe(machine.clock.now() + 900_000);
  });

  it('the same secret in the recycle bin comes back, and is told', async () => {
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    expect(await secretsOf(vault)).toEqual([]);
    expect(await vault.add(newAccount())).toEqual({ account, isNew: false, restored: true });
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0]]);
  });

  it('the same secret after 30 days in the recycle bin is a new account', async () => {
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    machine.clock.advance(BIN_MS);
    await vault.open(PASSKEY);
    const again = await vault.add(newAccount());
    expect(again).toMatchObject({ isNew: true, restored: false });
    expect((await vault.document()).accounts).toEqual([again.account]);
  });

  it('what was in the recycle bin for 30 days is gone with the next change, its undo too', async () => {
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    machine.clock.advance(BIN_MS - 1);
    await vault.open(PASSKEY);
    await vault.setSettings({ clockOffsetSeconds: 1 });
    expect((await vault.document()).accounts).toHaveLength(1);
    machine.clock.advance(1);
    await vault.setSettings({ clockOffsetSeconds: 2 });
    expect((await vault.document()).accounts).toEqual([]);
    await expect(vault.undo()).rejects.toMatchObject(fault('nothing-to-undo'));
    expect(JSON.stringify(await machine.startWorker().document())).not.toContain(SECRETS[0]);
  });

  it('an undo of another account outlives the one that goes', async () => {
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    const { account: other } = await vault.add(newAccount(SECRETS[1]));
    await vault.change(pinAccounts([other.id], true));
    machine.clock.advance(BIN_MS);
    await vault.open(PASSKEY);
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([other]);
  });

  it('the recycle bin is emptied by a user who has just shown that it is him', async () => {
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    machine.clock.advance(FRESH_MS + 1);
    await expect(vault.change(emptyBin, { fresh: true })).rejects.toMatchObject(
      fault('verification-needed'),
    );
    expect((await vault.document()).accounts).toHaveLength(1);
    await vault.verify(PASSKEY);
    await vault.change(emptyBin, { fresh: true });
    expect((await machine.startWorker().document()).accounts).toEqual([]);
  });

  it('a counter is on the disk before its code is given', async () => {
    const disk = new Disk();
    vault = machine.startWorker(disk);
    const { account } = await vault.add({ ...newAccount(), credential: hotp({ counter: 7 }) });
    disk.log.length = 0;
    await vault.change(advanceCounter(account.id)).then(() => disk.log.push('given'));
    expect(disk.log).toEqual(['added 3', 'read 3', 'prune', 'given']);
    const [{ credential } = account] = await accountsOf(machine.startWorker());
    expect(credential).toEqual(hotp({ counter: 8 }));
  });

  it('a counter that could not be saved gives no code and stays', async () => {
    const disk = new Disk();
    vault = machine.startWorker(disk);
    const { account } = await vault.add({ ...newAccount(), credential: hotp({ counter: 7 }) });
    disk.onRead = () => undefined;
    await expect(vault.change(advanceCounter(account.id))).rejects.toMatchObject(
      fault('not-saved'),
    );
    disk.onRead = (stored) => stored;
    expect(await accountsOf(vault)).toEqual([account]);
    expect(await accountsOf(machine.startWorker())).toEqual([account]);
  });

  it('a counter at the end of exact numbers is refused, and not written', async () => {
    const last = hotp({ counter: Number.MAX_SAFE_INTEGER });
    const { account } = await vault.add({ ...newAccount(), credential: last });
    const written = await diskBytes();
    await expect(vault.change(advanceCounter(account.id))).rejects.toMatchObject(fault('internal'));
    expect((await diskBytes()).equals(written)).toBe(true);
  });

  it('a code of one counter is given once where two windows ask at the same time', async () => {
    const { account } = await vault.add({ ...newAccount(), credential: hotp({ counter: 7 }) });
    const given = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const { before } = await vault.change(advanceCounter(account.id));
        const { credential } = find(before, account.id);
        return credential.type === 'hotp' && credential.counter;
      }),
    );
    expect(given).toEqual([7, 8, 9, 10, 11]);
  });

  it('100 accounts that two windows add at once are 100', async () => {
    const secrets = Array.from({ length: 100 }, (_, number) => numberedSecret(number));
    const windows = [secrets.slice(0, 50), secrets.slice(50)];
    const added = await Promise.all(
      windows.flatMap((window) => window.map((secret) => vault.add(newAccount(secret)))),
    );
    expect(added.every(({ isNew }) => isNew)).toBe(true);
    expect((await secretsOf(vault)).toSorted()).toEqual(secrets.toSorted());
    expect((await secretsOf(machine.startWorker())).toSorted()).toEqual(secrets.toSorted());
  }, 30_000);

  it('changes that wait behind a lock are refused as locked', async () => {
    const { account } = await vault.add(newAccount());
    const written = await diskBytes();
    const locking = vault.lock();
    const waiting = [
      vault.add(newAccount(SECRETS[1])),
      vault.change(deleteAccounts([account.id])),
      vault.undo(),
      vault.setSettings({ clockOffsetSeconds: 1 }),
      vault.changeKey(),
      vault.verify(PASSKEY),
    ];
    for (const { status, ...outcome } of await Promise.allSettled(waiting)) {
      expect([status, outcome]).toMatchObject(['rejected', { reason: fault('locked') }]);
    }
    await locking;
    expect((await diskBytes()).equals(written)).toBe(true);
  });
});
