import * as v from 'valibot';
import { TimeSchema } from '../crypto/header.ts';
import { base64Of } from '../encoding/base64-schema.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

const NEWEST = 'vault.newest';
const USED = 'ways.lastUsed';
const ACCOUNTS_USED = 'accounts.lastUsed';

const NewestSchema = v.strictObject({
  generation: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  savedAt: TimeSchema,
});
/** A state of the vault, by its number and the time that it was saved at (milliseconds since 1970). */
export type Newest = v.InferOutput<typeof NewestSchema>;

const LastUsedSchema = v.record(v.string(), v.number());

/**
 * What is remembered of the vault outside of its states. In the clear: which state is the newest, so that one that is gone, or all
 * of them, is missed; and when each way in was last used, so that use writes no state. Sealed: when each account was.
 */
export class Traces {
  readonly #storage: KeyValueStorage;

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  /** Undefined where there never was a vault. */
  async newest(): Promise<Newest | undefined> {
    const held = v.safeParse(NewestSchema, (await this.#storage.get(NEWEST))[NEWEST]);
    return held.success ? held.output : undefined;
  }

  rememberNewest({ generation, savedAt }: Newest): Promise<void> {
    return this.#remember({ [NEWEST]: { generation, savedAt } });
  }

  /** Milliseconds since 1970, by slot. */
  async lastUsed(): Promise<Readonly<Record<string, number>>> {
    const held = v.safeParse(LastUsedSchema, (await this.#storage.get(USED))[USED]);
    return held.success ? held.output : {};
  }

  /** @param slots the slots that there are: what is known of others is forgotten */
  async rememberUse(slot: string, at: number, slots: readonly string[]): Promise<void> {
    const known = Object.entries(await this.lastUsed()).filter(([id]) => slots.includes(id));
    await this.#remember({ [USED]: { ...Object.fromEntries(known), [slot]: at } });
  }

  /** Base64 of what `sealUses` made. */
  async sealedUses(): Promise<string | undefined> {
    const held = v.safeParse(base64Of(), (await this.#storage.get(ACCOUNTS_USED))[ACCOUNTS_USED]);
    return held.success ? held.output : undefined;
  }

  rememberUses(sealed: string): Promise<void> {
    return this.#remember({ [ACCOUNTS_USED]: sealed });
  }

  /** A full disk must not keep a vault from opening, nor a saved change from being acknowledged. */
  async #remember(items: Record<string, unknown>): Promise<void> {
    await this.#storage.set(items).catch(() => undefined);
  }
}
