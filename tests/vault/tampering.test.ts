import { type IDBPDatabase, openDB } from 'idb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Header, HeaderSchema, type Slot } from '../../src/crypto/header.ts';
import { Fault } from '../../src/fault.ts';
import { type Generation, Generations } from '../../src/vault/generations.ts';
import { Traces } from '../../src/vault/traces.ts';
import type { VaultStatus } from '../../src/vault/vault.ts';
import type { Opener } from '../../src/vault/ways.ts';
import { base64, flipped } from '../crypto/slots.ts';
import { FIRST_PASSKEY, newAccount, PASSPHRASE, SECRETS, secretsOf } from './builders.ts';
import { type Machine, newMachine, PASSKEY, RECOVERY_CODE } from './in-memory.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Generation 1 is empty, 2 has one more way in, and each of the others one more account. */
const NEWEST = 5;
const NUMBERS = [1, 2, 3, 4, 5];
const SECRETS_OF: readonly (readonly string[])[] = [
  [],
  [],
  SECRETS.slice(0, 1),
  SECRETS.slice(0, 2),
  SECRETS,
];
const LONG = 120_000;

let machine: Machine;
let generations: Generations;
let database: IDBPDatabase;
let good: Map<number, Generation>;
/** The newest state as it was under the data key before this one. */
let before: Generation;
const tried = new Map<string, number>();

beforeAll(async () => {
  machine = newMachine();
  generations = new Generations();
  const vault = machine.startWorker(generations);
  await vault.create(FIRST_PASSKEY, RECOVERY_CODE);
  await vault.addWay(PASSPHRASE);
  for (const secret of SECRETS) await vault.add(newAccount(secret));
  before = await readRow(NEWEST);
  await vault.changeKey();
  // The change of the key made a state of its own; the rows are all sealed under the new one.
  await generations.replace({ deleted: [NEWEST + 1] });
  await new Traces(machine.disk).rememberNewest({ generation: NEWEST, savedAt: 0 });
  database = await openDB('countersign');
  good = new Map();
  for (const number of NUMBERS) good.set(number, await readRow(number));
}, LONG);

afterAll(() => {
  const sum = [...tried.values()].reduce((total, count) => total + count, 0);
  const parts = [...tried].map(([name, count]) => `${name} ${count}`).join(', ');
  process.stderr.write(`\nTampering: ${sum} tried, last good state given each time (${parts})\n`);
});

async function readRow(number: number): Promise<Generation> {
  const row = await generations.read(number);
  if (!row) throw new Error('no such row');
  return row;
}

function goodRow(number: number): Generation {
  const row = good.get(number);
  if (!row) throw new Error('no such row');
  return row;
}

const newest = () => goodRow(NEWEST).sealed;

interface Seen {
  readonly status: VaultStatus;
  readonly secrets: readonly string[];
}

/** What a newly started browser shows when the vault is opened. */
async function opened(opener: Opener): Promise<Seen> {
  await machine.storage.remove('vault.open');
  const vault = machine.startWorker(generations);
  await vault.ways();
  await vault.open(opener);
  return { status: await vault.status(), secrets: await secretsOf(vault) };
}

/**
 * Puts the rows behind the vault's back and opens it: it gives the newest state that is not among `damaged`, names
 * those that are newer, and leaves every row as it is.
 */
async function expectLastGood(
  kind: string,
  what: unknown,
  rows: readonly Generation[],
  damaged: readonly number[],
  opener: Opener = PASSKEY,
): Promise<void> {
  for (const row of rows) await database.put('generations', row);
  const last = Math.max(...NUMBERS.filter((number) => !damaged.includes(number)));
  const { status, secrets } = await opened(opener).catch((error: unknown) => {
    const said = error instanceof Fault ? error.code : 'no Fault';
    throw new Error(`${kind} ${String(what)}: ${said}`, { cause: error });
  });
  const told = status.damaged.map(({ generation, code }) => [generation, code]);
  const newer = NUMBERS.filter((number) => number > last).reverse();
  const code = expect.stringMatching(/^(?:damaged|unsupported-format)$/u);
  expect([what, status.state, secrets]).toEqual([what, 'open', SECRETS_OF[last - 1]]);
  expect([what, told]).toEqual([what, newer.map((number) => [number, code])]);
  for (const row of rows) {
    expect(await database.get('generations', row.generation)).toEqual(row);
    await database.put('generations', goodRow(row.generation));
  }
  tried.set(kind, (tried.get(kind) ?? 0) + 1);
}

/** The newest state with other content does not open. */
const expectPassedOver = (kind: string, what: unknown, sealed: Bytes, opener?: Opener) =>
  expectLastGood(kind, what, [{ ...goodRow(NEWEST), sealed }], [NEWEST], opener);

const flip = (bytes: Bytes, at: number): Bytes =>
  bytes.map((byte, index) => (index === at ? byte ^ (1 << (at % 8)) : byte));

/** As it is written: another order of its keys would be another header. */
function headerOf(sealed: Bytes): Header {
  const view = Buffer.from(sealed);
  return JSON.parse(view.toString('utf8', 9, 9 + view.readUInt32BE(5)));
}

/** The same sealed document under another header, its length set right. */
function withHeader(header: object): Bytes {
  const view = Buffer.from(newest());
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const rest = view.subarray(9 + view.readUInt32BE(5));
  return new Uint8Array(Buffer.concat([view.subarray(0, 5), length, text, rest]));
}

/** The newest header with something else in one of its slots. */
function withSlot(kind: Slot['way']['kind'], change: (slot: Slot) => object): Bytes {
  const header = headerOf(newest());
  const slots = header.slots.map((slot) =>
    slot.way.kind === kind ? { ...slot, ...change(slot) } : slot,
  );
  return withHeader({ ...header, slots });
}

it('as it was stored, the newest state opens by every way in, and nothing is told', async () => {
  for (const opener of [PASSKEY, PASSPHRASE, { recoveryCode: RECOVERY_CODE }]) {
    const { status, secrets } = await opened(opener);
    expect([status.damaged, secrets]).toEqual([[], SECRETS]);
  }
  expect(withHeader(headerOf(newest()))).toEqual(newest());
});

describe('the last good state is given, whatever is done to the newest one:', () => {
  it(
    'every byte flipped',
    async () => {
      for (let at = 0; at < newest().length; at += 1) {
        await expectPassedOver('flipped bytes', at, flip(newest(), at));
      }
    },
    LONG,
  );

  it(
    'some bytes flipped, opened by the other ways in',
    async () => {
      for (let at = 0; at < newest().length; at += 37) {
        const opener = at % 2 ? PASSPHRASE : { recoveryCode: RECOVERY_CODE };
        await expectPassedOver('flipped bytes, other ways in', at, flip(newest(), at), opener);
      }
    },
    LONG,
  );

  it(
    'cut to many lengths, or longer',
    async () => {
      const { length } = newest();
      const near = [
        ...Array(40).keys(),
        ...Array.from(Array(40).keys(), (less) => length - 1 - less),
      ];
      const between = Array.from({ length: Math.floor(length / 23) }, (_, index) => index * 23);
      for (const cut of new Set([...near, ...between])) {
        await expectPassedOver('lengths', cut, newest().slice(0, cut));
      }
      await expectPassedOver('lengths', length + 1, new Uint8Array([...newest(), 0]));
    },
    LONG,
  );

  it(
    'every other version of the format',
    async () => {
      for (let format = 0; format < 256; format += 1) {
        if (format === newest()[4]) continue;
        const sealed = newest().map((byte, at) => (at === 4 ? format : byte));
        await expectPassedOver('format versions', format, sealed);
      }
    },
    LONG,
  );

  it('every slot dropped, or all but one, or one twice, or in another order', async () => {
    const header = headerOf(newest());
    const { slots } = header;
    const others: [string, Slot[]][] = [
      ...slots.flatMap((slot): [string, Slot[]][] => [
        [`without ${slot.way.kind}`, slots.filter((each) => each !== slot)],
        [`only ${slot.way.kind}`, [slot]],
        [`${slot.way.kind} twice`, [...slots, slot]],
      ]),
      ['reversed', slots.toReversed()],
      ['none', []],
    ];
    for (const [what, changed] of others) {
      for (const opener of [PASSKEY, PASSPHRASE, { recoveryCode: RECOVERY_CODE }]) {
        await expectPassedOver('slots', what, withHeader({ ...header, slots: changed }), opener);
      }
    }
  });

  it('each parameter of the key derivation lowered or raised', async () => {
    const parameters: Record<string, number[]> = {
      memoryKiB: [0, 1, 8, 1024, 32_768, 65_535, 65_537, 131_072, 1_048_576, 1_048_577],
      passes: [0, 1, 2, 4, 16, 17, 3.5],
      parallelism: [0, 2, 16, 17],
    };
    for (const [name, values] of Object.entries(parameters)) {
      for (const value of values) {
        const sealed = withSlot('passphrase', ({ way }) => ({ way: { ...way, [name]: value } }));
        const what = `${name} ${value}`;
        await expectPassedOver('parameters', what, sealed);
        await expectPassedOver('parameters', what, sealed, PASSPHRASE);
      }
    }
  });

  it('each field of the header or of a slot changed', async () => {
    const header: Header = headerOf(newest());
    const fields: [string, object][] = [
      ...[1, 2, 3, 4, 6, 0, -1, 2 ** 53, 'five'].map((generation): [string, object] => [
        `generation ${generation}`,
        { generation },
      ]),
      ...[0, header.savedAt - 1, header.savedAt + 1, -1].map((savedAt): [string, object] => [
        `savedAt ${savedAt}`,
        { savedAt },
      ]),
      ['vaultId', { vaultId: flipped(header.vaultId) }],
      ['a key too many', { note: 'x' }],
      ...Object.keys(HeaderSchema.entries).map((name): [string, object] => [
        `no ${name}`,
        { [name]: undefined },
      ]),
    ];
    for (const [what, change] of fields) {
      await expectPassedOver('header fields', what, withHeader({ ...header, ...change }));
    }
    const ofSlots: [string, (slot: Slot) => object][] = [
      ['id', ({ id }) => ({ id: flipped(id) })],
      ['createdAt', ({ createdAt }) => ({ createdAt: createdAt + 1 })],
      ['public key', ({ publicKey }) => ({ publicKey: flipped(publicKey) })],
      ['public key of another', () => ({ publicKey: base64('a public key') })],
      ['salt', ({ way }) => ({ way: 'salt' in way ? { ...way, salt: flipped(way.salt) } : {} })],
      ['way', () => ({ way: { kind: 'recovery' } })],
    ];
    for (const kind of ['passkey', 'passphrase', 'recovery'] as const) {
      for (const [what, change] of ofSlots) {
        if (kind === 'recovery' && what === 'way') continue;
        await expectPassedOver('slot fields', `${kind} ${what}`, withSlot(kind, change));
      }
    }
  });

  it('parts of one slot in another', async () => {
    const { slots } = headerOf(newest());
    for (const from of slots) {
      for (const { way } of slots) {
        if (way.kind === from.way.kind) continue;
        for (const part of ['id', 'way', 'publicKey', 'privateKey', 'dataKey'] as const) {
          const sealed = withSlot(way.kind, () => ({ [part]: from[part] }));
          await expectPassedOver('parts of slots', `${part} of ${from.way.kind}`, sealed);
        }
      }
    }
  });

  it('slots of the time before the key was changed, all or each', async () => {
    const header = headerOf(newest());
    const old = headerOf(before.sealed).slots;
    await expectPassedOver('older slots', 'all', withHeader({ ...header, slots: old }));
    for (const slot of old) {
      const sealed = withSlot(slot.way.kind, () => slot);
      await expectPassedOver('older slots', slot.way.kind, sealed);
    }
  });
});

describe('a row in the place of another is no state of that number:', () => {
  const pairs = NUMBERS.flatMap((one) =>
    NUMBERS.filter((other) => other > one).map((other) => [one, other] as const),
  );

  it.each(pairs)('rows %i and %i swapped, in content or whole', async (one, other) => {
    const [a, b] = [goodRow(one), goodRow(other)];
    const contents = [
      { ...a, sealed: b.sealed },
      { ...b, sealed: a.sealed },
    ];
    const whole = [
      { ...b, generation: one },
      { ...a, generation: other },
    ];
    await expectLastGood('swapped rows', `${one} and ${other}`, contents, [one, other]);
    await expectLastGood('swapped rows', `${one} and ${other}`, whole, [one, other]);
  });

  it.each(NUMBERS.slice(0, -1))('row %i again as the newest', async (older) => {
    await expectPassedOver('replayed rows', older, goodRow(older).sealed);
    const row = { ...goodRow(older), generation: NEWEST };
    await expectLastGood('replayed rows', older, [row], [NEWEST]);
  });

  it.each(NUMBERS.slice(0, -1))('row %i in the place of all newer ones', async (older) => {
    const newer = NUMBERS.filter((number) => number > older);
    const rows = newer.map((generation) => ({ ...goodRow(older), generation }));
    await expectLastGood('replayed rows', `${older} everywhere`, rows, newer);
  });

  it('all rows but one flipped: that one is given', async () => {
    for (const left of NUMBERS) {
      const damaged = NUMBERS.filter((number) => number !== left);
      const rows = damaged.map((number) => {
        const row = goodRow(number);
        return { ...row, sealed: flip(row.sealed, row.sealed.length - 1) };
      });
      await expectLastGood('single good rows', left, rows, damaged);
    }
  });
});

describe('nothing is lost where only the note of a change was tampered with:', () => {
  const expectOpen = async (what: unknown, change: Bytes | undefined) => {
    const { change: _, ...row } = goodRow(NEWEST);
    const rows = [change ? { ...row, change } : row];
    await expectLastGood('notes', what, rows, []);
  };

  it('every byte flipped', async () => {
    const { change } = goodRow(NEWEST);
    if (!change) throw new Error('no note');
    for (let at = 0; at < change.length; at += 1) await expectOpen(at, flip(change, at));
  });

  it('cut, gone, or that of another state', async () => {
    const { change } = goodRow(NEWEST);
    await expectOpen('cut', change?.slice(0, 11));
    await expectOpen('empty', new Uint8Array());
    await expectOpen('gone', undefined);
    for (const number of NUMBERS) await expectOpen(number, goodRow(number).change);
  });

  it('and the state as well: the damage is told without words that are not its own', async () => {
    const sealed = flip(newest(), newest().length - 1);
    const notes = [new Uint8Array(), goodRow(NEWEST - 1).change, before.change];
    for (const change of notes) {
      if (!change) throw new Error('no note');
      const row = { ...goodRow(NEWEST), sealed, change };
      await expectLastGood('notes of others', 'state and note', [row], [NEWEST]);
      await database.put('generations', row);
      const { status } = await opened(PASSKEY);
      expect(status.damaged).toEqual([
        { generation: NEWEST, savedAt: row.savedAt, code: 'damaged' },
      ]);
      await database.put('generations', goodRow(NEWEST));
    }
  });
});

describe('no row is a newest one by what stands beside its content:', () => {
  /** As far as a date goes. */
  const LAST_TIME = 8_640_000_000_000_000;

  it('another time', async () => {
    for (const savedAt of [0, 1, goodRow(NEWEST).savedAt + 86_400_000, LAST_TIME]) {
      await expectLastGood('times', savedAt, [{ ...goodRow(NEWEST), savedAt }], []);
    }
  });
});
