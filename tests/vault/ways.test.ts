import { IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { openVault, readHeader } from '../../src/crypto/sealed-vault.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { Generations } from '../../src/vault/generations.ts';
import { FRESH_MS } from '../../src/vault/session.ts';
import type { KnownWay, Vault } from '../../src/vault/vault.ts';
import { keyMaterialOf, type NewWay, type Opener, unwrapDataKey } from '../../src/vault/ways.ts';
import { base64, bytes, flipped, WAYS } from '../crypto/slots.ts';
import {
  Disk,
  FIRST_PASSKEY,
  fault,
  newAccount,
  PASSPHRASE,
  SECOND_PASSKEY,
  SECRETS,
  secretsOf,
} from './builders.ts';
import {
  breakSeal,
  ceremony,
  diskBytes,
  type Machine,
  newMachine,
  newOpenVault,
  PASSKEY,
  RECOVERY_CODE,
  tamper,
} from './in-memory.ts';

const RECOVERY = { recoveryCode: RECOVERY_CODE };
const ALL: [string, Opener][] = [
  ['first passkey', FIRST_PASSKEY],
  ['recovery code', RECOVERY],
  ['second passkey', SECOND_PASSKEY],
  ['passphrase', PASSPHRASE],
];

let machine: Machine;
let vault: Vault;

beforeEach(async () => {
  machine = newMachine();
  vault = await newOpenVault(machine);
  await vault.add(newAccount(SECRETS[0]));
  await vault.add(newAccount(SECRETS[1]));
});

/** The browser is closed and started again: nothing is left of the session. */
async function restarted(): Promise<Vault> {
  await machine.storage.remove('vault.open');
  return machine.startWorker();
}

/** What a newly started browser shows to who has this. */
async function opened(opener: Opener): Promise<string[]> {
  const next = await restarted();
  await next.open(opener);
  return secretsOf(next);
}

/** The generations of which this gets the data key, tried one by one on the disk. */
async function unwraps(opener: Opener): Promise<number[]> {
  const generations = new Generations();
  const unwrapped: number[] = [];
  for (const generation of await generations.list()) {
    const row = await generations.read(generation);
    if (!row) continue;
    await unwrapDataKey(readHeader(row.sealed), keyMaterialOf(opener)).then(
      () => unwrapped.push(generation),
      () => undefined,
    );
  }
  return unwrapped;
}

/** The generations that a data key opens. */
async function opensStates(dataKey: Uint8Array<ArrayBuffer>): Promise<number[]> {
  const generations = new Generations();
  const opening: number[] = [];
  for (const generation of await generations.list()) {
    const row = await generations.read(generation);
    if (!row) continue;
    await openVault(row.sealed, dataKey).then(
      () => opening.push(generation),
      () => undefined,
    );
  }
  return opening;
}

async function dataKey(): Promise<Uint8Array<ArrayBuffer>> {
  const held = (await machine.storage.get('vault.open'))['vault.open'] as { dataKey: string };
  return decodeBase64(held.dataKey);
}

async function idOf(kind: KnownWay['kind'], name?: string): Promise<string> {
  const found = (await vault.knownWays()).find(
    (way) => way.kind === kind && (name === undefined || way.name === name),
  );
  if (!found) throw new Error('no such way');
  return found.id;
}

const addAll = async () => {
  await vault.addWay(SECOND_PASSKEY);
  await vault.addWay(PASSPHRASE);
};

describe('the ways in of a new vault', () => {
  it('are known by kind, name and time', async () => {
    const createdAt = machine.clock.now();
    expect(await vault.knownWays()).toEqual([
      {
        id: expect.any(String),
        kind: 'passkey',
        credentialId: WAYS.passkey.credentialId,
        name: 'This device',
        createdAt,
        lastUsedAt: createdAt,
      },
      { id: expect.any(String), kind: 'recovery', name: '', createdAt },
    ]);
  });

  it('are not known while it is locked', async () => {
    await vault.lock();
    await expect(vault.knownWays()).rejects.toMatchObject(fault('locked'));
    await expect(vault.verify(PASSKEY)).rejects.toMatchObject(fault('locked'));
    await expect(vault.addWay(PASSPHRASE)).rejects.toMatchObject(fault('locked'));
    await expect(vault.renameWay('one', 'x')).rejects.toMatchObject(fault('locked'));
  });
});

describe('a way that is added', () => {
  it.each([
    ['passkey', SECOND_PASSKEY],
    ['passphrase', PASSPHRASE],
  ])('(a %s) opens the vault, as those before do', async (_, way) => {
    await vault.addWay(way);
    for (const opener of [way, FIRST_PASSKEY, RECOVERY]) {
      expect(await opened(opener)).toEqual([SECRETS[0], SECRETS[1]]);
    }
  });

  it('stands last, with its name and its time', async () => {
    machine.clock.advance(1000);
    await vault.addWay(SECOND_PASSKEY);
    expect((await vault.knownWays()).at(-1)).toEqual({
      id: expect.any(String),
      kind: 'passkey',
      credentialId: base64('second credential', 20),
      name: 'Phone',
      createdAt: machine.clock.now(),
    });
    expect(await machine.startWorker().ways()).toContainEqual(keyMaterialOf(SECOND_PASSKEY).way);
  });

  it('opens every kept state, also where the newest is damaged', async () => {
    await addAll();
    expect(await unwraps(PASSPHRASE)).toEqual([5, 4, 3, 2, 1]);
    await tamper(5, breakSeal);
    await tamper(4, breakSeal);
    for (const [, opener] of ALL) expect(await opened(opener)).toEqual([SECRETS[0], SECRETS[1]]);
    await tamper(3, breakSeal);
    for (const [, opener] of ALL) expect(await opened(opener)).toEqual([SECRETS[0]]);
  });

  it('leaves the data key and the session as they are', async () => {
    const before = await dataKey();
    await vault.addWay(SECOND_PASSKEY);
    expect(await dataKey()).toEqual(before);
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0], SECRETS[1]]);
  });

  it.each<[string, NewWay, string]>([
    ['the same passkey', { ...PASSKEY, name: 'Again' }, 'passkey-known'],
    [
      'the same passkey with another salt',
      { ...ceremony({ ...WAYS.passkey, salt: base64('another salt') }), name: 'Again' },
      'passkey-known',
    ],
    ['a second recovery code', { recoveryCode: createRecoveryCode() }, 'way-exists'],
    ['a mistyped recovery code', { recoveryCode: 'AAAA' }, 'recovery-code-mistyped'],
    [
      'a second passphrase',
      { ...ceremony({ ...WAYS.passphrase, salt: base64('another', 16) }), name: 'Other' },
      'way-exists',
    ],
  ])('is not %s', async (_, way, code) => {
    await vault.addWay(PASSPHRASE);
    const before = await diskBytes();
    await expect(vault.addWay(way)).rejects.toMatchObject(fault(code));
    expect((await diskBytes()).equals(before)).toBe(true);
  });
});

describe('a way that is renamed', () => {
  it('has its new name after a restart, and opens as before', async () => {
    await vault.renameWay(await idOf('passkey'), 'Laptop');
    await vault.renameWay(await idOf('recovery'), 'In the safe');
    expect((await machine.startWorker().knownWays()).map(({ name }) => name)).toEqual([
      'Laptop',
      'In the safe',
    ]);
    expect(await opened(PASSKEY)).toHaveLength(2);
  });

  it('is one that there is', async () => {
    await expect(vault.renameWay(base64('none', 16), 'x')).rejects.toMatchObject(
      fault('unknown-way'),
    );
  });

  it('has no name on the disk', async () => {
    await vault.renameWay(await idOf('passkey'), 'Laptop');
    expect((await diskBytes()).includes('Laptop')).toBe(false);
  });
});

describe('a way that is removed', () => {
  it('opens nothing any more, the newest state or an older one', async () => {
    await vault.removeWay(await idOf('passkey'));
    await expect(opened(PASSKEY)).rejects.toMatchObject(fault('wrong-key'));
    expect(await unwraps(PASSKEY)).toEqual([]);
    expect(await unwraps(RECOVERY)).toEqual([4, 3, 2, 1]);
    expect(await opened(RECOVERY)).toEqual([SECRETS[0], SECRETS[1]]);
  });

  it('takes its name and what is known of it along', async () => {
    await addAll();
    await vault.verify(SECOND_PASSKEY);
    const id = await idOf('passkey', 'Phone');
    await vault.removeWay(id);
    expect((await vault.knownWays()).map((way) => way.name)).toEqual([
      'This device',
      '',
      'Passphrase',
    ]);
    expect((await vault.document()).wayNames).not.toHaveProperty([id]);
    await vault.verify(PASSKEY);
    expect(JSON.stringify(await machine.disk.get(null))).not.toContain(id);
  });

  it('leaves the vault open, in this worker and in the next', async () => {
    await vault.removeWay(await idOf('recovery'));
    expect(await vault.status()).toMatchObject({ state: 'open', damaged: [] });
    await vault.add(newAccount(SECRETS[2]));
    const next = machine.startWorker();
    expect(await next.status()).toMatchObject({ state: 'open', damaged: [] });
    expect(await secretsOf(next)).toEqual([...SECRETS]);
  });

  it('is one that there is, and not the last', async () => {
    await expect(vault.removeWay(base64('none', 16))).rejects.toMatchObject(fault('unknown-way'));
    await vault.removeWay(await idOf('recovery'));
    const before = await diskBytes();
    await expect(vault.removeWay(await idOf('passkey'))).rejects.toMatchObject(fault('last-way'));
    expect((await diskBytes()).equals(before)).toBe(true);
    expect(await opened(PASSKEY)).toHaveLength(2);
  });

  describe.each(ALL)('is each but the %s', (_, left) => {
    beforeEach(async () => {
      await addAll();
      const { way } = keyMaterialOf(left);
      const stays = (known: KnownWay) =>
        known.kind === way.kind && (way.kind !== 'passkey' || known.name === nameOf(left));
      for (const known of await vault.knownWays())
        if (!stays(known)) await vault.removeWay(known.id);
    });

    const nameOf = (opener: Opener) => ('name' in opener ? opener.name : '');

    it('which alone opens the vault', async () => {
      expect(await vault.knownWays()).toHaveLength(1);
      for (const [, opener] of ALL) {
        if (opener === left) expect(await opened(opener)).toEqual([SECRETS[0], SECRETS[1]]);
        else await expect(opened(opener)).rejects.toMatchObject(fault('wrong-key'));
      }
    });

    it('which alone opens every older state where the newer ones are damaged', async () => {
      const expected = [[], [SECRETS[0]], ...Array(6).fill([SECRETS[0], SECRETS[1]])];
      for (let newest = 8; newest >= 1; newest -= 1) {
        expect([newest, await opened(left)]).toEqual([newest, expected[newest - 1]]);
        for (const [, opener] of ALL) {
          if (opener !== left) expect(await unwraps(opener)).toEqual([]);
        }
        await tamper(newest, breakSeal);
      }
    });
  });
});

describe('a way that is replaced', () => {
  const NEW_CODE = { recoveryCode: createRecoveryCode() };
  const NEW_PASSPHRASE: NewWay = {
    ...ceremony({ ...WAYS.passphrase, salt: base64('another', 16) }),
    name: 'Longer passphrase',
  };

  it.each<[KnownWay['kind'], Opener, NewWay]>([
    ['recovery', RECOVERY, NEW_CODE],
    ['passphrase', PASSPHRASE, NEW_PASSPHRASE],
    ['passkey', FIRST_PASSKEY, SECOND_PASSKEY],
    ['passkey', FIRST_PASSKEY, NEW_PASSPHRASE],
  ])('(a %s) opens no state any more, and the new one opens all', async (kind, before, after) => {
    if (kind === 'passphrase') await vault.addWay(PASSPHRASE);
    await vault.replaceWay(await idOf(kind), after);
    const all = await new Generations().list();
    expect(await unwraps(before)).toEqual([]);
    expect(await unwraps(after)).toEqual(all);
    await expect(opened(before)).rejects.toMatchObject(fault('wrong-key'));
    expect(await opened(after)).toEqual([SECRETS[0], SECRETS[1]]);
  });

  it('keeps its place, and its name where it gets no other', async () => {
    await vault.renameWay(await idOf('recovery'), 'In the safe');
    await vault.addWay(PASSPHRASE);
    await vault.replaceWay(await idOf('recovery'), NEW_CODE);
    await vault.replaceWay(await idOf('passkey'), SECOND_PASSKEY);
    const names = (await vault.knownWays()).map(({ name }) => name);
    expect(names).toEqual(['Phone', 'In the safe', 'Passphrase']);
    expect(Object.keys((await vault.document()).wayNames)).toHaveLength(3);
  });

  it('may be the last one', async () => {
    await vault.removeWay(await idOf('recovery'));
    await vault.replaceWay(await idOf('passkey'), NEW_CODE);
    expect(await opened(NEW_CODE)).toHaveLength(2);
  });

  it('is not replaced by one that there is already', async () => {
    await vault.addWay(PASSPHRASE);
    const id = await idOf('passkey');
    await expect(vault.replaceWay(id, NEW_CODE)).rejects.toMatchObject(fault('way-exists'));
    await expect(vault.replaceWay(id, NEW_PASSPHRASE)).rejects.toMatchObject(fault('way-exists'));
    await vault.addWay(SECOND_PASSKEY);
    await expect(vault.replaceWay(id, SECOND_PASSKEY)).rejects.toMatchObject(
      fault('passkey-known'),
    );
    await expect(vault.replaceWay(base64('none', 16), NEW_CODE)).rejects.toMatchObject(
      fault('unknown-way'),
    );
  });
});

describe('the key of the vault', () => {
  const rekeying: [string, () => Promise<void>][] = [
    ['changed by hand', () => vault.changeKey()],
    ['changed with a way that is removed', async () => vault.removeWay(await idOf('passphrase'))],
    [
      'changed with a way that is replaced',
      async () => vault.replaceWay(await idOf('passphrase'), SECOND_PASSKEY),
    ],
  ];

  it.each(rekeying)('%s is another one, and the one before opens no state', async (_, rekey) => {
    await vault.addWay(PASSPHRASE);
    const before = await dataKey();
    expect(await opensStates(before)).toEqual([4, 3, 2, 1]);
    await rekey();
    expect(await opensStates(before)).toEqual([]);
    expect(await opensStates(await dataKey())).toEqual([5, 4, 3, 2, 1]);
    expect(await unwraps(PASSKEY)).toEqual([5, 4, 3, 2, 1]);
    expect(await secretsOf(machine.startWorker())).toEqual([SECRETS[0], SECRETS[1]]);
    expect(await opened(RECOVERY)).toEqual([SECRETS[0], SECRETS[1]]);
  });

  it('changed keeps the ways in, their names and the changes in words', async () => {
    const known = await vault.knownWays();
    await vault.changeKey();
    expect(await vault.knownWays()).toEqual(known);
    await tamper(4, breakSeal);
    await tamper(3, breakSeal);
    const next = machine.startWorker();
    expect((await next.status()).damaged).toMatchObject([
      { generation: 4, change: { kind: 'key-changed', label: '' } },
      { generation: 3, change: { kind: 'account-added' } },
    ]);
    expect(await secretsOf(next)).toEqual([SECRETS[0]]);
  });

  it('that was changed is not what a worker left that died in between: it locks', async () => {
    const session = await machine.storage.get('vault.open');
    await vault.changeKey();
    await machine.storage.set(session);
    const next = machine.startWorker();
    expect(await next.status()).toMatchObject({ state: 'locked' });
    expect(machine.storage.size).toBe(0);
    await next.open(PASSKEY);
    expect(await secretsOf(next)).toEqual([SECRETS[0], SECRETS[1]]);
  });
});

describe('a change of the ways in that fails', () => {
  const changes: [string, (vault: Vault) => Promise<void>][] = [
    ['to add', (open) => open.addWay(SECOND_PASSKEY)],
    ['to remove', async (open) => open.removeWay(await idOf('passkey'))],
    ['to replace', async (open) => open.replaceWay(await idOf('passkey'), SECOND_PASSKEY)],
    ['to change the key', (open) => open.changeKey()],
  ];
  let disk: Disk;

  beforeEach(() => {
    disk = new Disk();
    vault = machine.startWorker(disk);
  });

  /** All is as it was, and can be changed again. */
  async function expectUnchanged(before: Buffer, key: Uint8Array): Promise<void> {
    expect((await diskBytes()).equals(before)).toBe(true);
    expect(await dataKey()).toEqual(key);
    expect((await vault.knownWays()).map(({ name }) => name)).toEqual(['This device', '']);
    expect(await secretsOf(vault)).toEqual([SECRETS[0], SECRETS[1]]);
    await vault.changeKey();
    expect(await opened(PASSKEY)).toEqual([SECRETS[0], SECRETS[1]]);
    expect(await opened(RECOVERY)).toEqual([SECRETS[0], SECRETS[1]]);
  }

  it.each(changes)('%s since the disk is full: everything is as it was', async (_, change) => {
    const before = await diskBytes();
    const key = await dataKey();
    let puts = 0;
    const put = FDBObjectStore.prototype.put;
    const full = vi.spyOn(FDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...row: Parameters<IDBObjectStore['put']>
    ) {
      puts += 1;
      if (puts === 3) throw new DOMException('the disk is full', 'QuotaExceededError');
      return put.apply(this, row);
    });
    await expect(change(vault)).rejects.toMatchObject(fault('storage-full'));
    full.mockRestore();
    expect(await vault.status()).toMatchObject({ state: 'open', unsaved: 'storage-full' });
    await expectUnchanged(before, key);
  });

  describe.each([1, 2, 3, 4])('since generation %i reads back otherwise', (bad) => {
    it.each(changes)('%s: everything is as it was', async (_, change) => {
      await vault.status();
      const before = await diskBytes();
      const key = await dataKey();
      disk.onRead = (stored, generation) =>
        stored && generation === bad && disk.log.some((line) => line.startsWith('replaced'))
          ? { ...stored, sealed: breakSeal(stored.sealed) }
          : stored;
      await expect(change(vault)).rejects.toMatchObject(fault('not-saved'));
      disk.onRead = (stored) => stored;
      expect(await vault.status()).toMatchObject({ state: 'open', unsaved: 'not-saved' });
      await expectUnchanged(before, key);
    });
  });
});

describe('a fresh verification', () => {
  const guarded: [string, () => Promise<unknown>][] = [
    ['adds a way', () => vault.addWay(SECOND_PASSKEY)],
    ['removes one', async () => vault.removeWay(await idOf('recovery'))],
    ['replaces one', async () => vault.replaceWay(await idOf('passkey'), SECOND_PASSKEY)],
    ['changes the key', () => vault.changeKey()],
  ];

  it.each(guarded)('is wanted of who %s', async (_, change) => {
    machine.clock.advance(FRESH_MS + 1);
    const before = await diskBytes();
    await expect(change()).rejects.toMatchObject(fault('verification-needed'));
    expect((await diskBytes()).equals(before)).toBe(true);
    await vault.verify(RECOVERY);
    machine.clock.advance(FRESH_MS);
    await change();
  });

  it.each(guarded)('is none where the clock was set back, for who %s', async (_, change) => {
    machine.clock.advance(-1);
    await expect(change()).rejects.toMatchObject(fault('verification-needed'));
  });

  it('is not wanted to rename one', async () => {
    machine.clock.advance(FRESH_MS + 1);
    await vault.renameWay(await idOf('passkey'), 'Laptop');
  });

  it.each<[string, Opener, string]>([
    ['other material', { ...PASSKEY, material: bytes('other') }, 'wrong-key'],
    ['another passkey', SECOND_PASSKEY, 'wrong-key'],
    ['a passphrase that it does not have', PASSPHRASE, 'wrong-key'],
    ['another recovery code', { recoveryCode: createRecoveryCode() }, 'wrong-key'],
    ['a mistyped one', { recoveryCode: 'AAAA' }, 'recovery-code-mistyped'],
  ])('is not given by %s, and the vault stays open', async (_, opener, code) => {
    machine.clock.advance(FRESH_MS + 1);
    await expect(vault.verify(opener)).rejects.toMatchObject(fault(code));
    await expect(vault.changeKey()).rejects.toMatchObject(fault('verification-needed'));
    expect(await vault.status()).toMatchObject({ state: 'open' });
    expect((await vault.knownWays()).map(({ lastUsedAt }) => lastUsedAt)).toEqual([
      machine.clock.now() - FRESH_MS - 1,
      undefined,
    ]);
  });
});

describe('what does not open the vault', () => {
  it('is the same refusal, whatever was wrong', async () => {
    await addAll();
    await vault.lock();
    const refusals = await Promise.all(
      [
        { recoveryCode: createRecoveryCode() },
        { ...PASSPHRASE, material: bytes('wrong passphrase') },
        { ...PASSKEY, material: bytes('wrong passkey') },
        ceremony({ ...WAYS.passkey, credentialId: flipped(WAYS.passkey.credentialId) }),
        ceremony({ ...WAYS.passphrase, salt: flipped(WAYS.passphrase.salt) }),
      ].map((opener) =>
        vault.open(opener).catch(({ name, code, field }) => ({ name, code, field })),
      ),
    );
    for (const refusal of refusals) {
      expect(refusal).toEqual({ ...fault('wrong-key'), field: undefined });
    }
  });
});

describe('the last use of a way', () => {
  it('is remembered without a new state', async () => {
    const before = await diskBytes();
    machine.clock.advance(5000);
    await vault.lock();
    await vault.open(RECOVERY);
    machine.clock.advance(5000);
    await vault.verify(PASSKEY);
    const now = machine.clock.now();
    const lastUsed = async (known: Vault) =>
      (await known.knownWays()).map(({ lastUsedAt }) => lastUsedAt);
    expect(await lastUsed(vault)).toEqual([now, now - 5000]);
    expect(await lastUsed(machine.startWorker())).toEqual([now, now - 5000]);
    expect((await diskBytes()).equals(before)).toBe(true);
  });

  it('is told as unknown where what was remembered is not understood', async () => {
    await machine.disk.set({ 'ways.lastUsed': 'yesterday' });
    expect((await vault.knownWays())[0]).not.toHaveProperty('lastUsedAt');
    await vault.verify(PASSKEY);
    expect((await vault.knownWays())[0]).toHaveProperty('lastUsedAt', machine.clock.now());
  });
});
