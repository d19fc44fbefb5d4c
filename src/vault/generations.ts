import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import { TimeSchema } from '../crypto/header.ts';
import { Fault, type FaultCode } from '../fault.ts';
import type { StoredGeneration } from './retention.ts';

const bytes = v.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array);

const GenerationNumberSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

const GenerationSchema = v.object({
  generation: GenerationNumberSchema,
  /** Milliseconds since 1970. */
  savedAt: TimeSchema,
  /** A sealed vault (`src/crypto/sealed-vault.ts`). */
  sealed: bytes,
  /** The change that led to it, sealed on its own (`src/crypto/sealed-note.ts`). A broken one costs no state. */
  change: v.fallback(v.optional(bytes), undefined),
});
export type Generation = v.InferOutput<typeof GenerationSchema>;

/** A damaged state that nothing opens any more, also if its damage is undone: kept for an export only. */
export type SetAside = Pick<Generation, 'generation' | 'savedAt'> & {
  readonly setAside: Uint8Array;
};

const SealedSchema = v.object({ sealed: v.optional(bytes), setAside: v.optional(bytes) });

interface Schema extends DBSchema {
  /** Found by number; the index tells when each was saved without reading what was sealed. */
  generations: { key: number; value: Generation | SetAside; indexes: { savedAt: number } };
}

/** Whether a write follows what is stored: the numbers of all generations. */
type Follows = (stored: readonly number[]) => boolean;

/** The field of the fault where another worker has saved something since the state that a write is based on. */
export const OUTDATED = 'generation';

interface Replacement {
  /** Written, also over generations of the same numbers. */
  readonly rows?: readonly Generation[];
  readonly deleted?: readonly number[];
  readonly setAside?: readonly SetAside[];
  readonly follows?: Follows;
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

  /** @throws Fault `damaged` where the row is not what was stored, or cannot be read while others can */
  async read(generation: number): Promise<Generation | undefined> {
    const row = await this.#get(generation);
    if (row === undefined) return undefined;
    const parsed = v.safeParse(GenerationSchema, row);
    if (parsed.success) return parsed.output;
    throw new Fault(
      'damaged',
      'the stored row is malformed',
      v.getDotPath(parsed.issues[0]) ?? 'row',
    );
  }

  /**
   * What was sealed in a row, of which everything else may be wrong; undefined where there is nothing.
   *
   * @throws Fault `damaged` where the row cannot be read
   */
  async readSealed(generation: number): Promise<Uint8Array | undefined> {
    const parsed = v.safeParse(SealedSchema, await this.#get(generation));
    return parsed.success ? (parsed.output.sealed ?? parsed.output.setAside) : undefined;
  }

  /**
   * Writes a new generation in one transaction. Strict durability: it is on the disk when this resolves
   * (IndexedDB 3.0, section 2.7.1). A generation that is there already is never overwritten.
   *
   * @param follows whether it follows what is stored at that moment: the numbers of all generations
   * @throws Fault `not-saved` or `storage-…`, with the field {@link OUTDATED} where it does not follow; what was stored
   * before is untouched
   */
  async add(generation: Generation, follows: Follows = () => true): Promise<void> {
    await this.#write(async (database) => {
      const transaction = database.transaction('generations', 'readwrite', STRICT);
      requireFollows(follows, await transaction.store.getAllKeys(), transaction);
      await Promise.all([transaction.store.add(generation), transaction.done]);
    });
  }

  /**
   * All of it in one transaction, or nothing.
   *
   * @throws Fault as {@link add}
   */
  async replace({ rows = [], deleted = [], setAside = [], follows }: Replacement): Promise<void> {
    await this.#write(async (database) => {
      const transaction = database.transaction('generations', 'readwrite', STRICT);
      const { store } = transaction;
      if (follows) requireFollows(follows, await store.getAllKeys(), transaction);
      try {
        await Promise.all([
          ...[...rows, ...setAside].map(async (row) => store.put(row)),
          ...deleted.map(async (generation) => store.delete(generation)),
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

  /** A row can be lost while others are not: browsers keep large ones in files of their own. */
  #get(generation: number): Promise<unknown> {
    return this.#run(async (database) => {
      try {
        return await database.get('generations', generation);
      } catch (error) {
        // Throws where nothing at all can be read.
        await database.count('generations');
        const name = error instanceof Error ? error.name : 'unknown';
        throw new Fault('damaged', `the row cannot be read: ${name}`, 'row');
      }
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

function requireFollows(
  follows: Follows,
  stored: readonly IDBValidKey[],
  transaction: { abort(): void; readonly done: Promise<void> },
): void {
  if (follows(stored.filter(isGenerationNumber))) return;
  // That it is aborted is what the fault says.
  transaction.done.catch(() => undefined);
  abort(transaction);
  throw new Fault('not-saved', 'another worker has saved something meanwhile', OUTDATED);
}

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
