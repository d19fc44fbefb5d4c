import { beforeEach, describe, expect, it } from 'vitest';
import { FRESH_MS } from '../../src/vault/session.ts';
import {
  DEFAULT_SETTINGS,
  lowersProtection,
  offsetMs,
  type SettingsChange,
  unusedMs,
} from '../../src/vault/settings.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { fault } from './builders.ts';
import { type Machine, newMachine, newOpenVault, PASSKEY } from './in-memory.ts';

const MINUTE = 60_000;

describe('lowersProtection', () => {
  it.each<[SettingsChange, SettingsChange, boolean]>([
    [{}, {}, false],
    [{ lockAfterMinutes: 15 }, { lockAfterMinutes: 5 }, false],
    [{ lockAfterMinutes: 15 }, { lockAfterMinutes: 30 }, true],
    [{ lockAfterMinutes: 240 }, { lockAfterMinutes: null }, true],
    [{ lockAfterMinutes: null }, { lockAfterMinutes: 240 }, false],
    [{ lockWhenIdleMinutes: 5 }, { lockWhenIdleMinutes: 1 }, false],
    [{ lockWhenIdleMinutes: 5 }, { lockWhenIdleMinutes: 15 }, true],
    [{ lockWhenIdleMinutes: 30 }, { lockWhenIdleMinutes: null }, true],
    [{ lockWhenIdleMinutes: null }, { lockWhenIdleMinutes: 30 }, false],
    [
      { lockAfterMinutes: 15, lockWhenIdleMinutes: 5 },
      { lockAfterMinutes: 1, lockWhenIdleMinutes: 15 },
      true,
    ],
    [{ clockOffsetSeconds: 0 }, { clockOffsetSeconds: 43_200 }, false],
  ])('from %j to %j: %s', (before, next, lowered) => {
    const settings = { ...DEFAULT_SETTINGS, ...before };
    expect(lowersProtection(settings, { ...settings, ...next })).toBe(lowered);
  });
});

it('are in milliseconds what they are in minutes and seconds', () => {
  expect(unusedMs(DEFAULT_SETTINGS)).toBe(15 * MINUTE);
  expect(unusedMs({ ...DEFAULT_SETTINGS, lockAfterMinutes: null })).toBeNull();
  expect(offsetMs({ ...DEFAULT_SETTINGS, clockOffsetSeconds: -7 })).toBe(-7000);
});

describe('the settings of a vault', () => {
  let machine: Machine;
  let vault: Vault;

  beforeEach(async () => {
    machine = newMachine();
    vault = await newOpenVault(machine);
  });

  it('change one by one, and are there after a restart', async () => {
    await vault.setSettings({ lockAfterMinutes: 5 });
    await vault.setSettings({ clockOffsetSeconds: -30 });
    await vault.setSettings({ hideCodes: true });
    expect((await machine.startWorker().document()).settings).toEqual({
      ...{ lockAfterMinutes: 5, lockWhenIdleMinutes: 5, clockOffsetSeconds: -30 },
      hideCodes: true,
    });
  });

  it.each<SettingsChange>([{ lockAfterMinutes: 1 }, { lockAfterMinutes: 60 }])(
    '(%j) move the deadline at once and for the next opening',
    async ({ lockAfterMinutes }) => {
      await vault.setSettings({ lockAfterMinutes } as SettingsChange);
      const time = (lockAfterMinutes ?? 0) * MINUTE;
      expect(machine.watched.at(-1)).toBe(machine.clock.now() + time);
      machine.clock.advance(time - 1);
      expect(await vault.isOpen()).toBe(true);
      machine.clock.advance(1);
      expect(await machine.startWorker().isOpen()).toBe(false);
      await vault.open(PASSKEY);
      machine.clock.advance(time);
      expect(await vault.isOpen()).toBe(false);
    },
  );

  it('leave the vault open until the browser closes', async () => {
    await vault.setSettings({ lockAfterMinutes: null });
    machine.clock.advance(10_000 * MINUTE);
    expect(await machine.startWorker().isOpen()).toBe(true);
  });

  it.each<SettingsChange>([{ lockAfterMinutes: 30 }, { lockWhenIdleMinutes: null }])(
    '(%j) want a fresh verification where they lower the protection',
    async (change) => {
      machine.clock.advance(FRESH_MS + 1);
      await expect(vault.setSettings(change)).rejects.toMatchObject(fault('verification-needed'));
      expect((await vault.document()).settings).toEqual(DEFAULT_SETTINGS);
      await vault.verify(PASSKEY);
      await vault.setSettings(change);
      expect((await vault.document()).settings).toEqual({ ...DEFAULT_SETTINGS, ...change });
    },
  );

  it('want none where they do not', async () => {
    machine.clock.advance(FRESH_MS + 1);
    await vault.setSettings({ lockAfterMinutes: 1, lockWhenIdleMinutes: 1, clockOffsetSeconds: 9 });
    expect((await vault.document()).settings.lockAfterMinutes).toBe(1);
  });

  it('are not changed while it is locked', async () => {
    await vault.lock();
    await expect(vault.setSettings({ lockAfterMinutes: 1 })).rejects.toMatchObject(fault('locked'));
  });
});
