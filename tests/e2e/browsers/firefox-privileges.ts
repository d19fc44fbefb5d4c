import * as v from 'valibot';
import type { PageFunction } from './browser.ts';
import { type BrowserElement, withBrowser } from './firefox-privileged.ts';
import type { Marionette } from './marionette.ts';
import { pageScript, readOutcome } from './page-script.ts';

/** A day: with none at all, Firefox 153 answers null at once (`evaluate.sandbox` of evaluate.sys.mjs). */
export const SCRIPT_TIMEOUT_MS = 86_400_000;

/** Longer than anything takes; it is for what Firefox never answers, such as a click on a page that goes away. */
const DEADLINE_MS = 120_000;

const Reply = v.object({ value: v.unknown() });

/** Runs functions with the rights of the browser. */
export interface Privileges {
  run<Args extends readonly unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /** The same on one tab or popup. */
  on<Args extends readonly unknown[], Result>(
    browserId: number,
    fn: PageFunction<[BrowserElement, ...Args], Result>,
    ...args: Args
  ): Promise<Result>;
}

/** Fails with the name of what was asked where no answer comes, since a test that times out does not say it. */
async function beforeDeadline<Answer>(asked: string, answer: Promise<Answer>): Promise<Answer> {
  const { promise: never, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new Error(`Firefox did not answer “${asked}” within ${DEADLINE_MS / 1000} s`));
  }, DEADLINE_MS);
  try {
    return await Promise.race([answer, never]);
  } finally {
    clearTimeout(timer);
  }
}

export function privilegesOver(marionette: Marionette): Privileges {
  const run: Privileges['run'] = async (fn, ...args) => {
    const script = `return ${pageScript(fn, args)}`;
    const asked = [fn, ...args]
      .filter((each) => typeof each === 'function')
      .map(({ name }) => name);
    const reply = await beforeDeadline(
      asked.join(' '),
      marionette.send('WebDriver:ExecuteScript', { script, args: [] }),
    );
    return readOutcome(v.parse(Reply, reply).value);
  };
  return {
    run,
    on: (browserId, fn, ...args) => run(withBrowser, browserId, fn, ...args),
  };
}
