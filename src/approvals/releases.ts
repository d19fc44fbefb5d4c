import * as v from 'valibot';
import { codeAtStep } from '../otp/code.ts';
import type { HotpCredential } from '../otp/credential.ts';
import { chooseRelease } from '../otp/release.ts';
import { Queue } from '../queue.ts';
import type { Account } from '../vault/account.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';

const KEY = 'approvals.releases';

/** The last code that went out for an account: for which time step or counter, to which tab, and when it was filled in. */
const LastReleaseSchema = v.strictObject({
  step: v.number(),
  tabId: v.number(),
  /** The document, where it is one that signs in. */
  page: v.optional(v.string()),
  /** Milliseconds since 1970. */
  filledAt: v.optional(v.number()),
  /** A page said that it is wrong before it was seen in the field. */
  isSpent: v.optional(v.literal(true)),
});
/** A page that shows an error later than this after it was filled speaks of something else. */
const REFUSAL_MS = 120_000;

const LastReleasesSchema = v.record(v.string(), LastReleaseSchema);
type LastRelease = v.InferOutput<typeof LastReleaseSchema>;
type LastReleases = v.InferOutput<typeof LastReleasesSchema>;

/** A code, or how long to wait for one. */
export type Released =
  | {
      readonly kind: 'code';
      readonly code: string;
      /** The same document has had it before, and it is not in its field yet. */
      readonly isAgain: boolean;
    }
  | { readonly kind: 'wait'; readonly ms: number };

/** The document that a code goes to. */
export interface Receiver {
  readonly tabId: number;
  readonly page?: string | undefined;
}

/**
 * Gives codes to pages, and remembers the last one of each account, so that no site gets a code twice. That
 * memory outlives the worker and ends with the browser.
 */
export class Releases {
  readonly #storage: KeyValueStorage;
  readonly #now: () => number;
  readonly #queue = new Queue();

  constructor(storage: KeyValueStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  /**
   * @param offsetMs milliseconds to add to our clock
   * @param advance moves the counter of the account on, and gives the credential of the code that it passed
   */
  release(
    { id, credential }: Account,
    { tabId, page }: Receiver,
    offsetMs: number,
    advance: () => Promise<HotpCredential>,
  ): Promise<Released> {
    return this.#queue.run(async () => {
      const releases = await this.#read();
      const last = releases[id];
      // A document that redrew its field before the code was in it may have the same one again, and no other document.
      const isSame = last?.tabId === tabId && last.page === page;
      const isUnused = isSame && last.filledAt === undefined && !last.isSpent;
      const to = { tabId, ...(page === undefined ? {} : { page }) };
      if (credential.type === 'hotp') {
        const step = isUnused ? last.step : (await advance()).counter;
        await this.#write({ ...releases, [id]: { step, ...to } });
        return { kind: 'code', code: codeAtStep(credential, step), isAgain: isUnused };
      }
      const usedStep = isUnused ? undefined : last?.step;
      const choice = chooseRelease(credential.period, this.#now() + offsetMs, usedStep);
      if ('waitMs' in choice) return { kind: 'wait', ms: Math.ceil(choice.waitMs) };
      await this.#write({ ...releases, [id]: { step: choice.step, ...to } });
      const isAgain = isUnused && last.step === choice.step;
      return { kind: 'code', code: codeAtStep(credential, choice.step), isAgain };
    });
  }

  /** The tab's page has put its code into the field: that code is spent. Gives the account that it is of. */
  filled(tabId: number): Promise<string[]> {
    const filledAt = this.#now();
    return this.#queue.run(async () => {
      const waiting = Object.entries(await this.#read()).filter(
        ([, last]) => last.tabId === tabId && last.filledAt === undefined,
      );
      // One that was filled in before stays as old as it is.
      await this.#mark(tabId, (last) => ({ filledAt, ...last }));
      return waiting.map(([id]) => id);
    });
  }

  /** The tab's page says that the code it was filled with is wrong: the account of that code, if it was ours. */
  refused(tabId: number): Promise<string | undefined> {
    return this.#queue.run(async () => {
      const filledAt = (last: LastRelease) => last.filledAt ?? Number.NEGATIVE_INFINITY;
      const [newest] = Object.entries(await this.#read())
        .filter(([, last]) => last.tabId === tabId)
        .filter(([, last]) => Math.abs(this.#now() - filledAt(last)) <= REFUSAL_MS)
        .sort(([, one], [, other]) => filledAt(other) - filledAt(one));
      // Also one that we did not see in the field: the page may have it all the same.
      await this.#mark(tabId, (last) => ({ ...last, isSpent: true }));
      return newest?.[0];
    });
  }

  /** Changes what is known of the tab's codes. */
  async #mark(tabId: number, mark: (last: LastRelease) => LastRelease): Promise<void> {
    const releases = Object.entries(await this.#read());
    await this.#write(
      Object.fromEntries(
        releases.map(([id, last]) => [id, last.tabId === tabId ? mark(last) : last]),
      ),
    );
  }

  async #read(): Promise<LastReleases> {
    const held = v.safeParse(LastReleasesSchema, (await this.#storage.get(KEY))[KEY]);
    return held.success ? held.output : {};
  }

  async #write(releases: LastReleases): Promise<void> {
    await this.#storage.set({ [KEY]: releases });
  }
}
