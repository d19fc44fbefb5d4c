import * as v from 'valibot';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';
import { SIGN_IN_STATES } from './states.ts';

const HELD = 'signIn.tab.';
const ACT = 'signIn.act.';
const FILLS = 'signIn.fills';
const LAST = 'signIn.lastFill.';

const tabId = v.pipe(v.number(), v.integer());
/** Since 1970. */
const milliseconds = v.number();

/** What the document in a tab wants. */
const HeldSchema = v.strictObject({
  /** The document's own random name. */
  page: v.pipe(v.string(), v.uuid()),
  origin: v.string(),
  wants: v.picklist(['code', 'other-approval']),
  shown: v.array(v.string()),
  tenant: v.optional(v.string()),
  state: v.picklist(SIGN_IN_STATES),
  /** When it first asked while the vault was locked, or the user last said that he wants it. */
  lockedAt: v.optional(milliseconds),
  /** Nothing goes in by itself (any more): it is offered. */
  onlyOffered: v.boolean(),
  /** It was led from the push page to the code once. */
  hasSwitched: v.optional(v.literal(true)),
  /** The account that it is about, where there is one. */
  accountId: v.optional(v.string()),
});
export type Held = v.InferOutput<typeof HeldSchema>;

/** What the user wants in a tab: good for one fill there, on this very site, and not for long. */
const ActSchema = v.strictObject({
  origin: v.string(),
  accountId: v.string(),
  /** The page was about this account when the user said so: it still has to be. */
  isForFitting: v.boolean(),
  /** The document that had a code by it: no other one gets any. */
  page: v.optional(v.string()),
  until: milliseconds,
});
export type Act = v.InferOutput<typeof ActSchema>;

const FillsSchema = v.array(
  v.strictObject({ tabId, origin: v.string(), accountId: v.string(), at: milliseconds }),
);
export type Fill = v.InferOutput<typeof FillsSchema>[number];

/** The last code that stood in a field of a tab, and how many documents began there since. */
const LastFillSchema = v.strictObject({
  origin: v.string(),
  accountId: v.string(),
  at: milliseconds,
  /** The document that began last. */
  latest: v.string(),
  documents: v.number(),
});
export type LastFill = v.InferOutput<typeof LastFillSchema>;

/** What is remembered of signing in, by tab; it outlives the worker and ends with the browser. No code is in it. */
export class HeldSignIns {
  readonly #storage: KeyValueStorage;

  constructor(storage: KeyValueStorage) {
    this.#storage = storage;
  }

  held(tab: number): Promise<Held | undefined> {
    return this.#read(HELD + tab, HeldSchema);
  }

  async tabs(): Promise<number[]> {
    return tabsHeld(await this.#storage.get(null));
  }

  act(tab: number): Promise<Act | undefined> {
    return this.#read(ACT + tab, ActSchema);
  }

  lastFill(tab: number): Promise<LastFill | undefined> {
    return this.#read(LAST + tab, LastFillSchema);
  }

  async fills(): Promise<Fill[]> {
    return (await this.#read(FILLS, FillsSchema)) ?? [];
  }

  hold(tab: number, held: Held | undefined): Promise<void> {
    return this.#write(HELD + tab, held);
  }

  setAct(tab: number, act: Act | undefined): Promise<void> {
    return this.#write(ACT + tab, act);
  }

  setLastFill(tab: number, last: LastFill | undefined): Promise<void> {
    return this.#write(LAST + tab, last);
  }

  setFills(fills: readonly Fill[]): Promise<void> {
    return this.#write(FILLS, fills);
  }

  async #read<Schema extends v.GenericSchema>(
    key: string,
    schema: Schema,
  ): Promise<v.InferOutput<Schema> | undefined> {
    const read = v.safeParse(schema, (await this.#storage.get(key))[key]);
    return read.success ? read.output : undefined;
  }

  #write(key: string, value: unknown): Promise<void> {
    return value === undefined ? this.#storage.remove(key) : this.#storage.set({ [key]: value });
  }
}

/** The tabs of which something is held, by what is in the store. */
export function tabsHeld(stored: Readonly<Record<string, unknown>>): number[] {
  return Object.keys(stored)
    .filter((key) => key.startsWith(HELD))
    .map((key) => Number(key.slice(HELD.length)));
}
