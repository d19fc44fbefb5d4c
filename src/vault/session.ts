import * as v from 'valibot';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import type { KeyValueStorage } from './key-value-storage.ts';

const KEY = 'vault.open';

/** Raw bytes as text: Chromium's `storage.session` turns a CryptoKey into `{}`. Times in milliseconds since 1970. */
const OpenVaultSchema = v.strictObject({
  dataKey: v.string(),
  /** Both are null where the vault stays open until the browser closes. */
  deadline: v.nullable(v.number()),
  unusedMs: v.nullable(v.number()),
  /** When the user last showed that it is him. */
  verifiedAt: v.number(),
});
type OpenVault = v.InferOutput<typeof OpenVaultSchema>;

/** The deadline moves on with use, but is not written again for every code that is shown. */
const DEADLINE_STEP_MS = 10_000;

/** A clock set back by more than this locks the vault, since it would keep it open for as much longer. */
const CLOCK_TOLERANCE_MS = 60_000;

/** How long a verification of the user counts for what wants a fresh one. */
export const FRESH_MS = 60_000;

/** Is told what becomes of an open vault. */
export interface SessionWatcher {
  /** The vault locks then (milliseconds since 1970) if it is not used until then; null: with the browser. */
  deadlineMoved(deadline: number | null): void;
  /** It was open, and is locked now. */
  ended(): void;
}

/**
 * Holds the open vault's data key for as long as it may be open. A worker that dies takes nothing with it; one
 * that wakes after the deadline finds no key.
 */
export class Session {
  readonly #storage: KeyValueStorage;
  readonly #now: () => number;
  readonly #watcher: SessionWatcher;
  readonly #along: readonly string[];

  /** @param along keys of what was made out of the open vault: they go in one call with the data key */
  constructor(
    storage: KeyValueStorage,
    now: () => number,
    watcher: SessionWatcher,
    along: readonly string[] = [],
  ) {
    this.#storage = storage;
    this.#now = now;
    this.#watcher = watcher;
    this.#along = along;
  }

  /** The user has just shown that it is him. @param unusedMs null: until the browser closes */
  async begin(dataKey: Uint8Array, unusedMs: number | null): Promise<void> {
    await this.#store({
      dataKey: encodeBase64(dataKey),
      ...this.#deadline(unusedMs),
      verifiedAt: this.#now(),
    });
  }

  /** The data key; undefined where the vault is locked, or its deadline has passed. */
  async read(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const held = await this.#held();
    return held && decodeBase64(held.dataKey);
  }

  /** When the vault locks if nobody uses it; null: with the browser. Undefined where it is locked. */
  async deadline(): Promise<number | null | undefined> {
    return (await this.#held())?.deadline;
  }

  /** Moves the deadline on: somebody used the vault. A locked one stays locked. */
  async use(): Promise<void> {
    const held = await this.#held();
    if (!held || held.deadline === null || held.unusedMs === null) return;
    const step = Math.min(DEADLINE_STEP_MS, held.unusedMs / 2);
    if (held.deadline - this.#now() < held.unusedMs - step) {
      await this.#store({ ...held, ...this.#deadline(held.unusedMs) });
    }
  }

  /** Another time without use, from now on. */
  async setUnused(unusedMs: number | null): Promise<void> {
    const held = await this.#held();
    if (held) await this.#store({ ...held, ...this.#deadline(unusedMs) });
  }

  /** Another data key for the same open vault. */
  async rekey(dataKey: Uint8Array): Promise<void> {
    const held = await this.#held();
    if (held) await this.#store({ ...held, dataKey: encodeBase64(dataKey) });
  }

  /** The user has shown again that it is him. */
  async verified(): Promise<void> {
    const held = await this.#held();
    if (held) await this.#store({ ...held, verifiedAt: this.#now() });
  }

  /** Whether the user has shown that it is him within {@link FRESH_MS}. */
  async isFresh(): Promise<boolean> {
    const held = await this.#held();
    const age = this.#now() - (held?.verifiedAt ?? Number.NEGATIVE_INFINITY);
    return age >= 0 && age <= FRESH_MS;
  }

  async end(): Promise<void> {
    if ((await this.#storage.get(KEY))[KEY] === undefined) return;
    await this.#storage.remove([KEY, ...this.#along]);
    this.#watcher.ended();
  }

  async #held(): Promise<OpenVault | undefined> {
    const parsed = v.safeParse(OpenVaultSchema, (await this.#storage.get(KEY))[KEY]);
    if (parsed.success && this.#mayBeOpen(parsed.output)) return parsed.output;
    await this.end();
    return undefined;
  }

  #mayBeOpen({ deadline, unusedMs }: OpenVault): boolean {
    if (deadline === null || unusedMs === null) return deadline === unusedMs;
    const left = deadline - this.#now();
    return left > 0 && left <= unusedMs + CLOCK_TOLERANCE_MS;
  }

  #deadline(unusedMs: number | null): Pick<OpenVault, 'deadline' | 'unusedMs'> {
    return { deadline: unusedMs === null ? null : this.#now() + unusedMs, unusedMs };
  }

  async #store(held: OpenVault): Promise<void> {
    await this.#storage.set({ [KEY]: held });
    this.#watcher.deadlineMoved(held.deadline);
  }
}
