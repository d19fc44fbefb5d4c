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

  /** The data key, and the deadline moved on; undefined where the vault is locked. */
  async use(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const held = v.safeParse(OpenVaultSchema, (await this.#storage.get(KEY))[KEY]);
    if (!held.success) return undefined;
    const { dataKey, deadline } = held.output;
    const left = deadline - this.#now();
    // More than the whole span left: the clock was set back, which must not keep the vault open.
    if (left <= 0 || left > UNUSED_MS) {
      await this.end();
      return undefined;
    }
    if (left < UNUSED_MS - DEADLINE_STEP_MS) await this.#store(dataKey);
    return decodeBase64(dataKey);
  }

  async end(): Promise<void> {
    await this.#storage.remove(KEY);
  }

  async #store(dataKey: string): Promise<void> {
    await this.#storage.set({ [KEY]: { dataKey, deadline: this.#now() + UNUSED_MS } });
  }
}
