import { IDBDatabase as FDBDatabase, IDBObjectStore as FDBObjectStore } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Generation, Generations } from '../../src/vault/generations.ts';
import { bytes } from '../crypto/slots.ts';
import { putRow } from './builders.ts';
import { newMachine } from './in-memory.ts';

const generation = (number: number, content = `state ${number}`): Generation => ({
  generation: number,
  savedAt: number * 1000,
  sealed: bytes(content),
});

let generations: Generations;

beforeEach(() => {
  newMachine();
  generations = new Generations();
});

describe('the stored generations', () => {
  it('are none on an empty disk', async () => {
    expect(await generations.list()).toEqual([]);
    expect(await generations.read(1)).toBeUndefined();
  });

  it('are listed newest first, by number', async () => {
    for (const number of [2, 10, 9, 1]) await generations.add(generation(number));
    expect(await generations.list()).toEqual([10, 9, 2, 1]);
  });

  it('come back as they were written, to another start of the worker too', async () => {
    await generations.add(generation(1));
    expect(await new Generations().read(1)).toEqual(generation(1));
  });

  it('are never overwritten', async () => {
    await generations.add(generation(1));
    await expect(generations.add(generation(1, 'other'))).rejects.toMatchObject({
      name: 'Fault',
      code: 'not-saved',
    });
    expect(await generations.read(1)).toEqual(generation(1));
  });

  it('can be added to after one was refused', async () => {
    await generations.add(generation(1));
    await generations.add(generation(1, 'other')).catch(() => undefined);
    await generations.add(generation(2));
    expect(await generations.list()).toEqual([2, 1]);
  });
});

describe('prune', () => {
  beforeEach(async () => {
    for (const number of [1, 2, 3]) await generations.add(generation(number));
  });

  it('asks with what is stored, and deletes what is named', async () => {
    const asked: unknown[] = [];
    await generations.prune((stored) => {
      asked.push(...stored);
      return [1, 3];
    });
    expect(asked).toEqual(
      [1, 2, 3].map((number) => ({ generation: number, savedAt: number * 1000 })),
    );
    expect(await generations.list()).toEqual([2]);
  });

  it('deletes nothing where the choice fails', async () => {
    const choose = () => {
      throw new Error('no choice');
    };
    await expect(generations.prune(choose)).rejects.toMatchObject({ name: 'Fault' });
    expect(await generations.list()).toEqual([3, 2, 1]);
  });
});

describe('replace', () => {
  beforeEach(async () => {
    for (const number of [1, 2, 3]) await generations.add(generation(number));
  });

  it('writes over some, adds others and deletes others', async () => {
    await generations.replace({
      rows: [generation(1, 'other'), generation(4)],
      deleted: [2],
    });
    expect(await generations.list()).toEqual([4, 3, 1]);
    expect(await generations.read(1)).toEqual(generation(1, 'other'));
    expect(await generations.read(3)).toEqual(generation(3));
  });

  it('does all of it or nothing', async () => {
    const impossible = { ...generation(4), generation: Number.NaN };
    const replacing = generations.replace({
      rows: [generation(1, 'other'), impossible],
      deleted: [2],
    });
    await expect(replacing).rejects.toMatchObject({ name: 'Fault', code: 'not-saved' });
    expect(await generations.list()).toEqual([3, 2, 1]);
    expect(await generations.read(1)).toEqual(generation(1));
  });
});

describe('a row that is not as it was written', () => {
  it.each<[string, object, string]>([
    ['has no content', { sealed: undefined }, 'sealed'],
    ['has a text for its content', { sealed: 'CSGN' }, 'sealed'],
    ['has no time', { savedAt: undefined }, 'savedAt'],
    ['was saved before 1970', { savedAt: -1 }, 'savedAt'],
  ])('and %s is told as damaged, with the field', async (_, change, field) => {
    await generations.add(generation(1));
    await putRow({ ...generation(1), ...change });
    expect(await generations.list()).toEqual([1]);
    await expect(generations.read(1)).rejects.toMatchObject({ code: 'damaged', field });
  });

  it('in its note only comes back without the note', async () => {
    await generations.add(generation(1));
    await putRow({ ...generation(1), change: 'account-added' });
    expect(await generations.read(1)).toMatchObject(generation(1));
  });

  it.each([0, -1, 0.5, 2 ** 53, 'one', [1]])('is no generation under the key %j', async (key) => {
    await generations.add(generation(1));
    await putRow({ ...generation(1), generation: key });
    expect(await generations.list()).toEqual([1]);
    const asked: unknown[] = [];
    await generations.prune((stored) => {
      asked.push(...stored);
      return [];
    });
    expect(asked).toEqual([{ generation: 1, savedAt: 1000 }]);
  });
});

describe('where the browser gives no storage', () => {
  /** One that throws, as with storage switched off. */
  const throwing = (factory: IDBFactory) =>
    new Proxy(factory, {
      get: () => () => {
        throw new DOMException('storage is off', 'InvalidStateError');
      },
    });

  it('reading says storage-unavailable, writing not-saved', async () => {
    globalThis.indexedDB = throwing(globalThis.indexedDB);
    await expect(generations.list()).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(generations.read(1)).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(generations.add(generation(1))).rejects.toMatchObject({ code: 'not-saved' });
    await expect(generations.replace({})).rejects.toMatchObject({ code: 'not-saved' });
  });

  it('it works again as soon as there is some', async () => {
    const disk = globalThis.indexedDB;
    globalThis.indexedDB = throwing(disk);
    await generations.list().catch(() => undefined);
    globalThis.indexedDB = disk;
    await generations.add(generation(1));
    expect(await generations.list()).toEqual([1]);
  });
});

describe('where a newer Countersign made the database', () => {
  it('everything says unsupported-format, and the database stays as it is', async () => {
    (await openDB('countersign', 99)).close();
    const refused = { name: 'Fault', code: 'unsupported-format', field: 'version' };
    await expect(generations.list()).rejects.toMatchObject(refused);
    await expect(generations.read(1)).rejects.toMatchObject(refused);
    await expect(generations.add(generation(1))).rejects.toMatchObject(refused);
    await expect(generations.replace({ deleted: [1] })).rejects.toMatchObject(refused);
    expect(await indexedDB.databases()).toEqual([{ name: 'countersign', version: 99 }]);
  });

  it('our connection gives way to it', async () => {
    await generations.add(generation(1));
    (await openDB('countersign', 2)).close();
    await expect(generations.list()).rejects.toMatchObject({ code: 'unsupported-format' });
  });
});

describe('where another connection does not give way', () => {
  /** As a later Countersign would open it: with an upgrade. */
  const upgrading = (factory: IDBFactory) =>
    new Proxy(factory, {
      get: (target, name) =>
        name === 'open'
          ? (database: string) => target.open(database, 2)
          : Reflect.get(target, name, target),
    });

  it('everything says storage-blocked, and works again when it is gone', async () => {
    const stubborn = await openDB('countersign', 1);
    globalThis.indexedDB = upgrading(globalThis.indexedDB);
    const blocked = { name: 'Fault', code: 'storage-blocked' };
    const late = new Generations();
    await expect(late.list()).rejects.toMatchObject(blocked);
    await expect(late.add(generation(2))).rejects.toMatchObject(blocked);
    const closed = vi.spyOn(FDBDatabase.prototype, 'close');
    stubborn.close();
    await expect.poll(() => late.list().catch(() => undefined)).toEqual([]);
    // The stubborn one, and what the blocked attempt came to.
    expect(closed).toHaveBeenCalledTimes(2);
    closed.mockRestore();
    await late.add(generation(2));
    expect(await late.list()).toEqual([2]);
    (await openDB('countersign', 3)).close();
  });
});

describe("where somebody else's upgrade waits for a connection that does not give way", () => {
  it('everything says storage-blocked after ten seconds, and goes on when that is over', async () => {
    await generations.add(generation(1));
    const stubborn = await openDB('countersign', 1);
    const upgrade = deleteDB('countersign');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const listing = new Generations().list().catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await listing).toMatchObject({ name: 'Fault', code: 'storage-blocked' });
    vi.useRealTimers();
    stubborn.close();
    await upgrade;
    expect(await generations.list()).toEqual([]);
  });
});

describe('where the disk is full', () => {
  const full = () => {
    throw new DOMException('the disk is full', 'QuotaExceededError');
  };

  it.each<['add' | 'put', (stored: Generations) => Promise<void>]>([
    ['add', (stored) => stored.add(generation(2))],
    [
      'put',
      (stored) => stored.replace({ rows: [generation(1, 'other'), generation(2)], deleted: [1] }),
    ],
  ])('to %s says storage-full, and leaves what is there', async (name, writing) => {
    await generations.add(generation(1));
    const broken = vi.spyOn(FDBObjectStore.prototype, name).mockImplementation(full);
    await expect(writing(generations)).rejects.toMatchObject({ code: 'storage-full' });
    broken.mockRestore();
    expect(await generations.list()).toEqual([1]);
    expect(await generations.read(1)).toEqual(generation(1));
    await writing(generations);
    expect((await generations.list())[0]).toBe(2);
  });
});

it('goes on after the browser deleted the database', async () => {
  await generations.add(generation(1));
  await deleteDB('countersign');
  expect(await generations.list()).toEqual([]);
  await generations.add(generation(2));
  expect(await generations.list()).toEqual([2]);
});

describe('where one row cannot be read', () => {
  const reading = FDBObjectStore.prototype.get;

  /** As Chromium does where the file is gone that a large value is kept in. */
  const lose = (lost: number) =>
    vi.spyOn(FDBObjectStore.prototype, 'get').mockImplementation(function (this: never, key) {
      if (key === lost) throw new DOMException('Data lost due to missing file', 'NotReadableError');
      return reading.call(this, key);
    });

  it('that row is damaged, and the others are given', async () => {
    await generations.add(generation(1));
    await generations.add(generation(2));
    const lost = lose(2);
    const damaged = { name: 'Fault', code: 'damaged', field: 'row' };
    await expect(generations.read(2)).rejects.toMatchObject(damaged);
    await expect(generations.readSealed(2)).rejects.toMatchObject(damaged);
    expect(await generations.read(1)).toEqual(generation(1));
    lost.mockRestore();
    expect(await generations.read(2)).toEqual(generation(2));
  });
});

describe('a write that does not follow what is stored', () => {
  const outdated = { name: 'Fault', code: 'not-saved', field: 'generation' };

  it('is refused with everything as it was', async () => {
    await generations.add(generation(1));
    const seen: (readonly number[])[] = [];
    const never = (stored: readonly number[]) => {
      seen.push(stored);
      return false;
    };
    await expect(generations.add(generation(2), never)).rejects.toMatchObject(outdated);
    await expect(
      generations.replace({ rows: [generation(1, 'other')], follows: never }),
    ).rejects.toMatchObject(outdated);
    expect(seen).toEqual([[1], [1]]);
    expect(await generations.list()).toEqual([1]);
    expect(await generations.read(1)).toEqual(generation(1));
  });
});
