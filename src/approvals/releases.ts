import * as v from 'valibot';
import type { ReleaseAnswer } from '../messages/protocol.ts';
import { codeAtStep } from '../otp/code.ts';
import { chooseRelease } from '../otp/release.ts';
import { Queue } from '../queue.ts';
import type { Account } from '../vault/document.ts';
import type { SessionStorage } from '../vault/session.ts';

const KEY = 'approvals.releases';

/** The last code that went out for an account: for which time step, to which tab, and if it was filled in. */
const LastReleaseSchema = v.strictObject({
  step: v.number(),
  tabId: v.number(),
  filled: v.boolean(),
});
const LastReleasesSchema = v.record(v.string(), LastReleaseSchema);
type LastReleases = v.InferOutput<typeof LastReleasesSchema>;

/**
 * Gives codes to pages, and remembers the last one of each account, so that no site gets a code twice. That
 * memory outlives the worker and ends with the browser.
 */
export class Releases {
  readonly #storage: SessionStorage;
  readonly #now: () => number;
  readonly #queue = new Queue();

  constructor(storage: SessionStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  release({ id, credential }: Account, tabId: number): Promise<ReleaseAnswer> {
    return this.#queue.run(async () => {
      const releases = await this.#read();
      const last = releases[id];
      // A page that redrew its field before the code was in it may have the same one again.
      const usedStep = last?.tabId === tabId && !last.filled ? undefined : last?.step;
      const choice = chooseRelease(credential.period, this.#now(), usedStep);
      if ('waitMs' in choice) return { kind: 'wait', ms: Math.ceil(choice.waitMs) };
      await this.#write({ ...releases, [id]: { step: choice.step, tabId, filled: false } });
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
            last.tabId === tabId ? { ...last, filled: true } : last,
          ]),
        ),
      );
    });
  }

  async #read(): Promise<LastReleases> {
    const held = v.safeParse(LastReleasesSchema, (await this.#storage.get(KEY))[KEY]);
    return held.success ? held.output : {};
  }

  async #write(releases: LastReleases): Promise<void> {
    await this.#storage.set({ [KEY]: releases });
  }
}
