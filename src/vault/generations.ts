import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { Fault, type FaultCode } from '../fault.ts';
import type { StoredGeneration } from './retention.ts';

const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const GenerationNumberSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const GenerationSchema = v.object({
  generation: GenerationNumberSchema,
  /** Milliseconds since 1970. */
  savedAt: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** A sealed vault (`src/crypto/sealed-vault.ts`). */
  sealed: bytes,
  /** The change that led to it, sealed on its own (`src/crypto/sealed-note.ts`). A broken one costs no state. */
  change: v.fallback(v.optional(bytes), undefined),
});
export type Generation = v.InferOutput<typeof GenerationSchema>;

interface Schema extends DBSchema {
  /** Found by number; the index tells when each was saved without reading what was sealed. */
  generations: { key: number; value: Generation; indexes: { savedAt: number } };
}

type Work<Result> = (database: IDBPDatabase<Schema>) => Promise<Result>;

/** The sealed states of the vault in IndexedDB. It knows no key and opens nothing. */
export class Generations {
  #database: Promise<IDBPDatabase<Schema>> | undefined;

  /** Newest first. A row under what is no number of a generation is none of ours. */
  async list(): Promise<number[]> {
    return this.#run(async (database) =>
      (await database.getAllKeys('generations')).filter(isGenerationNumber).reverse(),
    );
  }

  /** @throws Fault `damaged` where the row is not what was stored */
  async read(generation: number): Promise<Generation | undefined> {
    const row = await this.#run((database) => database.get('generations', generation));
    if (row === undefined) return undefined;
    const parsed = v.safeParse(GenerationSchema, row);
    if (parsed.success) return parsed.output;
    throw new Fault(
      'damaged',
      'the stored row is malformed',
      v.getDotPath(parsed.issues[0]) ?? 'row',
    );
  }

  /** What was sealed in a row, of which everything else may be wrong; undefined where it is gone. */
  async readSealed(generation: number): Promise<Uint8Array | undefined> {
    const row: unknown = await this.#run((database) => database.get('generations', generation));
    const parsed = v.safeParse(v.object({ sealed: bytes }), row);
    return parsed.success ? parsed.output.sealed : undefined;
  }

  /**
   * Writes a new generation in one transaction. Strict durability: it is on the disk when this resolves
   * (IndexedDB 3.0, section 2.7.1). A generation that is there already is never overwritten.
   *
   * @throws Fault `not-saved` or `storage-…`; what was stored before is untouched
   */
  async add(generation: Generation): Promise<void> {
    await this.#write(async (database) => {
      const transaction = database.transaction('generations', 'readwrite', STRICT);
      await Promise.all([transaction.store.add(generation), transaction.done]);
    });
  }

  /**
   * Writes all of the generations over those of the same numbers, and deletes others, in one transaction.
   *
   * @throws Fault `not-saved` or `storage-…`; what was stored before is untouched
   */
  async replace(rows: readonly Generation[], deleted: readonly number[] = []): Promise<void> {
    await this.#write(async (database) => {
      const transaction = database.transaction('generations', 'readwrite', STRICT);
      try {
        await Promise.all([
          ...rows.map(async (row) => transaction.store.put(row)),
          ...deleted.map(async (generation) => transaction.store.delete(generation)),
          transaction.done,
        ]);
      } catch (error) {
        // A request that throws does not end its transaction: what was asked before would be written without it.
        abort(transaction);
        throw error;
      }
    });
  }

  /** Deletes the generations that `select` names, given all that is stored. */
  async prune(select: (stored: readonly StoredGeneration[]) => readonly number[]): Promise<void> {
    await this.#run(async (database) => {
      const transaction = database.transaction('generations', 'readwrite');
      const stored: StoredGeneration[] = [];
      let cursor = await transaction.store.index('savedAt').openKeyCursor();
      while (cursor) {
        const { primaryKey: generation, key: savedAt } = cursor;
        if (isGenerationNumber(generation)) stored.push({ generation, savedAt });
        cursor = await cursor.continue();
      }
      await Promise.all([
        ...select(stored).map((key) => transaction.store.delete(key)),
        transaction.done,
      ]);
    });
  }

  #write(work: Work<void>): Promise<void> {
    return this.#run(work, 'not-saved');
  }

  /** What the names of errors mean: Indexed Database API 3.0, section 3. */
  async #run<Result>(
    work: Work<Result>,
    otherwise: FaultCode = 'storage-unavailable',
  ): Promise<Result> {
    try {
      this.#database ??= openDatabase(() => {
        this.#database = undefined;
      });
      return await work(await this.#database);
    } catch (error) {
      // Another request would wait behind the blocked one without an answer.
      if (error instanceof Fault && error.code === 'storage-blocked') throw error;
      // A connection left open would block a later upgrade.
      void this.#database?.then((database) => database.close()).catch(() => undefined);
      this.#database = undefined;
      if (error instanceof Fault) throw error;
      const name = error instanceof Error ? error.name : 'unknown';
      if (name === 'VersionError') throw new Fault('unsupported-format', name, 'version');
      throw new Fault(name === 'QuotaExceededError' ? 'storage-full' : otherwise, name);
    }
  }
}

function isGenerationNumber(key: IDBValidKey): key is number {
  return v.is(GenerationNumberSchema, key);
}

const STRICT = { durability: 'strict' } as const;

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It ended by itself.
  }
}

/** Opening takes milliseconds, a few hundred on a disk that sleeps. */
const OPEN_MS = 10_000;

/** @param onClosed the connection is gone; the next use opens another one */
function openDatabase(onClosed: () => void): Promise<IDBPDatabase<Schema>> {
  return new Promise((resolve, reject) => {
    let isBlocked = false;
    const giveUp = () => {
      isBlocked = true;
      reject(new Fault('storage-blocked', 'another connection holds the database'));
    };
    // Behind somebody else's blocked upgrade, our own request waits without any event.
    const timer = setTimeout(giveUp, OPEN_MS);
    openDB<Schema>('countersign', 1, {
      upgrade: (database) => {
        database
          .createObjectStore('generations', { keyPath: 'generation' })
          .createIndex('savedAt', 'savedAt');
      },
      // The request stays pending for as long as another connection does not give way.
      blocked: giveUp,
      // Somebody upgrades or deletes the database: a connection left open would hold it up.
      blocking: (_, __, event) => {
        onClosed();
        (event.target as IDBDatabase).close();
      },
      terminated: onClosed,
    })
      .then((database) => {
        resolve(database);
        if (isBlocked) database.close();
      }, reject)
      .finally(() => {
        clearTimeout(timer);
        if (isBlocked) onClosed();
      });
  });
}
