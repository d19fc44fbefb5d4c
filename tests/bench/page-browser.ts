import { join } from 'node:path';
import type {
  CDPSession,
  Browser as PuppeteerBrowser,
  Page as PuppeteerPage,
} from 'puppeteer-core';
import type { PageFunction } from '../e2e/browsers/browser.ts';
import { startChromium } from '../e2e/browsers/chromium-process.ts';
import { pageScript, readOutcome } from '../e2e/browsers/page-script.ts';
import { createProfile } from '../e2e/browsers/profile.ts';
import { PAGE_HOST } from './page-server.ts';
import { type ScriptWork, scriptWork, traced } from './page-trace.ts';

/** Milliseconds in which a page that was loaded comes to rest. */
const REST_MS = 1_000;

/** The same once its tab is hidden: a timer of a script that was set before comes to its end. */
const HIDDEN_REST_MS = 4_000;

export interface PageWork {
  /** Milliseconds of the processor that the page's main thread took. */
  readonly thread: number;
  readonly script: ScriptWork;
}

/** A headless Chromium that is measured, which the harness for scenarios gives no way to. */
export interface MeasuredBrowser {
  /** The time from the start of the navigation until the page has come to rest. */
  measureLoad(path: string): Promise<PageWork>;
  /** The time that a page at rest takes for something; hidden: in a tab behind another one. */
  measureAct<Args extends readonly unknown[]>(
    path: string,
    isHidden: boolean,
    act: PageFunction<Args, void>,
    ...args: Args
  ): Promise<PageWork>;
  /** What a function gives in a page. */
  run<Args extends readonly unknown[], Result>(
    path: string,
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  close(): Promise<void>;
}

/** @param extension the folder of the extension to be installed, if any */
export async function openMeasured(
  proxyPort: number,
  extension?: string,
): Promise<MeasuredBrowser> {
  const profile = await createProfile();
  const options = { extension: extension ?? '', headless: true, proxyPort };
  const { browser, stop } = await startChromium(
    options,
    profile.path,
    join(profile.path, 'camera.y4m'),
  );
  const id = extension === undefined ? 'none' : await browser.installExtension(extension);
  const session = await browser.target().createCDPSession();
  const [spare] = await browser.pages();
  if (!spare) throw new Error('there is no first tab');

  const measure = async (
    tab: PuppeteerPage,
    metrics: CDPSession,
    act: () => Promise<void>,
  ): Promise<PageWork> => {
    const stamp = crypto.randomUUID();
    const events = await traced(session, async () => {
      await act();
      await evaluate(tab, (text) => console.timeStamp(text), stamp);
    });
    const thread = await taskTime(metrics);
    return { thread, script: scriptWork(events, stamp, `chrome-extension://${id}/`) };
  };

  return {
    measureLoad: (path) =>
      inTab(browser, async (tab, metrics) =>
        // A navigation has a process of its own, whose time begins at zero.
        measure(tab, metrics, () => load(tab, path)),
      ),
    measureAct: (path, isHidden, act, ...args) =>
      inTab(browser, async (tab, metrics) => {
        await load(tab, path);
        if (isHidden) {
          await spare.bringToFront();
          await evaluate(tab, stayHidden, HIDDEN_REST_MS);
        }
        const before = await taskTime(metrics);
        const { thread, script } = await measure(tab, metrics, () => evaluate(tab, act, ...args));
        return { thread: thread - before, script };
      }),
    run: (path, fn, ...args) =>
      inTab(browser, async (tab) => {
        await load(tab, path);
        return evaluate(tab, fn, ...args);
      }),
    async close() {
      await stop();
      await profile.remove();
    },
  };
}

async function inTab<Result>(
  browser: PuppeteerBrowser,
  use: (tab: PuppeteerPage, metrics: CDPSession) => Promise<Result>,
): Promise<Result> {
  const tab = await browser.newPage();
  try {
    const metrics = await tab.createCDPSession();
    // Of the processor: a machine that is busy with other things makes nothing look slow.
    await metrics.send('Performance.enable', { timeDomain: 'threadTicks' });
    return await use(tab, metrics);
  } finally {
    await tab.close();
  }
}

async function load(tab: PuppeteerPage, path: string): Promise<void> {
  await tab.goto(`https://${PAGE_HOST}${path}`);
  await evaluate(tab, rest, REST_MS);
}

/** Runs in the page. */
function rest(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => requestIdleCallback(() => resolve()), ms);
  });
}

/** Runs in the page. */
async function stayHidden(ms: number): Promise<void> {
  await new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
  if (!document.hidden) throw new Error('the tab is not hidden');
}

async function taskTime(metrics: CDPSession): Promise<number> {
  const { metrics: all } = await metrics.send('Performance.getMetrics');
  const seconds = all.find(({ name }) => name === 'TaskDuration')?.value;
  if (seconds === undefined) throw new Error('Chromium tells no TaskDuration');
  return seconds * 1000;
}

async function evaluate<Args extends readonly unknown[], Result>(
  tab: PuppeteerPage,
  fn: PageFunction<Args, Result>,
  ...args: Args
): Promise<Result> {
  return readOutcome(await tab.evaluate(pageScript(fn, args)));
}
