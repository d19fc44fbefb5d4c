import * as v from 'valibot';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';

/** The part of `browser.storage.session` that is used: memory only, trusted contexts only. */
export interface SessionStorage {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

const KEY = 'vault.open';

/** Raw bytes as text: Chromium's `storage.session` turns a CryptoKey into `{}`. */
const OpenVaultSchema = v.object({ dataKey: v.string(), deadline: v.number() });

/** The vault locks when it was not used for this long. */
export const UNUSED_MS = 15 * 60_000;

/** The deadline moves on with use, but is not written again for every code that is shown. */
const DEADLINE_STEP_MS = 30_000;

/** A clock set back by more than this locks the vault, since it would keep it open for as much longer. */
const CLOCK_TOLERANCE_MS = 60_000;

/**
 * Holds the open vault's data key for as long as it may be open. A worker that dies takes nothing with it; one
 * that wakes after the deadline finds no key.
 */
export class Session {
  readonly #storage: SessionStorage;
  readonly #now: () => number;

  constructor(storage: SessionStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  async begin(dataKey: Uint8Array): Promise<void> {
    await this.#store(encodeBase64(dataKey));
  }

  /** The data key; undefined where the vault is locked, or its deadline has passed. */
  async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const held = await this.#held();
    return held && decodeBase64(held.dataKey);
  }

  /** Moves the deadline on: somebody used the vault. A locked one stays locked. */
  async use(): Promise<void> {
    const held = await this.#held();
    if (held && held.deadline - this.#now() < UNUSED_MS - DEADLINE_STEP_MS) {
      await this.#store(held.dataKey);
    }
  }

  async end(): Promise<void> {
    await this.#storage.remove(KEY);
  }

  async #held(): Promise<v.InferOutput<typeof OpenVaultSchema> | undefined> {
    const parsed = v.safeParse(OpenVaultSchema, (await this.#storage.get(KEY))[KEY]);
    if (!parsed.success) return undefined;
    const left = parsed.output.deadline - this.#now();
    if (left > 0 && left <= UNUSED_MS + CLOCK_TOLERANCE_MS) return parsed.output;
    await this.end();
    return undefined;
  }

  async #store(dataKey: string): Promise<void> {
    await this.#storage.set({ [KEY]: { dataKey, deadline: this.#now() + UNUSED_MS } });
  }
}
