import * as v from 'valibot';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';

const KEY = 'clipboard.copiedAt';

/** Later on, what is on the clipboard is more likely somebody else's, and the code is worth nothing any more. */
const OURS_MS = 60_000;

/**
 * Remembers when a code of ours was last copied, and takes it off the clipboard when the vault locks. The clipboard is
 * never read, so what the user copied after it within a minute goes too.
 */
export class OwnCopy {
  readonly #storage: KeyValueStorage;
  readonly #now: () => number;
  readonly #overwrite: () => Promise<void>;

  constructor(storage: KeyValueStorage, now: () => number, overwrite: () => Promise<void>) {
    this.#storage = storage;
    this.#now = now;
    this.#overwrite = overwrite;
  }

  made(): Promise<void> {
    return this.#storage.set({ [KEY]: this.#now() });
  }

  async locked(): Promise<void> {
    const copiedAt = v.safeParse(v.number(), (await this.#storage.get(KEY))[KEY]);
    if (!copiedAt.success) return;
    await this.#storage.remove(KEY);
    const age = this.#now() - copiedAt.output;
    if (age >= 0 && age < OURS_MS) await this.#overwrite();
  }
}
