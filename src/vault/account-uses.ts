import * as v from 'valibot';
import type { Header } from '../crypto/header.ts';
import { openUses, sealUses } from '../crypto/sealed-note.ts';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import type { Traces } from './traces.ts';
import { type Use, UseSchema, type Uses } from './use.ts';

/** As it is sealed: account, and what is remembered of it. */
const StoredSchema = v.array(v.tuple([v.string(), UseSchema]));

/** What it takes to seal and to open them. */
interface Key {
  readonly header: Pick<Header, 'vaultId'>;
  readonly dataKey: Uint8Array<ArrayBuffer>;
}

/**
 * When codes of the accounts were last used. A note beside the states, under the same key: a use writes no state. What a crash
 * loses of it is lost.
 */
export class AccountUses {
  readonly #traces: Traces;
  #held: Map<string, Use> | undefined;
  #fetched: Promise<string | undefined> | undefined;

  constructor(traces: Traces) {
    this.#traces = traces;
  }

  /** Begins to read, beside whatever takes longer. What the disk does not give is not there: codes do not wait for it. */
  fetch(): void {
    if (!this.#held) this.#fetched ??= this.#traces.sealedUses().catch(() => undefined);
  }

  /** Those of an open vault. None where they do not open: they were of another vault, or are damaged. */
  async of(key: Key): Promise<Uses> {
    return await this.#of(key);
  }

  /** Kept in memory until {@link write}. */
  async note(key: Key, id: string, use: Use): Promise<void> {
    (await this.#of(key)).set(id, use);
  }

  /** @param ids the accounts that there are: what is known of others is forgotten */
  async write({ header, dataKey }: Key, ids: ReadonlySet<string>): Promise<void> {
    if (!this.#held) return;
    for (const id of this.#held.keys()) {
      if (!ids.has(id)) this.#held.delete(id);
    }
    const sealed = await sealUses(header.vaultId, [...this.#held], dataKey);
    await this.#traces.rememberUses(encodeBase64(sealed));
  }

  forget(): void {
    this.#held = undefined;
    this.#fetched = undefined;
  }

  async #of({ header, dataKey }: Key): Promise<Map<string, Use>> {
    if (this.#held) return this.#held;
    this.fetch();
    const sealed = await this.#fetched;
    const stored =
      sealed === undefined
        ? undefined
        : await openUses(header.vaultId, decodeBase64(sealed), dataKey).catch(() => undefined);
    const parsed = v.safeParse(StoredSchema, stored);
    this.#fetched = undefined;
    this.#held = new Map(parsed.success ? parsed.output : []);
    return this.#held;
  }
}
