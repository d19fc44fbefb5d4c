import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from '../../e2e/browsers/browser.ts';
import { launch } from '../../e2e/launch.ts';
import { ensureBrowser } from '../install-browser.ts';
import { bundleDetector, type DetectorBundle } from './detector-bundle.ts';
import type { FieldReading } from './detector-page.ts';

/** Milliseconds for one page from opening to answer: longer means that a script of it hangs. */
const PATIENCE_MS = 20_000;

/** One line of the answer. */
export type PageReading =
  | ({ readonly file: string } & FieldReading)
  | {
      readonly file: string;
      readonly error: { readonly code: string; readonly message: string };
    };

/**
 * Opens pages from files one after the other in headless Chromium, which reaches no network, and says what the detector
 * makes of each once it is quiet.
 */
export async function* readFields(files: readonly string[]): AsyncGenerator<PageReading> {
  await ensureBrowser('chromium');
  const bundle = await bundleDetector();
  const extension = await emptyExtension();
  let browser: Browser | undefined;
  try {
    for (const file of files) {
      const path = resolve(process.env['INIT_CWD'] ?? '', file);
      if (!(await isFile(path))) {
        yield failed(file, 'no-such-file', 'there is no such file');
        continue;
      }
      try {
        browser ??= await start(extension.folder);
        yield { file, ...(await withPatience(readPage(browser, path, bundle))) };
      } catch (error) {
        // The page took its tab with it, or never came to an end; the next one gets another browser.
        await browser?.kill().catch(() => undefined);
        await browser?.close().catch(() => undefined);
        browser = undefined;
        yield failed(file, 'internal', error instanceof Error ? error.message : String(error));
      }
    }
  } finally {
    await browser?.close();
    await extension.remove();
  }
}

function failed(file: string, code: string, message: string): PageReading {
  return { file, error: { code, message } };
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** The harness starts no browser without one; the detector itself runs in the page. */
async function emptyExtension(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-inspect-'));
  const manifest = { manifest_version: 3, name: 'inspect', version: '1' };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}

async function start(extension: string): Promise<Browser> {
  const browser = await launch('chromium', { extension, headless: true });
  // A dialog would hold the page until somebody answers.
  await browser.preload(() => {
    window.alert = () => undefined;
    window.confirm = () => false;
    window.prompt = () => null;
    window.print = () => undefined;
  });
  return browser;
}

async function withPatience<Result>(reading: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the page did not come to rest')), PATIENCE_MS);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function readPage(
  browser: Browser,
  path: string,
  bundle: DetectorBundle,
): Promise<FieldReading> {
  const page: Page = await browser.newPage(pathToFileURL(path).href);
  await page.evaluate(waitForQuiet);
  const reading = await page.evaluate((detector) => detector().readFields(), bundle);
  await page.close();
  return reading;
}

/**
 * Runs in the page, which has loaded: what its scripts insert within a second is waited for, and then until nothing changes
 * for 0.3 seconds, all in all for 3 seconds at most.
 */
function waitForQuiet(): Promise<void> {
  const hasScripts = document.scripts.length > 0 || document.querySelector('[onload],[onerror]');
  if (!hasScripts) return Promise.resolve();
  return new Promise((resolve) => {
    const start = performance.now();
    let changed = start;
    const observer = new MutationObserver(() => {
      changed = performance.now();
    });
    const parts = { attributes: true, characterData: true, childList: true, subtree: true };
    observer.observe(document, parts);
    const look = setInterval(() => {
      const now = performance.now();
      const isQuiet = now - start > 1_100 && now - changed > 300;
      if (!isQuiet && now - start < 3_000) return;
      clearInterval(look);
      observer.disconnect();
      resolve();
    }, 50);
  });
}
