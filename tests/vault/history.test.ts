import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readHeader, sealVault } from '../../src/crypto/sealed-vault.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { Fault } from '../../src/fault.ts';
import { pinAccounts } from '../../src/vault/accounts.ts';
import { DOCUMENT_VERSION } from '../../src/vault/document.ts';
import { type Generation, Generations } from '../../src/vault/generations.ts';
import { FRESH_MS } from '../../src/vault/session.ts';
import type { Vault } from '../../src/vault/vault.ts';
import {
  accountsOf,
  DAY,
  Disk,
  FIRST_PASSKEY,
  fault,
  newAccount,
  numberedSecret,
  PASSPHRASE,
  putRow,
  rowOf,
  SECRETS,
  secretsOf,
} from './builders.ts';
import {
  breakSeal,
  diskBytes,
  type Machine,
  newMachine,
  newOpenVault,
  PASSKEY,
  RECOVERY_CODE,
  tamper,
} from './in-memory.ts';

let machine: Machine;

beforeEach(() => {
  machine = newMachine();
});

/** The data key that the open vault left in `storage.session`. */
async function dataKeyOf({ storage }: Machine): Promise<Uint8Array<ArrayBuffer>> {
  const held = (await storage.get('vault.open'))['vault.open'] as { dataKey: string };
  return decodeBase64(held.dataKey);
}

/** Seals something else under a stored state's own key and header. */
async function resealAs(generation: number, change: (document: object) => unknown): Promise<void> {
  const dataKey = await dataKeyOf(machine);
  const vault = machine.startWorker();
  const document = change(await vault.document());
  const { sealed } = (await new Generations().read(generation)) as Generation;
  const resealed = await sealVault(readHeader(sealed), document, dataKey);
  await tamper(generation, () => resealed);
}

const flipAt = (row: Generation, at: number): Generation => ({
  ...row,
  sealed: row.sealed.map((byte, index) => (index === at ? byte ^ 1 : byte)),
});

describe('a state whose proof fails', () => {
  let disk: Disk;
  let vault: Vault;

  beforeEach(async () => {
    disk = new Disk();
    vault = machine.startWorker(disk);
    await vault.create(FIRST_PASSKEY, RECOVERY_CODE);
    await vault.add(newAccount());
    disk.log.length = 0;
  });

  it.each<[string, (stored: Generation | undefined) => Generation | undefined]>([
    ['is gone', () => undefined],
    ['has another tag', (stored) => stored && { ...stored, sealed: breakSeal(stored.sealed) }],
    ['has one bit of its document changed', (row) => row && flipAt(row, row.sealed.length - 40)],
    ['has one bit of its header changed', (row) => row && flipAt(row, 20)],
    ['is cut short', (stored) => stored && { ...stored, sealed: stored.sealed.slice(0, 100) }],
    ['has one more byte', (row) => row && { ...row, sealed: new Uint8Array([...row.sealed, 0]) }],
    [
      'cannot be read',
      () => {
        throw new Fault('storage-unavailable', 'UnknownError');
      },
    ],
  ])('since what is read back %s, is deleted: not-saved', async (_, onRead) => {
    const before = await diskBytes();
    disk.onRead = onRead;
    await expect(vault.add(newAccount('MZXW6'))).rejects.toMatchObject(fault('not-saved'));
    disk.onRead = (stored) => stored;
    expect(disk.log).toEqual(['added 3', 'read 3', 'replaced ', 'deleted 3']);
    expect((await diskBytes()).equals(before)).toBe(true);
    expect(await vault.status()).toMatchObject({ state: 'open', unsaved: 'not-saved' });
    expect(await secretsOf(vault)).toEqual([SECRETS[0]]);
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0]]);
  });

  it('since another good state is read back, is deleted: not-saved', async () => {
    const first = await new Generations().read(1);
    disk.onRead = (stored) => stored && first && { ...stored, sealed: first.sealed };
    await expect(vault.add(newAccount('MZXW6'))).rejects.toMatchObject(fault('not-saved'));
    expect(await new Generations().list()).toEqual([2, 1]);
  });

  it('is told until the next change is saved', async () => {
    disk.onRead = () => undefined;
    await vault.add(newAccount('MZXW6')).catch(() => undefined);
    disk.onRead = (stored) => stored;
    expect(await vault.status()).toHaveProperty('unsaved', 'not-saved');
    await vault.add(newAccount('MZXW6'));
    expect(await vault.status()).not.toHaveProperty('unsaved');
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0], 'MZXW6']);
  });
});

describe('where the disk is full', () => {
  const fill = () =>
    vi.spyOn(FDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });

  it('a change says storage-full, which is told until the next one is saved', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    const before = await diskBytes();
    const full = fill();
    await expect(vault.add(newAccount('MZXW6'))).rejects.toMatchObject(fault('storage-full'));
    expect(await vault.status()).toMatchObject({ state: 'open', unsaved: 'storage-full' });
    full.mockRestore();
    expect((await diskBytes()).equals(before)).toBe(true);
    expect(await secretsOf(vault)).toEqual([SECRETS[0]]);
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0]]);
    expect(await vault.status()).toHaveProperty('unsaved', 'storage-full');
    await vault.add(newAccount('MZXW6'));
    expect(await vault.status()).not.toHaveProperty('unsaved');
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0], 'MZXW6']);
  });

  it('no vault is made, and none is there', async () => {
    const full = fill();
    const vault = machine.startWorker();
    await expect(vault.create(FIRST_PASSKEY, RECOVERY_CODE)).rejects.toMatchObject(
      fault('storage-full'),
    );
    full.mockRestore();
    expect(await vault.status()).toEqual({ state: 'none', damaged: [] });
    expect([machine.storage.size, machine.disk.size]).toEqual([0, 0]);
    await vault.create(FIRST_PASSKEY, RECOVERY_CODE);
    expect(await vault.status()).not.toHaveProperty('unsaved');
  });

  it('the vault is told saved again after it was locked and opened', async () => {
    const vault = await newOpenVault(machine);
    const full = fill();
    await vault.add(newAccount()).catch(() => undefined);
    full.mockRestore();
    await vault.lock();
    await vault.open(PASSKEY);
    expect(await vault.status()).not.toHaveProperty('unsaved');
  });
});

describe('where a newer Countersign made the database', () => {
  it('every verb says unsupported-format', async () => {
    (await openDB('countersign', 2)).close();
    const vault = machine.startWorker();
    const verbs = [
      () => vault.status(),
      () => vault.ways(),
      () => vault.open(PASSKEY),
      () => vault.create(FIRST_PASSKEY, RECOVERY_CODE),
    ];
    for (const verb of verbs) {
      await expect(verb()).rejects.toMatchObject(fault('unsupported-format'));
    }
  });
});

describe('where the database was deleted', () => {
  it('under an open vault, its status puts it back from memory', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    await deleteDB('countersign');
    expect(await vault.status()).toMatchObject({ state: 'open' });
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0]]);
    await vault.lock();
    await vault.open({ recoveryCode: RECOVERY_CODE });
    expect(await secretsOf(vault)).toEqual([SECRETS[0]]);
  });

  it('under an open vault whose worker died, it is missing', async () => {
    await newOpenVault(machine);
    await deleteDB('countersign');
    const vault = machine.startWorker();
    expect(await vault.status()).toEqual({ state: 'missing', damaged: [] });
    expect([machine.storage.size, machine.watched.at(-1)]).toEqual([0, 'ended']);
    await expect(vault.open(PASSKEY)).rejects.toMatchObject(fault('no-vault'));
  });

  it('under a locked vault, it is missing, and another one can be made', async () => {
    const vault = await newOpenVault(machine);
    await vault.lock();
    await deleteDB('countersign');
    expect(await vault.status()).toEqual({ state: 'missing', damaged: [] });
    await vault.create(FIRST_PASSKEY, RECOVERY_CODE);
    expect(await vault.status()).toMatchObject({ state: 'open' });
  });

  it('and the disk is full, the status says so and loses nothing', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    await deleteDB('countersign');
    const full = vi.spyOn(FDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('the disk is full', 'QuotaExceededError');
    });
    expect(await vault.status()).toMatchObject({ state: 'open', unsaved: 'storage-full' });
    full.mockRestore();
    expect(await vault.status()).not.toHaveProperty('unsaved');
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0]]);
  });
});

describe('where the newest state is gone', () => {
  const lose = async (generation: number) => {
    const database = await openDB('countersign');
    await database.delete('generations', generation);
    database.close();
  };

  it('the one before it is used, and that it is missing is told until it is discarded', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount(SECRETS[0]));
    machine.clock.advance(1000);
    await vault.add(newAccount(SECRETS[1]));
    const savedAt = machine.clock.now();
    await lose(3);
    const missing = { generation: 3, savedAt, code: 'unknown-generation' };
    const next = machine.startWorker();
    expect(await secretsOf(next)).toEqual([SECRETS[0]]);
    expect((await next.status()).damaged).toEqual([missing]);
    await next.add(newAccount(SECRETS[2]));
    const later = machine.startWorker();
    await later.lock();
    await later.open(PASSKEY);
    expect((await later.status()).damaged).toEqual([missing]);
    await expect(later.readDamaged(3)).rejects.toMatchObject(fault('unknown-generation'));
    await later.discardDamaged(3);
    const last = machine.startWorker();
    expect((await last.status()).damaged).toEqual([]);
    expect(await secretsOf(last)).toEqual([SECRETS[0], SECRETS[2]]);
  });

  it('nothing is told where none is', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount(SECRETS[0]));
    await vault.lock();
    await vault.open(PASSKEY);
    expect((await vault.status()).damaged).toEqual([]);
  });
});

describe('a damaged state', () => {
  /** Its change was the second account; a day later than the one before. */
  let savedAt: number;

  beforeEach(async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount(SECRETS[0]));
    machine.clock.advance(DAY);
    savedAt = machine.clock.now();
    await vault.lock();
    await vault.open(PASSKEY);
    await vault.add(newAccount(SECRETS[1]));
  });

  const told = () => ({
    generation: 3,
    savedAt,
    code: 'damaged',
    change: { kind: 'account-added', label: 'Contoso · alex@contoso.example' },
  });

  it('is told with its time and the change that is missing', async () => {
    await tamper(3, breakSeal);
    expect((await machine.startWorker().status()).damaged).toEqual([told()]);
  });

  it('stays on the disk over 50 changes and its day, beside the newest ten', async () => {
    await tamper(3, breakSeal);
    const row = await rowOf(3);
    const vault = machine.startWorker();
    machine.clock.advance(40 * DAY);
    await vault.open(PASSKEY);
    for (let count = 0; count < 50; count += 1) await vault.add(newAccount(numberedSecret(count)));
    const kept = (await new Generations().list()).filter((generation) => generation > 3);
    expect(kept).toHaveLength(10);
    expect(await rowOf(3)).toEqual(row);
    expect((await machine.startWorker().status()).damaged).toEqual([told()]);
  });

  it('is no reason to let good ones go', async () => {
    await tamper(3, breakSeal);
    const vault = machine.startWorker();
    for (let count = 0; count < 8; count += 1) await vault.add(newAccount(numberedSecret(count)));
    // Ten good ones, the last of the day before among them.
    expect(await new Generations().list()).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
  });

  it.each<[string, object]>([
    ['has no content', { sealed: undefined }],
    ['has a text for its content', { sealed: 'x' }],
    ['has null for its content', { sealed: null }],
    ['has numbers for its content', { sealed: [67, 83, 71, 78] }],
    ['has nothing in its content', { sealed: new Uint8Array() }],
    ['has no time', { savedAt: undefined }],
    ['has a date for its time', { savedAt: new Date(0) }],
    ['has a text for its time', { savedAt: 'yesterday' }],
    ['has half a time', { savedAt: 0.5 }],
    ['has a time that no date reaches', { savedAt: 9e15 }],
  ])('that %s is passed over, told and kept', async (_, change) => {
    await putRow({ ...(await rowOf(3)), ...change });
    const row = await rowOf(3);
    const vault = machine.startWorker();
    expect((await vault.status()).damaged).toMatchObject([{ generation: 3, code: 'damaged' }]);
    expect(await secretsOf(vault)).toEqual([SECRETS[0]]);
    await vault.add(newAccount(SECRETS[2]));
    const next = machine.startWorker();
    expect(await secretsOf(next)).toEqual([SECRETS[0], SECRETS[2]]);
    expect((await next.status()).damaged).toMatchObject([{ generation: 3, code: 'damaged' }]);
    expect(await rowOf(3)).toEqual(row);
  });

  it.each([
    ['a text', 'x'],
    ['nothing', new Uint8Array()],
    ['a number', 7],
  ])('is not one whose note is %s: it opens', async (_, change) => {
    await putRow({ ...(await rowOf(3)), change });
    const vault = machine.startWorker();
    expect(await vault.status()).toMatchObject({ state: 'open', damaged: [] });
    expect(await secretsOf(vault)).toEqual([SECRETS[0], SECRETS[1]]);
  });

  it.each([0, -7, 0.5, 2 ** 53, 'newest'])('is not a row under the key %j', async (generation) => {
    await putRow({ ...(await rowOf(3)), generation });
    const vault = machine.startWorker();
    expect(await vault.status()).toMatchObject({ state: 'open', damaged: [] });
    await vault.add(newAccount(SECRETS[2]));
    expect(await secretsOf(machine.startWorker())).toEqual([...SECRETS]);
  });

  it('gives its bytes', async () => {
    await tamper(3, breakSeal);
    const vault = machine.startWorker();
    expect(await vault.readDamaged(3)).toEqual((await rowOf(3))['sealed']);
  });

  it('alone gives its bytes: a good one does not', async () => {
    await tamper(3, breakSeal);
    const vault = machine.startWorker();
    for (const generation of [1, 2, 4]) {
      await expect(vault.readDamaged(generation)).rejects.toMatchObject(
        fault('unknown-generation'),
      );
      await expect(vault.discardDamaged(generation)).rejects.toMatchObject(
        fault('unknown-generation'),
      );
    }
    expect(await new Generations().list()).toEqual([3, 2, 1]);
  });

  it('gives nothing while the vault is locked', async () => {
    await tamper(3, breakSeal);
    const vault = machine.startWorker();
    await vault.status();
    await vault.lock();
    await expect(vault.readDamaged(3)).rejects.toMatchObject(fault('locked'));
    await expect(vault.discardDamaged(3)).rejects.toMatchObject(fault('locked'));
  });

  it('is discarded by a user who has just shown that it is him', async () => {
    await tamper(3, breakSeal);
    const vault = machine.startWorker();
    machine.clock.advance(FRESH_MS + 1);
    await expect(vault.discardDamaged(3)).rejects.toMatchObject(fault('verification-needed'));
    expect(await rowOf(3)).toBeDefined();
    await vault.verify(PASSKEY);
    await vault.discardDamaged(3);
    expect(await rowOf(3)).toBeUndefined();
    expect(await vault.status()).toMatchObject({ damaged: [] });
    expect(await machine.startWorker().status()).toMatchObject({ damaged: [] });
    expect(await secretsOf(vault)).toEqual([SECRETS[0]]);
    await expect(vault.readDamaged(3)).rejects.toMatchObject(fault('unknown-generation'));
  });

  it('among older ones is told when the ways in change, and kept where nothing opens it', async () => {
    await tamper(2, breakSeal);
    const row = await rowOf(2);
    const vault = machine.startWorker();
    expect(await vault.status()).toMatchObject({ damaged: [] });
    await vault.changeKey();
    const { generation, savedAt: rowSavedAt, sealed: setAside } = row;
    expect(await rowOf(2)).toEqual({ generation, savedAt: rowSavedAt, setAside });
    expect(await vault.readDamaged(2)).toEqual(setAside);
    const change = { kind: 'account-added', label: 'Contoso · alex@contoso.example' };
    const older = { generation: 2, savedAt: savedAt - DAY, code: 'damaged', change };
    expect((await vault.status()).damaged).toEqual([older]);
    expect((await machine.startWorker().status()).damaged).toEqual([older]);
  });
});

describe('what a newer Countersign wrote', () => {
  let vault: Vault;

  beforeEach(async () => {
    vault = await newOpenVault(machine);
    await vault.add(newAccount(SECRETS[0]));
    await vault.add(newAccount(SECRETS[1]));
  });

  it('inside a good seal refuses the vault, and nothing is written', async () => {
    await resealAs(3, (document) => ({ ...document, version: DOCUMENT_VERSION + 1, clouds: [] }));
    const before = await diskBytes();
    const next = machine.startWorker();
    await expect(next.status()).rejects.toMatchObject(fault('unsupported-format'));
    await expect(next.add(newAccount(SECRETS[2]))).rejects.toMatchObject(
      fault('unsupported-format'),
    );
    await next.lock();
    for (const opener of [PASSKEY, { recoveryCode: RECOVERY_CODE }]) {
      await expect(next.open(opener)).rejects.toMatchObject({
        ...fault('unsupported-format'),
        field: 'version',
      });
    }
    expect(await next.status()).toMatchObject({ state: 'locked' });
    expect((await diskBytes()).equals(before)).toBe(true);
  });

  it.each<[string, (document: object) => unknown]>([
    ['lacks its version', ({ ...document }) => ({ ...document, version: undefined })],
    ['has half a version', (document) => ({ ...document, version: 1.5 })],
    ['has version 0', (document) => ({ ...document, version: 0 })],
    ['lacks its accounts', (document) => ({ ...document, accounts: undefined })],
    ['has a key too many', (document) => ({ ...document, clouds: [] })],
    ['is null', () => null],
    ['is a list', () => []],
  ])('is not a document that %s: that is damaged', async (_, change) => {
    await resealAs(3, change);
    const next = machine.startWorker();
    expect((await next.status()).damaged).toMatchObject([{ generation: 3, code: 'damaged' }]);
    expect(await secretsOf(next)).toEqual([SECRETS[0]]);
  });

  it('in another outer format is passed over, told and kept', async () => {
    await tamper(3, (sealed) => sealed.map((byte, at) => (at === 4 ? 3 : byte)));
    const row = await rowOf(3);
    const next = machine.startWorker();
    expect((await next.status()).damaged).toMatchObject([
      { generation: 3, code: 'unsupported-format', change: { kind: 'account-added' } },
    ]);
    for (let count = 0; count < 12; count += 1) await next.add(newAccount(numberedSecret(count)));
    expect(await rowOf(3)).toEqual(row);
    expect(await next.readDamaged(3)).toEqual(row['sealed']);
  });
});

describe('an edit that would not open again', () => {
  it('is refused with the field, and nothing is written', async () => {
    const vault = await newOpenVault(machine);
    const { account } = await vault.add(newAccount());
    const before = await diskBytes();
    const change = { kind: 'account-renamed', label: '' } as const;
    const broken = [
      [{ accounts: [{ ...account, id: 'one' }] }, 'accounts.0.id'],
      [{ accounts: [account, { ...account, origins: ['*'] }] }, 'accounts.0.origins.0'],
      [{ wayNames: { one: 1 } }, 'wayNames.one'],
      [{ clouds: [] }, 'clouds'],
    ] as const;
    for (const [changed, field] of broken) {
      const edit = vault.change((document) => ({
        document: { ...document, ...(changed as object) },
        change,
      }));
      await expect(edit).rejects.toMatchObject({ ...fault('internal'), field });
    }
    expect((await diskBytes()).equals(before)).toBe(true);
    expect(await accountsOf(vault)).toEqual([account]);
    expect(await vault.status()).not.toHaveProperty('unsaved');
  });

  it('by an editor that fails is not written either', async () => {
    const vault = await newOpenVault(machine);
    const before = await diskBytes();
    await expect(vault.change(pinAccounts(['none'], true))).rejects.toMatchObject(
      fault('unknown-account'),
    );
    expect((await diskBytes()).equals(before)).toBe(true);
  });
});

describe('two workers at once', () => {
  it('lose nothing of each other', async () => {
    const first = await newOpenVault(machine);
    const second = machine.startWorker();
    expect(await secretsOf(second)).toEqual([]);
    await first.add(newAccount(SECRETS[0]));
    await second.add(newAccount(SECRETS[1]));
    await first.add(newAccount(SECRETS[2]));
    for (const vault of [first, machine.startWorker()]) {
      expect(await secretsOf(vault)).toEqual([SECRETS[0], SECRETS[1], SECRETS[2]]);
      expect((await vault.status()).damaged).toEqual([]);
    }
  });

  it('bring no way in back that the other has removed', async () => {
    const first = await newOpenVault(machine);
    await first.addWay(PASSPHRASE);
    const second = machine.startWorker();
    await second.document();
    const passphrase = (await first.knownWays()).find(({ kind }) => kind === 'passphrase');
    await first.removeWay(passphrase?.id ?? '');
    await second.add(newAccount(SECRETS[0]));
    await second.lock();
    const next = machine.startWorker();
    await expect(next.open(PASSPHRASE)).rejects.toMatchObject(fault('wrong-key'));
    await next.open(PASSKEY);
    expect(await secretsOf(next)).toEqual([SECRETS[0]]);
  });
});

describe('several newest states that are gone', () => {
  it('are all told, and none of their numbers is used again', async () => {
    const vault = await newOpenVault(machine);
    for (const secret of SECRETS) await vault.add(newAccount(secret));
    const database = await openDB('countersign');
    const old = await database.get('generations', 3);
    await database.delete('generations', 3);
    await database.delete('generations', 4);
    const next = machine.startWorker();
    expect((await next.status()).damaged.map(({ generation }) => generation)).toEqual([4, 3]);
    await next.add(newAccount(SECRETS[1]));
    expect(await new Generations().list()).toEqual([5, 2, 1]);
    await database.put('generations', old);
    database.close();
    const last = machine.startWorker();
    expect(await secretsOf(last)).toEqual([SECRETS[0], SECRETS[1]]);
  });
});

describe('a damaged state of the time before the ways in changed', () => {
  it('lets nobody in who was removed since, also when its damage is undone', async () => {
    const vault = await newOpenVault(machine);
    await vault.addWay(PASSPHRASE);
    await vault.add(newAccount(SECRETS[0]));
    await tamper(3, breakSeal);
    const next = machine.startWorker();
    const passphrase = (await next.knownWays()).find(({ kind }) => kind === 'passphrase');
    await next.removeWay(passphrase?.id ?? '');
    expect(breakSeal(new Uint8Array(await next.readDamaged(3))).length).toBeGreaterThan(500);
    const database = await openDB('countersign');
    const row = await database.get('generations', 3);
    expect(row).not.toHaveProperty('sealed');
    await database.put('generations', { ...row, setAside: breakSeal(row.setAside) });
    database.close();
    await next.lock();
    await expect(machine.startWorker().open(PASSPHRASE)).rejects.toMatchObject(fault('wrong-key'));
  });

  it('does not tell who was removed that he was', async () => {
    const vault = await newOpenVault(machine);
    await vault.addWay(PASSPHRASE);
    await vault.add(newAccount(SECRETS[0]));
    const passphrase = (await vault.knownWays()).find(({ kind }) => kind === 'passphrase');
    const database = await openDB('countersign');
    const row = await database.get('generations', 3);
    await vault.removeWay(passphrase?.id ?? '');
    // As if the row had been damaged and left alone then.
    await database.put('generations', { ...row, sealed: breakSeal(row.sealed) });
    database.close();
    await vault.lock();
    await expect(machine.startWorker().open(PASSPHRASE)).rejects.toMatchObject(fault('wrong-key'));
  });
});

describe('locking', () => {
  it('does not wait for a disk that does not answer', async () => {
    const vault = await newOpenVault(machine);
    const never = vi
      .spyOn(Generations.prototype, 'list')
      .mockImplementation(() => new Promise(() => undefined));
    void vault.add(newAccount(SECRETS[0]));
    void vault.lock();
    await expect.poll(() => machine.storage.size).toBe(0);
    never.mockRestore();
  });
});
