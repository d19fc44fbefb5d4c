import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evaluatePassphrase } from '../../src/crypto/passphrase.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import { Generations } from '../../src/vault/generations.ts';
import { readDocument } from '../../src/vault/migration.ts';
import type { KeyMaterial } from '../../src/vault/ways.ts';
import { totp } from '../otp/credentials.ts';
import { accountsOf, fault, newAccount, rowOf, secretsOf } from './builders.ts';
import { type Machine, newMachine } from './in-memory.ts';

const SAMPLE = new Uint8Array(
  readFileSync(new URL('../vectors/vault-v1.countersign', import.meta.url)),
);
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const RECOVERY_CODE = 'RJC7-CHDP-FCER-7SZ4-H43Q-JQCD-3636';
const ARGON2_TIME = 60_000;

const formatOf = async (generation: number) =>
  ((await rowOf(generation))['sealed'] as Uint8Array)[4];

describe('a vault of version 1', () => {
  let passphrase: KeyMaterial;
  let machine: Machine;

  const newSample = async () => {
    machine = newMachine();
    await new Generations().add({ generation: 3, savedAt: 1_795_000_000_000, sealed: SAMPLE });
  };

  beforeAll(async () => {
    await newSample();
    const way = (await machine.startWorker().ways()).find(({ kind }) => kind === 'passphrase');
    if (way?.kind !== 'passphrase') throw new Error('the sample opens by a passphrase');
    const { material } = await evaluatePassphrase('sample passphrase of version one', way);
    passphrase = { way, material: decodeBase64(material) };
  }, ARGON2_TIME);

  beforeEach(newSample);

  it.each([
    ['passphrase', () => passphrase],
    ['recovery code', () => ({ recoveryCode: RECOVERY_CODE })],
  ])('opens by its %s, with its account and settings of today', async (_, opener) => {
    const vault = machine.startWorker();
    await vault.open(opener());
    expect(await vault.status()).toEqual({ state: 'open', damaged: [] });
    expect(await secretsOf(vault)).toEqual([SECRET]);
    expect(await vault.document()).toMatchObject({
      version: 2,
      settings: { lockAfterMinutes: 15 },
      wayNames: {},
    });
  });

  it('is written in the format and the version of today with the next change', async () => {
    const vault = machine.startWorker();
    await vault.open({ recoveryCode: RECOVERY_CODE });
    expect([await formatOf(3), await new Generations().list()]).toEqual([1, [3]]);
    await vault.add(newAccount('MZXW6'));
    expect(await formatOf(4)).toBe(2);
    const next = machine.startWorker();
    expect(await next.document()).toMatchObject({ version: 2 });
    expect(await secretsOf(next)).toEqual([SECRET, 'MZXW6']);
    await next.lock();
    await next.open(passphrase);
    expect(await accountsOf(next)).toHaveLength(2);
  });

  it('is sealed anew where the ways in change, and still opens', async () => {
    const vault = machine.startWorker();
    await vault.open({ recoveryCode: RECOVERY_CODE });
    await vault.changeKey();
    expect([await formatOf(3), await formatOf(4)]).toEqual([2, 2]);
    await new Generations().replace({ deleted: [4] });
    const next = machine.startWorker();
    await next.open(passphrase);
    expect(await secretsOf(next)).toEqual([SECRET]);
  });
});

describe('readDocument', () => {
  const account = {
    id: '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
    credential: totp(),
    createdAt: 1_700_000_000_000,
    origins: [],
  };

  it('brings version 1 to the version of today', () => {
    expect(readDocument({ version: 1, accounts: [account] })).toEqual({
      version: 2,
      sealingKey: expect.stringMatching(/^[A-Za-z\d+/]{43}=$/u),
      accounts: [account],
      settings: { lockAfterMinutes: 15, lockWhenIdleMinutes: 5, clockOffsetSeconds: 0 },
      wayNames: {},
      damaged: [],
    });
  });

  it.each([
    ['version 1 with what came later', { version: 1, accounts: [{ ...account, pinned: true }] }],
    ['version 1 with settings', { version: 1, accounts: [], settings: {} }],
    ['version 2 with nothing but accounts', { version: 2, accounts: [] }],
    ['no version', { accounts: [] }],
    ['a version in words', { version: 'two' }],
    ['nothing', undefined],
  ])('finds %s damaged', (_, json) => {
    expect(() => readDocument(json)).toThrow(expect.objectContaining(fault('damaged')));
  });

  it.each([3, 4, 1_000_000])('refuses version %i, whatever it holds', (version) => {
    expect(() => readDocument({ version })).toThrow(
      expect.objectContaining({ ...fault('unsupported-format'), field: 'version' }),
    );
  });
});
