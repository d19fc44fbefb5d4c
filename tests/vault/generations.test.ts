import { deleteDB, openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Generation, Generations } from '../../src/vault/generations.ts';
import { bytes } from '../crypto/slots.ts';
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

describe('where the browser gives no storage', () => {
  /** One that throws, as with storage switched off; one whose answer is an error. */
  const broken: [string, () => Promise<void>][] = [
    [
      'throws',
      async () => {
        globalThis.indexedDB = new Proxy(globalThis.indexedDB, {
          get: () => () => {
            throw new DOMException('storage is off', 'InvalidStateError');
          },
        });
      },
    ],
    ['does not open the database', async () => (await openDB('countersign', 99)).close()],
  ];

  describe.each(broken)('but %s', (_, breakStorage) => {
    let disk: IDBFactory;

    beforeEach(async () => {
      disk = globalThis.indexedDB;
      await breakStorage();
    });

    it('reading says storage-unavailable, writing not-saved', async () => {
      await expect(generations.list()).rejects.toMatchObject({ code: 'storage-unavailable' });
      await expect(generations.read(1)).rejects.toMatchObject({ code: 'storage-unavailable' });
      await expect(generations.add(generation(1))).rejects.toMatchObject({ code: 'not-saved' });
    });

    it('it works again as soon as there is some', async () => {
      await generations.list().catch(() => undefined);
      globalThis.indexedDB = disk;
      await deleteDB('countersign');
      await generations.add(generation(1));
      expect(await generations.list()).toEqual([1]);
    });
  });
});
