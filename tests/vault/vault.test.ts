import { beforeEach, describe, expect, it } from 'vitest';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { decodeBase32 } from '../../src/otp/base32.ts';
import { type Generation, Generations } from '../../src/vault/generations.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { bytes, flipped, WAYS } from '../crypto/slots.ts';
import { RFC_SECRET, totp } from '../otp/credentials.ts';
import {
  accountsOf,
  Disk,
  FIRST_PASSKEY,
  fault,
  newAccount,
  numberedSecret,
  PASSPHRASE,
  rowOf,
  SECRETS,
  secretsOf,
  UNUSED_MS,
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

let machine: Machine;

beforeEach(() => {
  machine = newMachine();
});

describe('on an empty disk', () => {
  it('there is no vault', async () => {
    const vault = machine.startWorker();
    expect(await vault.status()).toEqual({ state: 'none', damaged: [] });
    expect(await vault.ways()).toEqual([]);
  });

  it('nothing can be done but to make one', async () => {
    const vault = machine.startWorker();
    await expect(vault.open(PASSKEY)).rejects.toMatchObject(fault('no-vault'));
    await expect(vault.open({ recoveryCode: RECOVERY_CODE })).rejects.toMatchObject(
      fault('no-vault'),
    );
    await expect(accountsOf(vault)).rejects.toMatchObject(fault('locked'));
    await expect(vault.add(newAccount())).rejects.toMatchObject(fault('locked'));
  });

  it('a mistyped recovery code makes no vault', async () => {
    const vault = machine.startWorker();
    await expect(vault.create(FIRST_PASSKEY, RECOVERY_CODE.slice(1))).rejects.toMatchObject(
      fault('recovery-code-mistyped'),
    );
    expect(await vault.status()).toMatchObject({ state: 'none' });
    expect(machine.storage.size).toBe(0);
  });
});

describe('a new vault', () => {
  it('is open and empty', async () => {
    const vault = await newOpenVault(machine);
    expect(await vault.status()).toEqual({ state: 'open', damaged: [] });
    expect(await accountsOf(vault)).toEqual([]);
  });

  it('has two ways in', async () => {
    const vault = await newOpenVault(machine);
    expect(await vault.ways()).toEqual([WAYS.passkey, WAYS.recovery]);
  });

  it('is not made over another one', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    const another = vault.create(PASSPHRASE, createRecoveryCode());
    await expect(another).rejects.toMatchObject(fault('vault-exists'));
    expect(await secretsOf(vault)).toEqual([RFC_SECRET]);
    expect(await vault.ways()).toEqual([WAYS.passkey, WAYS.recovery]);
  });

  it('is made once where two windows make one at the same time', async () => {
    const vault = machine.startWorker();
    const outcomes = await Promise.allSettled([
      vault.create(FIRST_PASSKEY, RECOVERY_CODE),
      vault.create(PASSPHRASE, createRecoveryCode()),
    ]);
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: fault('vault-exists') },
    ]);
  });
});

describe('locked', () => {
  it('gives and takes nothing', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    await vault.lock();
    expect(await vault.status()).toEqual({ state: 'locked', damaged: [] });
    await expect(accountsOf(vault)).rejects.toMatchObject(fault('locked'));
    await expect(vault.add(newAccount('MZXW6'))).rejects.toMatchObject(fault('locked'));
  });

  it('leaves no key in memory', async () => {
    const vault = await newOpenVault(machine);
    await vault.lock();
    expect(machine.storage.size).toBe(0);
  });

  it('waits for what was begun before', async () => {
    const vault = await newOpenVault(machine);
    const adding = vault.add(newAccount());
    await vault.lock();
    await expect(adding).resolves.toMatchObject({
      account: { credential: { secret: RFC_SECRET } },
      isNew: true,
    });
    await vault.open(PASSKEY);
    expect(await secretsOf(vault)).toEqual([RFC_SECRET]);
  });
});

describe('opens', () => {
  it.each([
    ['with its passkey', WAYS.passkey],
    ['with its passphrase', WAYS.passphrase],
  ])('%s, after a restart of the browser', async (_, way) => {
    const made = machine.startWorker();
    await made.create({ ...ceremony(way), name: '' }, RECOVERY_CODE);
    await made.add(newAccount());
    await made.lock();
    const vault = machine.startWorker();
    await vault.open(ceremony(way));
    expect(await vault.status()).toMatchObject({ state: 'open', damaged: [] });
    expect(await secretsOf(vault)).toEqual([RFC_SECRET]);
  });

  it.each([
    ['as it was shown', RECOVERY_CODE],
    ['in lower case and spaces', RECOVERY_CODE.toLowerCase().replaceAll('-', ' ')],
  ])('with the recovery code %s', async (_, recoveryCode) => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    await vault.lock();
    await vault.open({ recoveryCode });
    expect(await secretsOf(vault)).toEqual([RFC_SECRET]);
  });

  it.each([
    [
      'another passkey',
      ceremony({ ...WAYS.passkey, credentialId: flipped(WAYS.passkey.credentialId) }),
    ],
    ['the passkey and other material', { way: WAYS.passkey, material: bytes('other') }],
    ['a passphrase that it does not have', ceremony(WAYS.passphrase)],
    ['another recovery code', { recoveryCode: createRecoveryCode() }],
    ['the key material of the passkey as recovery', { ...PASSKEY, way: WAYS.recovery }],
  ])('not with %s', async (_, key) => {
    const vault = await newOpenVault(machine);
    await vault.lock();
    await expect(vault.open(key)).rejects.toMatchObject(fault('wrong-key'));
    expect(await vault.status()).toMatchObject({ state: 'locked' });
    expect(machine.storage.size).toBe(0);
  });

  it('not with a mistyped recovery code, and says so', async () => {
    const vault = await newOpenVault(machine);
    await vault.lock();
    await expect(vault.open({ recoveryCode: RECOVERY_CODE.slice(1) })).rejects.toMatchObject(
      fault('recovery-code-mistyped'),
    );
  });

  it('stays open where a second attempt fails', async () => {
    const vault = await newOpenVault(machine);
    await vault.open({ recoveryCode: createRecoveryCode() }).catch(() => undefined);
    expect(await vault.status()).toMatchObject({ state: 'open' });
  });
});

describe('the deadline', () => {
  it('keeps the vault open over a restart of the worker', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    machine.clock.advance(UNUSED_MS - 1);
    expect(await secretsOf(machine.startWorker())).toEqual([RFC_SECRET]);
  });

  it('moves on when somebody uses the vault, not when a page asks on its own', async () => {
    const vault = await newOpenVault(machine);
    machine.clock.advance(UNUSED_MS - 1);
    await vault.used();
    machine.clock.advance(UNUSED_MS - 1);
    await vault.document();
    await vault.status();
    expect(await vault.isOpen()).toBe(true);
    machine.clock.advance(1);
    expect(await vault.isOpen()).toBe(false);
  });

  it.each([
    ['when it is reached', UNUSED_MS],
    ['when the clock is set back by an hour', -3_600_000],
  ])('locks the vault %s, in the same worker and in the next', async (_, ms) => {
    const vault = await newOpenVault(machine);
    machine.clock.advance(ms);
    expect(await vault.status()).toMatchObject({ state: 'locked' });
    await expect(accountsOf(vault)).rejects.toMatchObject(fault('locked'));
    await expect(accountsOf(machine.startWorker())).rejects.toMatchObject(fault('locked'));
  });
});

describe('an account that is added', () => {
  it('comes back with its origins, its tenant and the time', async () => {
    const vault = await newOpenVault(machine);
    const { account, isNew } = await vault.add(newAccount());
    expect(isNew).toBe(true);
    expect(account).toEqual({
      ...newAccount(),
      id: expect.stringMatching(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u),
      createdAt: machine.clock.now(),
    });
    expect(await accountsOf(vault)).toEqual([account]);
    expect(await accountsOf(machine.startWorker())).toEqual([account]);
  });

  it('without a tenant has none', async () => {
    const vault = await newOpenVault(machine);
    const { account } = await vault.add({ ...newAccount(), tenant: undefined });
    expect(account).not.toHaveProperty('tenant');
  });

  it('lands beside another one that is added at the same time', async () => {
    const vault = await newOpenVault(machine);
    await Promise.all(SECRETS.map((secret) => vault.add(newAccount(secret))));
    expect(await secretsOf(vault)).toEqual(SECRETS);
    expect(await secretsOf(machine.startWorker())).toEqual(SECRETS);
  });

  it('is the one that is here where its secret is, and nothing is written', async () => {
    const vault = await newOpenVault(machine);
    const { account } = await vault.add(newAccount());
    await vault.add(newAccount('MZXW6'));
    const before = await diskBytes();
    machine.clock.advance(1_000);
    const again = { ...newAccount(), credential: totp({ account: 'renamed' }), tenant: undefined };
    expect(await vault.add(again)).toEqual({ account, isNew: false, restored: false });
    expect((await diskBytes()).equals(before)).toBe(true);
    const next = machine.startWorker();
    expect(await next.add(again)).toEqual({ account, isNew: false, restored: false });
    expect((await diskBytes()).equals(before)).toBe(true);
  });

  it('that is here already keeps the vault open for as long again', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    machine.clock.advance(UNUSED_MS - 1);
    await vault.add(newAccount());
    machine.clock.advance(UNUSED_MS - 1);
    expect(await vault.isOpen()).toBe(true);
  });

  it('is new once where it is added twice at the same time', async () => {
    const vault = await newOpenVault(machine);
    const [first, second] = await Promise.all([vault.add(newAccount()), vault.add(newAccount())]);
    expect(first.isNew).toBe(true);
    expect(second).toEqual({ account: first.account, isNew: false, restored: false });
    expect(await secretsOf(vault)).toEqual([RFC_SECRET]);
  });

  it('makes a new generation and leaves the one before as it was', async () => {
    const vault = await newOpenVault(machine);
    const generations = new Generations();
    const first = await generations.read(1);
    await vault.add(newAccount());
    expect(await generations.list()).toEqual([2, 1]);
    expect(await generations.read(1)).toEqual(first);
  });
});

describe('a change is acknowledged only', () => {
  let disk: Disk;
  let vault: Vault;

  beforeEach(async () => {
    disk = new Disk();
    vault = machine.startWorker(disk);
    await vault.create(FIRST_PASSKEY, RECOVERY_CODE);
    disk.log.length = 0;
  });

  it('after it was written and read back, and old ones go only then', async () => {
    await vault.add(newAccount());
    expect(disk.log).toEqual(['added 2', 'read 2', 'prune']);
  });

  it.each<[string, (stored: Generation | undefined) => Generation | undefined]>([
    ['is gone', () => undefined],
    ['is broken', (stored) => stored && { ...stored, sealed: breakSeal(stored.sealed) }],
    ['is cut short', (stored) => stored && { ...stored, sealed: stored.sealed.slice(0, 100) }],
  ])('where what is read back %s: not-saved', async (_, onRead) => {
    disk.onRead = onRead;
    await expect(vault.add(newAccount())).rejects.toMatchObject(fault('not-saved'));
    expect(await accountsOf(vault)).toEqual([]);
    expect(disk.log).not.toContain('prune');
  });
});

describe('old generations', () => {
  it('go, but for the newest ten of a day', async () => {
    const vault = await newOpenVault(machine);
    for (let count = 0; count < 14; count += 1) {
      await vault.add(newAccount(numberedSecret(count)));
    }
    expect(await new Generations().list()).toEqual([15, 14, 13, 12, 11, 10, 9, 8, 7, 6]);
    expect(await accountsOf(machine.startWorker())).toHaveLength(14);
  });
});

const damaged = (generation: number) => ({ generation, code: 'damaged' });

describe('where the newest stored state is damaged', () => {
  let vault: Vault;

  /** Three generations: empty, one account, two accounts; the worker is started again. */
  beforeEach(async () => {
    const before = await newOpenVault(machine);
    await before.add(newAccount(SECRETS[0]));
    await before.add(newAccount(SECRETS[1]));
    vault = machine.startWorker();
  });

  it('the last good one is open, and the damage is told', async () => {
    await tamper(3, breakSeal);
    expect(await vault.status()).toMatchObject({ state: 'open', damaged: [damaged(3)] });
    expect(await secretsOf(vault)).toEqual([SECRETS[0]]);
  });

  it('and the one before it too, the last good one is still found', async () => {
    await tamper(3, breakSeal);
    await tamper(2, breakSeal);
    const { state, damaged: told } = await vault.status();
    expect([state, told]).toMatchObject(['open', [damaged(3), damaged(2)]]);
    expect(await accountsOf(vault)).toEqual([]);
  });

  it('it opens with every way in', async () => {
    await vault.lock();
    await tamper(3, breakSeal);
    for (const key of [PASSKEY, { recoveryCode: RECOVERY_CODE }]) {
      await vault.open(key);
      expect(await vault.status()).toMatchObject({ state: 'open', damaged: [damaged(3)] });
      await vault.lock();
    }
  });

  it('the next change is saved above it, and it is not overwritten', async () => {
    await tamper(3, breakSeal);
    const kept = await rowOf(3);
    await vault.add(newAccount(SECRETS[2]));
    expect(await new Generations().list()).toEqual([4, 3, 2, 1]);
    expect(await rowOf(3)).toEqual(kept);
    const next = machine.startWorker();
    expect(await next.status()).toMatchObject({ state: 'open', damaged: [damaged(3)] });
    expect(await secretsOf(next)).toEqual([SECRETS[0], SECRETS[2]]);
  });

  it('moved rows are no newer states', async () => {
    const newest = await new Generations().read(3);
    await tamper(2, () => newest?.sealed ?? new Uint8Array());
    await tamper(3, breakSeal);
    const { state, damaged: told } = await vault.status();
    expect([state, told]).toMatchObject(['open', [damaged(3), damaged(2)]]);
    expect(await accountsOf(vault)).toEqual([]);
  });
});

describe('where one of three stored states is damaged', () => {
  const FIELDS = ['id', 'credentialId', 'salt'];

  /** Another character in the first value of this name in the header, so that it still is base64. */
  const changeField = (field: string) => (sealed: Uint8Array<ArrayBuffer>) => {
    const at = Buffer.from(sealed).indexOf(`"${field}":"`) + field.length + 4;
    const other = sealed[at] === 0x41 ? 0x42 : 0x41;
    return sealed.map((byte, index) => (index === at ? other : byte));
  };

  it.each([1, 2, 3].flatMap((generation) => FIELDS.map((field) => [generation, field] as const)))(
    '(number %i, its %s) the window still asks the passkey rightly',
    async (generation, field) => {
      const vault = await newOpenVault(machine);
      await vault.add(newAccount(SECRETS[0]));
      await vault.add(newAccount(SECRETS[1]));
      await vault.lock();
      await tamper(generation, changeField(field));
      const { credentialId } = WAYS.passkey;
      const asked = (await vault.ways()).filter(
        (way) => way.kind === 'passkey' && way.credentialId === credentialId,
      );
      expect(asked).not.toHaveLength(0);
      for (const way of asked) expect(way).toEqual(WAYS.passkey);
      await vault.open(PASSKEY);
      expect(await accountsOf(vault)).toHaveLength(generation === 3 ? 1 : 2);
    },
  );
});

describe('where no stored state is whole', () => {
  const damage: [string, (sealed: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>][] = [
    ['the seal is broken', breakSeal],
    ['the header is broken', (sealed) => sealed.map((byte, at) => (at === 9 ? 0 : byte))],
    ['all is gone', () => new Uint8Array()],
  ];

  it.each(damage)('(%s) opening says damaged, and nothing is overwritten', async (_, change) => {
    await (await newOpenVault(machine)).lock();
    await tamper(1, change);
    const before = await diskBytes();
    const vault = machine.startWorker();
    expect(await vault.status()).toMatchObject({ state: 'locked' });
    await expect(vault.open(PASSKEY)).rejects.toMatchObject(fault('damaged'));
    await expect(vault.create(FIRST_PASSKEY, RECOVERY_CODE)).rejects.toMatchObject(
      fault('vault-exists'),
    );
    expect((await diskBytes()).equals(before)).toBe(true);
  });

  it('an open vault locks itself after a restart of the worker, and opening says damaged', async () => {
    await newOpenVault(machine);
    await tamper(1, breakSeal);
    const vault = machine.startWorker();
    await expect(vault.document()).rejects.toMatchObject(fault('locked'));
    expect(await vault.status()).toEqual({ state: 'locked', damaged: [] });
    expect([machine.storage.size, machine.watched.at(-1)]).toEqual([0, 'ended']);
    await expect(vault.open(PASSKEY)).rejects.toMatchObject(fault('damaged'));
  });

  it('because a newer Countersign wrote it, opening says unsupported-format', async () => {
    await (await newOpenVault(machine)).lock();
    await tamper(1, (sealed) => sealed.map((byte, at) => (at === 4 ? 3 : byte)));
    await expect(machine.startWorker().open(PASSKEY)).rejects.toMatchObject(
      fault('unsupported-format'),
    );
  });
});

describe('on the disk', () => {
  it('nothing stands in the clear: no secret in any form, no name, no key, no recovery code', async () => {
    const vault = await newOpenVault(machine);
    const {
      account: { credential },
    } = await vault.add(newAccount());
    const { dataKey } = (await machine.storage.get('vault.open'))['vault.open'] as {
      dataKey: string;
    };
    const local = Buffer.from(JSON.stringify(await machine.disk.get(null)));
    const disk = Buffer.concat([await diskBytes(), local]);
    const found = (needle: string | Uint8Array) =>
      disk.includes(typeof needle === 'string' ? needle : Buffer.from(needle));
    // What the search must be able to find.
    expect(found('CSGN')).toBe(true);
    expect(found(WAYS.passkey.credentialId)).toBe(true);
    expect(found('ways.lastUsed')).toBe(true);

    const raw = Buffer.from(decodeBase32(RFC_SECRET));
    const key = Buffer.from(dataKey, 'base64');
    expect(key).toHaveLength(32);
    const secrets = {
      base32: RFC_SECRET,
      'lower case': RFC_SECRET.toLowerCase(),
      hex: raw.toString('hex'),
      'upper-case hex': raw.toString('hex').toUpperCase(),
      base64: raw.toString('base64'),
      raw,
      account: credential.account,
      issuer: credential.issuer,
      organisation: credential.prefix,
      'data key': dataKey,
      'data key, hex': key.toString('hex'),
      'data key, raw': key,
      'recovery code': RECOVERY_CODE,
      'recovery code, joined': RECOVERY_CODE.replaceAll('-', ''),
      'passkey material': PASSKEY.material,
      'passkey material, base64': Buffer.from(PASSKEY.material).toString('base64'),
    };
    const inTheClear = Object.entries(secrets).filter(([, needle]) => found(needle));
    expect(inTheClear.map(([name]) => name)).toEqual([]);
  });
});
