import 'fake-indexeddb/auto';
import { serialize } from 'node:v8';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import type { Way } from '../../src/crypto/header.ts';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { Generations } from '../../src/vault/generations.ts';
import { History } from '../../src/vault/history.ts';
import type { KeyValueStorage } from '../../src/vault/key-value-storage.ts';
import { Session } from '../../src/vault/session.ts';
import { Traces } from '../../src/vault/traces.ts';
import { Vault } from '../../src/vault/vault.ts';
import type { KeyMaterial } from '../../src/vault/ways.ts';
import { bytes, WAYS } from '../crypto/slots.ts';

/** `storage.session` as Chromium has it: it outlives the worker and holds what JSON can hold. */
export class MemoryStorage implements KeyValueStorage {
  readonly #items = new Map<string, string>();
  /** The keys written so far, in order. */
  readonly writes: string[] = [];

  async get(key: string | null): Promise<Record<string, unknown>> {
    if (key === null) {
      return Object.fromEntries([...this.#items].map(([each, text]) => [each, JSON.parse(text)]));
    }
    const held = this.#items.get(key);
    return held === undefined ? {} : { [key]: JSON.parse(held) };
  }

  async set(items: Record<string, unknown>): Promise<void> {
    for (const [key, value] of Object.entries(items)) {
      this.#items.set(key, JSON.stringify(value));
      this.writes.push(key);
    }
  }

  async remove(keys: string | string[]): Promise<void> {
    for (const key of [keys].flat()) this.#items.delete(key);
  }

  get size(): number {
    return this.#items.size;
  }
}

/** A clock that stands until it is moved; milliseconds since 1970. */
export class Clock {
  #at: number;

  constructor(at = 1_700_000_000_000) {
    this.#at = at;
  }

  readonly now = () => this.#at;

  /** Negative: the clock is set back. */
  advance(ms: number): void {
    this.#at += ms;
  }
}

export interface Machine {
  readonly clock: Clock;
  /** `storage.session`. */
  readonly storage: MemoryStorage;
  /** `storage.local`. */
  readonly disk: MemoryStorage;
  /** What the watcher of the session was told: deadlines, and `ended`. */
  readonly watched: (number | null | 'ended')[];
  /** Another start of the worker: a new vault over the same stores. */
  readonly startWorker: (generations?: Generations) => Vault;
}

/** A browser with an empty disk. */
export function newMachine(): Machine {
  globalThis.indexedDB = new IDBFactory();
  const clock = new Clock();
  const storage = new MemoryStorage();
  const disk = new MemoryStorage();
  const watched: (number | null | 'ended')[] = [];
  const watcher = {
    deadlineMoved: (deadline: number | null) => void watched.push(deadline),
    ended: () => void watched.push('ended'),
  };
  return {
    clock,
    storage,
    disk,
    watched,
    startWorker: (generations = new Generations()) =>
      new Vault({
        history: new History(generations, clock.now),
        session: new Session(storage, clock.now, watcher),
        traces: new Traces(disk),
        now: clock.now,
      }),
  };
}

/** What the authenticator of {@link WAYS} answers: PRF and Argon2id yield other bytes for another salt. */
export function ceremony(way: Way): KeyMaterial {
  return { way, material: bytes(`authenticator ${JSON.stringify(Object.values(way).sort())}`) };
}

export const PASSKEY = ceremony(WAYS.passkey);
export const RECOVERY_CODE = createRecoveryCode();

export async function newOpenVault(machine: Machine): Promise<Vault> {
  const vault = machine.startWorker();
  await vault.create({ ...PASSKEY, name: 'This device' }, RECOVERY_CODE);
  return vault;
}

/** Changes a stored state behind the vault's back. */
export async function tamper(
  generation: number,
  change: (sealed: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): Promise<void> {
  const database = await openDB('countersign');
  const stored = await database.get('generations', generation);
  await database.put('generations', { ...stored, sealed: change(stored.sealed) });
  database.close();
}

/** Breaks the seal: the last byte is the tag's. */
export function breakSeal(sealed: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return sealed.map((byte, index) => (index === sealed.length - 1 ? byte ^ 1 : byte));
}

/** Every byte of every database, keys and index names included. */
export async function diskBytes(): Promise<Buffer> {
  const parts: Buffer[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await openDB(name);
    parts.push(serialize([name, [...database.objectStoreNames]]));
    for (const store of database.objectStoreNames) {
      parts.push(serialize([await database.getAllKeys(store), await database.getAll(store)]));
    }
    database.close();
  }
  return Buffer.concat(parts);
}
