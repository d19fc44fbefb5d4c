import * as v from 'valibot';
import type { ReleaseAnswer } from '../messages/protocol.ts';
import { codeAtStep } from '../otp/code.ts';
import { chooseRelease } from '../otp/release.ts';
import type { Account } from '../vault/document.ts';
import type { SessionStorage } from '../vault/session.ts';

const KEY = 'approvals.lastSteps';
const LastStepsSchema = v.record(v.string(), v.number());

/**
 * Gives codes to pages, and remembers for which time step the last one was, so that no site gets a code
 * twice. That memory outlives the worker and ends with the browser.
 */
export class Releases {
  readonly #storage: SessionStorage;
  readonly #now: () => number;

  constructor(storage: SessionStorage, now: () => number) {
    this.#storage = storage;
    this.#now = now;
  }

  async release({ id, credential }: Account): Promise<ReleaseAnswer> {
    const held = v.safeParse(LastStepsSchema, (await this.#storage.get(KEY))[KEY]);
    const lastSteps = held.success ? held.output : {};
    const choice = chooseRelease(credential.period, this.#now(), lastSteps[id]);
    if ('waitMs' in choice) return { kind: 'wait', ms: Math.ceil(choice.waitMs) };
    await this.#storage.set({ [KEY]: { ...lastSteps, [id]: choice.step } });
    return { kind: 'code', code: codeAtStep(credential, choice.step) };
  }
}
