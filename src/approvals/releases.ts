import * as v from 'valibot';
import type { ReleaseAnswer } from '../messages/protocol.ts';
import { codeAtStep } from '../otp/code.ts';
import { chooseRelease } from '../otp/release.ts';
import { Queue } from '../queue.ts';
import type { Account } from '../vault/account.ts';
import type { KeyValueStorage } from '../vault/key-value-storage.ts';

const KEY = 'approvals.releases';

/** The last code that went out for an account: for which time step, to which tab, and when it was filled in. */
const LastReleaseSchema = v.strictObject({
  step: v.number(),
  tabId: v.number(),
  /** Milliseconds since 1970. */
  filledAt: v.optional(v.number()),
});
/** A page that shows an error later than this after it was filled speaks of something else. */
const REFUSAL_MS = 120_000;

const LastReleasesSchema = v.record(v.string(), LastReleaseSchema);
type LastRelease = v.InferOutput<typeof LastReleaseSchema>;
type LastReleases = v.InferOutput<typeof LastReleasesSchema>;

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

  /** @param offsetMs milliseconds to add to our clock */
  release({ id, credential }: Account, tabId: number, offsetMs: number): Promise<ReleaseAnswer> {
    return this.#queue.run(async () => {
      // A counter must not move because a page asks: only the user asks for such a code.
      if (credential.type === 'hotp') return { kind: 'none' };
      const releases = await this.#read();
      const last = releases[id];
      // A page that redrew its field before the code was in it may have the same one again.
      const usedStep =
        last?.tabId === tabId && last.filledAt === undefined ? undefined : last?.step;
      const choice = chooseRelease(credential.period, this.#now() + offsetMs, usedStep);
      if ('waitMs' in choice) return { kind: 'wait', ms: Math.ceil(choice.waitMs) };
      await this.#write({ ...releases, [id]: { step: choice.step, tabId } });
      return { kind: 'code', code: codeAtStep(credential, choice.step) };
    });
  }

  /** The tab's page has put its code into the field: that code is spent. */
  filled(tabId: number): Promise<void> {
    return this.#queue.run(async () => {
      const releases = Object.entries(await this.#read());
      await this.#write(
        Object.fromEntries(
          releases.map(([id, last]) => [
            id,
            // One that was filled in before stays as old as it is.
            last.tabId === tabId ? { filledAt: this.#now(), ...last } : last,
          ]),
        ),
      );
    });
  }

  /** The tab's page says that the code it was filled with is wrong: the account of that code, if it was ours. */
  async refused(tabId: number): Promise<string | undefined> {
    const filledAt = (last: LastRelease) => last.filledAt ?? Number.NEGATIVE_INFINITY;
    const [newest] = Object.entries(await this.#read())
      .filter(([, last]) => last.tabId === tabId)
      .filter(([, last]) => Math.abs(this.#now() - filledAt(last)) <= REFUSAL_MS)
      .sort(([, one], [, other]) => filledAt(other) - filledAt(one));
    return newest?.[0];
  }

  async #read(): Promise<LastReleases> {
    const held = v.safeParse(LastReleasesSchema, (await this.#storage.get(KEY))[KEY]);
    return held.success ? held.output : {};
  }

  async #write(releases: LastReleases): Promise<void> {
    await this.#storage.set({ [KEY]: releases });
  }
}
