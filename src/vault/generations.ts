import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { Fault } from '../fault.ts';
import type { StoredGeneration } from './retention.ts';

export interface Generation extends StoredGeneration {
  /** A sealed vault (`src/crypto/sealed-vault.ts`). */
  readonly sealed: Uint8Array<ArrayBuffer>;
}

interface Schema extends DBSchema {
  /** Found by number; the index tells when each was saved without reading what was sealed. */
  generations: { key: number; value: Generation; indexes: { savedAt: number } };
}

/** The sealed states of the vault in IndexedDB. It knows no key and opens nothing. */
export class Generations {
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  /** Newest first. */
  async list(): Promise<number[]> {
    return this.#run(async (database) => (await database.getAllKeys('generations')).reverse());
  }

  async read(generation: number): Promise<Generation | undefined> {
    return this.#run((database) => database.get('generations', generation));
  }

  /**
   * Writes a new generation in one transaction. Strict durability: it is on the disk when this resolves
   * (IndexedDB 3.0, section 2.7.1). A generation that is there already is never overwritten.
   *
   * @throws Fault `not-saved`; what was stored before is untouched
   */
  async add(generation: Generation): Promise<void> {
    await this.#run(async (database) => {
      const transaction = database.transaction('generations', 'readwrite', {
        durability: 'strict',
      });
      await Promise.all([transaction.store.add(generation), transaction.done]);
    }, 'not-saved');
  }

  /** Deletes the generations that `select` names, given all that is stored. */
  async prune(select: (stored: readonly StoredGeneration[]) => readonly number[]): Promise<void> {
    await this.#run(async (database) => {
      const transaction = database.transaction('generations', 'readwrite');
      const stored: StoredGeneration[] = [];
      let cursor = await transaction.store.index('savedAt').openKeyCursor();
      while (cursor) {
        stored.push({ generation: cursor.primaryKey, savedAt: cursor.key });
        cursor = await cursor.continue();
      }
      await Promise.all([
        ...select(stored).map((key) => transaction.store.delete(key)),
        transaction.done,
      ]);
    });
  }

  async #run<Result>(
    work: (database: IDBPDatabase<Schema>) => Promise<Result>,
    code: 'storage-unavailable' | 'not-saved' = 'storage-unavailable',
  ): Promise<Result> {
    try {
      this.#database ??= openDB<Schema>('countersign', 1, {
        upgrade: (database) => {
          database
            .createObjectStore('generations', { keyPath: 'generation' })
            .createIndex('savedAt', 'savedAt');
        },
        terminated: () => {
          this.#database = undefined;
        },
      });
      return await work(await this.#database);
    } catch (error) {
      // A connection left open would block a later upgrade.
      void this.#database?.then((database) => database.close()).catch(() => undefined);
      this.#database = undefined;
      throw new Fault(code, error instanceof Error ? error.name : 'unknown');
    }
  }
}
