import * as v from 'valibot';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';

const KEY = 'approvals.clockDoubt';

/** A site refused a code of ours: perhaps our clock is off. Remembered until the user has looked at it. */
export class ClockDoubt {
  readonly #storage: KeyValueStorage;

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  raise(accountId: string): Promise<void> {
    return this.#storage.set({ [KEY]: accountId });
  }

  /** The account whose code was refused. */
  async account(): Promise<string | undefined> {
    const held = v.safeParse(v.string(), (await this.#storage.get(KEY))[KEY]);
    return held.success ? held.output : undefined;
  }

  settle(): Promise<void> {
    return this.#storage.remove(KEY);
  }
}
