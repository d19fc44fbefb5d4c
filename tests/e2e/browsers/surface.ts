import { writeFile } from 'node:fs/promises';
import type { Page, PageFunction } from './browser.ts';
import { pageScript, readOutcome } from './page-script.ts';
import { poll } from './poll.ts';
import { inspect, type Point } from './visible.ts';

/** What a driver must be able to do with one document; `pageOn` makes the rest of a `Page` from it. */
export interface Surface {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  bringToFront(): Promise<void>;
  /** Evaluates an expression that yields a promise of text. */
  run(expression: string): Promise<unknown>;
  /** Trusted left click at a point of the viewport, in CSS pixels. */
  clickAt(point: Point): Promise<void>;
  /** Trusted key events to whatever has the focus; `\n` is Enter. */
  typeText(text: string): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  textsInMemory(): Promise<readonly string[] | undefined>;
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

export function pageOn(surface: Surface): Page {
  const evaluate = async <Args extends readonly unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result> => readOutcome<Result>(await surface.run(pageScript(fn, args)));

  /** Polls past errors (a navigation under way, an element not there yet), until the page is closed. */
  const pollPage = <Found>(
    what: string,
    probe: () => Promise<Found | undefined>,
    patienceMs?: number,
  ): Promise<Found> => {
    let last = '';
    return poll(
      what,
      async () => {
        try {
          const found = await probe();
          last = '';
          return found;
        } catch (error) {
          if (!(await surface.isOpen())) {
            throw new Error(`The page closed while waiting for ${what}`, { cause: error });
          }
          last = ` ${String(error)}`;
          return undefined;
        }
      },
      async () => `The page is ${await surface.url()}.${last}`,
      patienceMs,
    );
  };

  /** Input may close the page before the browser has confirmed it. */
  const untilClosed = async (input: Promise<void>): Promise<void> => {
    try {
      await input;
    } catch (error) {
      if (await surface.isOpen()) throw error;
    }
  };

  const clickMiddle = async (selector: string): Promise<void> => {
    let before: Point | undefined;
    const point = await pollPage(`one visible ${selector} to click`, async () => {
      const state = await evaluate(inspect, selector);
      if ('problem' in state) throw new Error(state.problem);
      if (state.blocked !== undefined) throw new Error(state.blocked);
      const still = before?.x === state.middle.x && before.y === state.middle.y;
      before = state.middle;
      return still ? state.middle : undefined;
    });
    await untilClosed(surface.clickAt(point));
  };

  return {
    url: surface.url,
    goto: surface.goto,
    reload: surface.reload,
    bringToFront: surface.bringToFront,
    close: surface.close,
    textsInMemory: surface.textsInMemory,
    evaluate,
    click: clickMiddle,
    waitFor: (what, fn, ...args) =>
      pollPage(what, async () => (await evaluate(fn, ...args)) || undefined),
    async type(selector, text) {
      await clickMiddle(selector);
      await untilClosed(surface.typeText(text));
    },
    waitForText: (selector, pattern, patienceMs) =>
      pollPage(
        `the text of ${selector} to match ${pattern}`,
        async () => {
          const state = await evaluate(inspect, selector);
          if ('problem' in state) throw new Error(state.problem);
          if (pattern.test(state.text)) return state.text;
          throw new Error(`It is ${JSON.stringify(state.text)}`);
        },
        patienceMs,
      ),
    async screenshot(file) {
      await writeFile(file, await surface.screenshot());
    },
    waitForClose: () =>
      poll(
        'the page to close',
        async () => ((await surface.isOpen()) ? undefined : true),
        async () => `It is ${await surface.url()}.`,
      ).then(() => undefined),
  };
}
