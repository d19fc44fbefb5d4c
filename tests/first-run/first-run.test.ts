import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Way } from '../../src/crypto/header.ts';
import { normalizeRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import { FirstRun } from '../../src/first-run/first-run.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { base64, WAYS } from '../crypto/slots.ts';
import { totp } from '../otp/credentials.ts';
import { ceremony, type Machine, newMachine } from '../vault/in-memory.ts';

let machine: Machine;
let vault: Vault;
let firstRun: FirstRun;

const keyTo = (way: Way) => ({ ...ceremony(way), name: 'This device' });

/** Also what a worker that died leaves behind. */
function startWorker(): void {
  vault = machine.startWorker();
  firstRun = new FirstRun({ memory: machine.storage, disk: machine.disk, vault });
}

beforeEach(() => {
  machine = newMachine();
  startWorker();
});

describe('before there is a vault', () => {
  it('starts where nothing was begun', async () => {
    expect(await firstRun.state()).toEqual({ step: 'start' });
  });

  it('goes on with a passkey that was made and not used', async () => {
    await firstRun.made(WAYS.passkey, 'Desk');
    startWorker();
    expect(await firstRun.state()).toEqual({
      step: 'begun',
      way: WAYS.passkey,
      name: 'Desk',
      hasCode: false,
    });
  });

  it.each([WAYS.passkey, WAYS.passphrase])(
    'gives the same recovery code again to who gives the same way again: %o',
    async (way) => {
      const code = await firstRun.recoveryCode(keyTo(way));
      expect(normalizeRecoveryCode(code)).toHaveLength(28);
      startWorker();
      expect(await firstRun.state()).toEqual({
        step: 'begun',
        way,
        name: 'This device',
        hasCode: true,
      });
      expect(await firstRun.recoveryCode(keyTo(way))).toBe(code);
    },
  );

  it('gives two pages that go on at once the same code', async () => {
    const [one, other] = await Promise.all([
      firstRun.recoveryCode(keyTo(WAYS.passkey)),
      firstRun.recoveryCode(keyTo(WAYS.passkey)),
    ]);
    expect(one).toBe(other);
  });

  it.each([WAYS.passkey, WAYS.passphrase])(
    'gives no code to who does not have the key to it, and keeps it for who has: %o',
    async (way) => {
      const code = await firstRun.recoveryCode(keyTo(way));
      const wrong = { ...keyTo(WAYS.recovery), way };
      await expect(firstRun.recoveryCode(wrong)).rejects.toMatchObject({
        code: 'begun-otherwise',
      });
      expect(await firstRun.recoveryCode(keyTo(way))).toBe(code);
    },
  );

  it('makes another code for another way, and the first one is gone', async () => {
    const code = await firstRun.recoveryCode(keyTo(WAYS.passkey));
    expect(await firstRun.recoveryCode(keyTo(WAYS.passphrase))).not.toBe(code);
    expect(await firstRun.recoveryCode(keyTo(WAYS.passkey))).not.toBe(code);
  });

  it('makes another code for the same passkey with another salt', async () => {
    const code = await firstRun.recoveryCode(keyTo(WAYS.passkey));
    const salted = { ...WAYS.passkey, salt: base64('another salt') };
    expect(await firstRun.recoveryCode(keyTo(salted))).not.toBe(code);
  });

  it('keeps neither the code nor the key to it, and nothing on the disk', async () => {
    const key = keyTo(WAYS.passkey);
    const code = await firstRun.recoveryCode(key);
    const kept = JSON.stringify(await machine.storage.get(null));
    expect(kept).toContain(WAYS.passkey.credentialId);
    for (const secret of [code, code.replaceAll('-', ''), encodeBase64(key.material)]) {
      expect(kept).not.toContain(secret);
      expect(kept).not.toContain(btoa(secret));
    }
    expect(machine.disk.writes).toEqual([]);
  });

  it('begins anew on demand', async () => {
    const code = await firstRun.recoveryCode(keyTo(WAYS.passkey));
    await firstRun.beginAnew();
    expect(await firstRun.state()).toEqual({ step: 'start' });
    expect(machine.storage.size).toBe(0);
    expect(await firstRun.recoveryCode(keyTo(WAYS.passkey))).not.toBe(code);
  });

  it('takes what it does not understand for nothing', async () => {
    await machine.storage.set({ 'first-run.begun': { way: { kind: 'fingerprint' }, name: '' } });
    expect(await firstRun.state()).toEqual({ step: 'start' });
  });
});

describe('with a vault', () => {
  beforeEach(async () => {
    const first = keyTo(WAYS.passkey);
    await vault.create(first, await firstRun.recoveryCode(first));
    await firstRun.vaultMade();
  });

  it('forgets what was begun', async () => {
    expect(await machine.storage.get('first-run.begun')).toEqual({});
  });

  it('waits for the first account, also in a later worker', async () => {
    startWorker();
    expect(await firstRun.state()).toEqual({ step: 'account' });
  });

  it('says nothing while the vault is locked, and goes on when it is open', async () => {
    await vault.lock();
    expect(await firstRun.state()).toEqual({ step: 'over' });
    await vault.open(ceremony(WAYS.passkey));
    expect(await firstRun.state()).toEqual({ step: 'account' });
  });

  it('is over with the first account, and stays so when that is gone', async () => {
    await vault.add({ credential: totp(), kind: 'work', origins: [], tenant: undefined });
    expect(await firstRun.state()).toEqual({ step: 'over' });
    await vault.undo();
    expect(await firstRun.state()).toEqual({ step: 'over' });
  });

  it('is over when the user wants no account now', async () => {
    await firstRun.finish();
    startWorker();
    expect(await firstRun.state()).toEqual({ step: 'over' });
  });

  it('gives no recovery code any more', async () => {
    for (const state of ['open', 'locked']) {
      if (state === 'locked') await vault.lock();
      await expect(firstRun.recoveryCode(keyTo(WAYS.passkey)), state).rejects.toMatchObject({
        code: 'vault-exists',
      });
    }
  });

  it('starts once more where the storage of the vault is gone', async () => {
    globalThis.indexedDB = new IDBFactory();
    await machine.storage.remove('vault.open');
    startWorker();
    expect(await firstRun.state()).toEqual({ step: 'start' });
  });
});

it('is over for a vault that was made before there was a first run', async () => {
  await vault.create(keyTo(WAYS.passkey), await firstRun.recoveryCode(keyTo(WAYS.passkey)));
  expect(await firstRun.state()).toEqual({ step: 'over' });
});
