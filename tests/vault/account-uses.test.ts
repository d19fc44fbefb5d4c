import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { deleteAccounts, emptyBin, renameAccount } from '../../src/vault/accounts.ts';
import { Generations } from '../../src/vault/generations.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { hotp } from '../otp/credentials.ts';
import { newAccount, SECOND_PASSKEY } from './builders.ts';
import { type Machine, newMachine, newOpenVault, PASSKEY, RECOVERY_CODE } from './in-memory.ts';

const KEY = 'accounts.lastUsed';
const UNKNOWN_ID = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';

let machine: Machine;
let vault: Vault;
let account: Account;
let counted: Account;

beforeEach(async () => {
  machine = newMachine();
  vault = await newOpenVault(machine);
  account = (await vault.add(newAccount())).account;
  counted = (await vault.add({ ...newAccount(), credential: hotp({ secret: 'MZXW6' }) })).account;
});

const now = () => machine.clock.now();
const usesOf = async (of: Vault = vault) => Object.fromEntries((await of.view()).uses);
const sealed = async () => (await machine.disk.get(KEY))[KEY];

/** Another start of the worker, once all that was to be written is on the disk. */
async function restarted(before: Vault = vault): Promise<Vault> {
  await before.status();
  return machine.startWorker();
}

const writes = () => machine.disk.writes.filter((key) => key === KEY).length;

describe('the last use of an account', () => {
  it('is not known at first, and nothing is written for that', async () => {
    expect(await usesOf()).toEqual({});
    expect(writes()).toBe(0);
  });

  it('is when a code of it was last used', async () => {
    await vault.accountUsed(account.id);
    machine.clock.advance(1000);
    await vault.accountUsed(account.id);
    expect(await usesOf()).toEqual({ [account.id]: { at: now() } });
  });

  it('is there after a restart of the worker, and after the vault was locked', async () => {
    await vault.accountUsed(account.id);
    const at = now();
    const next = await restarted();
    expect(await usesOf(next)).toEqual({ [account.id]: { at } });
    machine.clock.advance(1000);
    await next.accountUsed(counted.id);
    await next.lock();
    await next.open({ recoveryCode: RECOVERY_CODE });
    expect(await usesOf(next)).toEqual({ [account.id]: { at }, [counted.id]: { at: at + 1000 } });
  });

  it('is no change of the vault, nor does it keep it open', async () => {
    const states = await new Generations().list();
    const before = await vault.document();
    machine.clock.advance(60_000);
    const deadlines = machine.watched.length;
    await vault.accountUsed(account.id);
    expect(await vault.document()).toBe(before);
    expect(await new Generations().list()).toEqual(states);
    expect(machine.watched).toHaveLength(deadlines);
  });

  it('is on the disk only as sealed bytes', async () => {
    await vault.accountUsed(account.id);
    await vault.status();
    const bytes = Buffer.from(String(await sealed()), 'base64').toString('latin1');
    expect(bytes.length).toBeGreaterThan(40);
    expect(bytes).not.toContain(account.id);
    expect(bytes).not.toContain(String(now()));
  });

  it('is written once for several at a time', async () => {
    await Promise.all([account, counted, account].map(({ id }) => vault.accountUsed(id)));
    await vault.status();
    expect(writes()).toBe(1);
  });

  it('is acknowledged before the disk has it', async () => {
    let write = () => {};
    const isHeld = new Promise<void>((resolve) => {
      write = resolve;
    });
    const { set } = machine.disk;
    machine.disk.set = async (items) => {
      await isHeld;
      await set.call(machine.disk, items);
    };
    await vault.accountUsed(account.id);
    expect(await sealed()).toBeUndefined();
    write();
    await vault.status();
    expect(await sealed()).toBeDefined();
  });

  it('costs nothing where the disk is full', async () => {
    machine.disk.set = () => Promise.reject(new Error('full'));
    await vault.accountUsed(account.id);
    expect(await usesOf()).toEqual({ [account.id]: { at: now() } });
    expect(await vault.status()).not.toHaveProperty('unsaved');
  });

  it('keeps no account away where the disk does not give it', async () => {
    await vault.accountUsed(account.id);
    const next = await restarted();
    const { get } = machine.disk;
    machine.disk.get = async (key) => {
      if (key === KEY) throw new Error('broken');
      return get.call(machine.disk, key);
    };
    expect(await usesOf(next)).toEqual({});
  });

  it('of no account, or of a locked vault, is nothing', async () => {
    await vault.accountUsed(UNKNOWN_ID);
    await vault.lock();
    await vault.accountUsed(account.id);
    await vault.open(PASSKEY);
    expect(await usesOf()).toEqual({});
    expect(writes()).toBe(0);
  });

  it('is kept under another key, and the one before opens it no more', async () => {
    await vault.accountUsed(account.id);
    await vault.status();
    const before = await sealed();
    const at = now();
    await vault.changeKey();
    expect(await usesOf(await restarted())).toEqual({ [account.id]: { at } });
    await machine.disk.set({ [KEY]: before });
    expect(await usesOf(await restarted())).toEqual({});
  });

  it('is kept under another key by a worker that nobody asked for it', async () => {
    await vault.accountUsed(account.id);
    const next = await restarted();
    await next.changeKey();
    expect(Object.keys(await usesOf(machine.startWorker()))).toEqual([account.id]);
  });

  it('is not in memory while the vault is locked', async () => {
    await vault.accountUsed(account.id);
    await vault.lock();
    await machine.disk.remove(KEY);
    await vault.open(PASSKEY);
    expect(await usesOf()).toEqual({});
  });

  it('is kept when a way in is added', async () => {
    await vault.accountUsed(account.id);
    await vault.addWay(SECOND_PASSKEY);
    expect(Object.keys(await usesOf(await restarted()))).toEqual([account.id]);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, 20)],
    ['changed', (text: string) => `${text.startsWith('A') ? 'B' : 'A'}${text.slice(1)}`],
    ['no base64', () => '?'],
    ['no text', () => 7],
  ])('is forgotten where what stands there is %s', async (_, change) => {
    await vault.accountUsed(account.id);
    await vault.status();
    await machine.disk.set({ [KEY]: change(String(await sealed())) });
    const next = machine.startWorker();
    expect(await usesOf(next)).toEqual({});
    await next.accountUsed(counted.id);
    expect(Object.keys(await usesOf(await restarted(next)))).toEqual([counted.id]);
  });

  it('goes with an account that is gone for good', async () => {
    await vault.accountUsed(account.id);
    await vault.change(deleteAccounts([account.id]));
    expect(Object.keys(await usesOf())).toEqual([account.id]);
    await vault.change(emptyBin);
    await vault.accountUsed(counted.id);
    expect(Object.keys(await usesOf(await restarted()))).toEqual([counted.id]);
  });

  it('is not taken back with a change', async () => {
    await vault.change(renameAccount(account.id, { issuer: 'a', account: 'b', organisation: '' }));
    await vault.accountUsed(account.id);
    await vault.undo();
    expect(await usesOf()).toEqual({ [account.id]: { at: now() } });
  });
});

describe('a code that a site refused', () => {
  it('is remembered of a counter until another one is used', async () => {
    await vault.accountUsed(counted.id);
    const at = now();
    machine.clock.advance(1000);
    await vault.accountRefused(counted.id);
    expect(await usesOf(await restarted())).toEqual({ [counted.id]: { at, refused: true } });
    await vault.accountUsed(counted.id);
    expect(await usesOf()).toEqual({ [counted.id]: { at: now() } });
  });

  it('is remembered where nothing was known of its use', async () => {
    await vault.accountRefused(counted.id);
    expect(await usesOf()).toEqual({ [counted.id]: { at: now(), refused: true } });
  });

  it('is forgotten once the counter was set right', async () => {
    await vault.accountRefused(counted.id);
    const at = now();
    machine.clock.advance(1000);
    await vault.accountSettled(counted.id);
    expect(await usesOf(await restarted())).toEqual({ [counted.id]: { at } });
  });

  it('of an account that goes by time says something of the clock, not of the account', async () => {
    await vault.accountUsed(account.id);
    await vault.accountRefused(account.id);
    expect(await usesOf()).toEqual({ [account.id]: { at: now() } });
  });
});
