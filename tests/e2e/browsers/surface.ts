import { writeFile } from 'node:fs/promises';
import type { AccessibleNode, ColorScheme, Page, PageFunction } from './browser.ts';
import { type KeyPress, parseKeys } from './key-press.ts';
import { pageScript, readOutcome } from './page-script.ts';
import { poll } from './poll.ts';
import { findEmptySpot, findEnd, inspect, type Point } from './visible.ts';

/** What lies on the clipboard. */
export type Clip = { readonly text: string } | { readonly pngFile: string };

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
  /** Trusted: presses the left button, moves and lets go. */
  drag(from: Point, to: Point): Promise<void>;
  /** Trusted right click, which opens the browser's own menu. */
  openMenuAt(point: Point): Promise<void>;
  /** Trusted key events to whatever has the focus; `\n` is Enter. */
  typeText(text: string): Promise<void>;
  /** Trusted key events to whatever has the focus. */
  press(keys: KeyPress): Promise<void>;
  preferColors(scheme: ColorScheme): Promise<void>;
  accessibilityTree(): Promise<readonly AccessibleNode[]>;
  setFiles(selector: string, files: readonly string[]): Promise<void>;
  dropFiles(point: Point, files: readonly string[]): Promise<void>;
  /** Puts it on the clipboard and presses Ctrl+V, for whatever has the focus. */
  paste(clip: Clip): Promise<void>;
  screenshot(): Promise<Uint8Array>;
  textsInMemory(): Promise<readonly string[] | undefined>;
  heapBytes(): Promise<number | undefined>;
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

  const reachable = (selector: string): Promise<Point> => {
    let before: Point | undefined;
    return pollPage(`one visible ${selector} to click`, async () => {
      const state = await evaluate(inspect, selector);
      if ('problem' in state) throw new Error(state.problem);
      if (state.blocked !== undefined) throw new Error(state.blocked);
      const still = before?.x === state.middle.x && before.y === state.middle.y;
      before = state.middle;
      return still ? state.middle : undefined;
    });
  };

  const clickMiddle = async (selector: string): Promise<void> => {
    await untilClosed(surface.clickAt(await reachable(selector)));
  };

  return {
    url: surface.url,
    goto: surface.goto,
    reload: surface.reload,
    bringToFront: surface.bringToFront,
    close: surface.close,
    textsInMemory: surface.textsInMemory,
    heapBytes: surface.heapBytes,
    preferColors: surface.preferColors,
    accessibilityTree: surface.accessibilityTree,
    press: (keys) => untilClosed(surface.press(parseKeys(keys))),
    evaluate,
    click: clickMiddle,
    waitFor: (what, fn, ...args) =>
      pollPage(what, async () => (await evaluate(fn, ...args)) || undefined),
    async type(selector, text) {
      await clickMiddle(selector);
      await untilClosed(surface.typeText(text));
    },
    async dragBehind(selector, other) {
      const from = await reachable(selector);
      await surface.drag(from, await evaluate(findEnd, other));
    },
    openMenu: async (selector) =>
      surface.openMenuAt(
        selector === undefined ? await evaluate(findEmptySpot) : await reachable(selector),
      ),
    async setFiles(selector, files) {
      await pollPage(
        `a ${selector}`,
        async () =>
          (await evaluate((field) => document.querySelector(field) !== null, selector)) ||
          undefined,
      );
      await surface.setFiles(selector, files);
    },
    dropFiles: async (selector, files) => surface.dropFiles(await reachable(selector), files),
    async pasteImage(selector, pngFile) {
      await clickMiddle(selector);
      await surface.paste({ pngFile });
    },
    async pasteText(selector, text) {
      await clickMiddle(selector);
      await surface.paste({ text });
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
