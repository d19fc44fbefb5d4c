import { readFileSync } from 'node:fs';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { evaluatePassphrase } from '../../src/crypto/passphrase.ts';
import { decodeBase64 } from '../../src/encoding/base64.ts';
import type { Account } from '../../src/vault/account.ts';
import { newDocument } from '../../src/vault/document.ts';
import { Generations } from '../../src/vault/generations.ts';
import { readDocument, writeDocument } from '../../src/vault/migration.ts';
import { packAccounts } from '../../src/vault/packing.ts';
import type { KeyMaterial } from '../../src/vault/ways.ts';
import { totp } from '../otp/credentials.ts';
import { accountsOf, fault, newAccount, rowOf, secretsOf } from './builders.ts';
import { type Machine, newMachine } from './in-memory.ts';
import { sinceVersion5 } from './older-documents.ts';
import { IMAGE } from './png.ts';

const vector = (name: string) => readFileSync(new URL(`../vectors/${name}`, import.meta.url));

const SAMPLE = new Uint8Array(vector('vault-v1.countersign'));
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
      version: 5,
      settings: { lockAfterMinutes: 15, hideCodes: false },
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
    expect(await next.document()).toMatchObject({ version: 5 });
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

describe('a vault of version 2', () => {
  const recoveryCode = 'QGPG-SY0T-09C6-HJQ9-WR07-4SDH-S9DB';
  const plain = JSON.parse(vector('vault-v2.json').toString());
  const kinds: Record<string, string> = { Contoso: 'work', Fabrikam: 'work' };
  const withKind = (account: Account) => ({
    ...account,
    kind: kinds[account.credential.prefix] ?? 'other',
  });
  const expected = {
    ...plain,
    ...sinceVersion5(plain),
    accounts: plain.accounts.map(withKind),
    undo: { ...plain.undo, accounts: plain.undo.accounts.map(withKind) },
  };

  it('opens with all that it holds, and is written in version 5 with the next change', async () => {
    const machine = newMachine();
    const sealed = new Uint8Array(vector('vault-v2.countersign'));
    await new Generations().add({ generation: 17, savedAt: 1_795_300_000_000, sealed });
    machine.clock.advance(1_795_300_000_000 - machine.clock.now());
    const vault = machine.startWorker();
    await vault.open({ recoveryCode });
    expect(await vault.document()).toEqual(expected);

    await vault.undo();
    const next = machine.startWorker();
    await next.open({ recoveryCode });
    const [{ pinned: _, ...first }, ...others] = expected.accounts;
    expect((await next.document()).accounts).toEqual([first, ...others]);
  });
});

describe('a vault of version 3', () => {
  const recoveryCode = 'QGPG-SY0T-09C6-HJQ9-WR07-4SDH-S9DB';
  const plain = JSON.parse(vector('vault-v3.json').toString());

  it('opens with all that it holds, and is written in version 5 with the next change', async () => {
    const machine = newMachine();
    const sealed = new Uint8Array(vector('vault-v3.countersign'));
    await new Generations().add({ generation: 19, savedAt: 1_795_300_400_000, sealed });
    machine.clock.advance(1_795_300_400_000 - machine.clock.now());
    const vault = machine.startWorker();
    await vault.open({ recoveryCode });
    expect(await vault.document()).toEqual({ ...plain, ...sinceVersion5(plain) });

    await vault.undo();
    const next = machine.startWorker();
    await next.open({ recoveryCode });
    const { version, accounts } = await next.document();
    expect(version).toBe(5);
    expect(accounts).toEqual([...plain.accounts.slice(0, -1), ...plain.undo.accounts]);
  });
});

describe('a vault of version 4', () => {
  const recoveryCode = 'QGPG-SY0T-09C6-HJQ9-WR07-4SDH-S9DB';
  const plain = JSON.parse(vector('vault-v4.json').toString());

  it('opens with all that it holds, and is written in version 5 with the next change', async () => {
    const machine = newMachine();
    const sealed = new Uint8Array(vector('vault-v4.countersign'));
    await new Generations().add({ generation: 21, savedAt: 1_795_400_800_000, sealed });
    machine.clock.advance(1_795_400_800_000 - machine.clock.now());
    const vault = machine.startWorker();
    await vault.open({ recoveryCode });
    expect(await vault.document()).toEqual({ ...plain, ...sinceVersion5(plain) });

    await vault.verify({ recoveryCode });
    await vault.undo();
    const next = machine.startWorker();
    await next.open({ recoveryCode });
    const { version, accounts, undo } = await next.document();
    expect(version).toBe(5);
    expect(accounts).toEqual([...plain.undo.accounts, ...plain.accounts.slice(1)]);
    expect(undo).not.toHaveProperty('groups');
  });
});

describe('the sample of today', () => {
  it('is what is written today', async () => {
    const plain = JSON.parse(vector('vault-v5.json').toString());
    const machine = newMachine();
    const sealed = new Uint8Array(vector('vault-v5.countersign'));
    await new Generations().add({ generation: 23, savedAt: 1_795_500_800_000, sealed });
    machine.clock.advance(1_795_500_800_000 - machine.clock.now());
    const vault = machine.startWorker();
    await vault.open({ recoveryCode: 'QGPG-SY0T-09C6-HJQ9-WR07-4SDH-S9DB' });
    expect(await vault.document()).toEqual(plain);
    expect(readDocument(JSON.parse(JSON.stringify(writeDocument(plain))))).toEqual(plain);
  });
});

describe('readDocument', () => {
  const account = {
    id: '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70',
    credential: totp(),
    createdAt: 1_700_000_000_000,
    origins: [],
  };

  const empty = newDocument(Buffer.alloc(32, 7).toString('base64'));
  const { group: _, ...olderColumns } = packAccounts([]);

  it('reads what was written', () => {
    const whole: Account = {
      ...{ ...account, kind: 'guest', proof: 'unverified', elsewhere: 'Phone' },
      ...{ replaces: account.id, mode: 'ask', submits: true, insteadOfPush: true },
      ...{ group: account.id, image: IMAGE },
      history: [{ at: 1, kind: 'not-me', origin: 'https://a.example' }],
    };
    const change = { kind: 'account-bound', label: 'x' } as const;
    const groups = [{ id: account.id, name: 'Family' }];
    const undo = { change, accounts: [whole], added: [], groups: [] };
    const document = { ...empty, accounts: [whole], groups, undo };
    expect(readDocument(JSON.parse(JSON.stringify(writeDocument(document))))).toEqual(document);
  });

  it('brings version 1 to the version of today', () => {
    const enrolled = { ...account, origins: ['https://login.microsoftonline.com'] };
    expect(readDocument({ version: 1, accounts: [account, enrolled] })).toEqual({
      version: 5,
      groups: [],
      sealingKey: expect.stringMatching(/^[A-Za-z\d+/]{43}=$/u),
      accounts: [
        { ...account, kind: 'other' },
        { ...enrolled, kind: 'work' },
      ],
      settings: {
        ...{ lockAfterMinutes: 15, lockWhenIdleMinutes: 5, clockOffsetSeconds: 0 },
        hideCodes: false,
      },
      wayNames: {},
      damaged: [],
    });
  });

  it.each([
    ['version 1 with what came later', { version: 1, accounts: [{ ...account, pinned: true }] }],
    ['version 1 with settings', { version: 1, accounts: [], settings: {} }],
    ['version 2 with nothing but accounts', { version: 2, accounts: [] }],
    ['version 3 with nothing but accounts', { version: 3, accounts: [] }],
    ['version 4 with nothing but accounts', { version: 4, accounts: [] }],
    ['version 5 with nothing but accounts', { version: 5, accounts: [] }],
    ['version 5 with the columns of version 4', { ...empty, accounts: olderColumns }],
    ['no version', { accounts: [] }],
    ['a version in words', { version: 'two' }],
    ['nothing', undefined],
  ])('finds %s damaged', (_, json) => {
    expect(() => readDocument(json)).toThrow(expect.objectContaining(fault('damaged')));
  });

  it.each([6, 7, 1_000_000])('refuses version %i, whatever it holds', (version) => {
    expect(() => readDocument({ version })).toThrow(
      expect.objectContaining({ ...fault('unsupported-format'), field: 'version' }),
    );
  });
});
