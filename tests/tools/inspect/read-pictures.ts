import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OffscreenTask } from '../../../src/offscreen/task.ts';
import type { DecoderAnswer } from '../../../src/qr/decoder-task.ts';
import type { Browser, Page } from '../../e2e/browsers/browser.ts';
import { launch } from '../../e2e/launch.ts';
import { ensureBrowser } from '../install-browser.ts';
import { currentBuild } from './current-build.ts';

/** Bytes: a file goes to the browser in one piece. */
const MOST_BYTES = 100_000_000;

/** One line of the answer. */
export interface PictureReading {
  /** As it was named. */
  readonly file: string;
  readonly texts: readonly string[];
  /** Milliseconds from pixels to texts: neither the reading of the file nor the start of the decoder is in it. */
  readonly ms: number;
  readonly error?: { readonly code: string; readonly message: string };
}

/**
 * Reads picture files one after the other, with the decoder of the built extension: in headless Chromium, as the
 * extension reads a file that its user chose.
 */
export async function* readPictures(files: readonly string[]): AsyncGenerator<PictureReading> {
  await ensureBrowser('chromium');
  const browser = await launch('chromium', { extension: await currentBuild(), headless: true });
  let page: Page | undefined;
  try {
    for (const file of files) {
      try {
        page ??= await openDecoderPage(browser);
        yield await readPicture(page, file);
      } catch (error) {
        // The tab crashed, most likely; the next file gets another one.
        await page?.close().catch(() => undefined);
        page = undefined;
        yield failed(file, 'internal', error instanceof Error ? error.message : String(error));
      }
    }
  } finally {
    await browser.close();
  }
}

/** The first picture also makes the decoder ready, so that the time of that is in nobody's. */
async function openDecoderPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage(browser.extensionUrl('offscreen.html'));
  await page.evaluate(decodeInPage, BLANK_GIF);
  return page;
}

/** One white pixel. */
const BLANK_GIF = 'R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=';

async function readPicture(page: Page, file: string): Promise<PictureReading> {
  // npm runs its scripts in the project's folder, wherever it was called.
  const path = resolve(process.env['INIT_CWD'] ?? '', file);
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  );
  if (size === undefined) return failed(file, 'no-such-file', 'there is no such file');
  if (size > MOST_BYTES) return failed(file, 'too-large', 'the file is larger than 100 MB');
  const answer = await page.evaluate(decodeInPage, (await readFile(path)).toString('base64'));
  if (answer.ok) return { file, texts: answer.texts, ms: Math.round(answer.ms * 10) / 10 };
  return failed(file, answer.code, SENTENCES[answer.code] ?? 'the picture was not read');
}

const SENTENCES: Readonly<Record<string, string>> = {
  'not-an-image': 'the browser cannot read this as an image',
};

function failed(file: string, code: string, message: string): PictureReading {
  return { file, texts: [], ms: 0, error: { code, message } };
}

/** Runs in the offscreen document, open as a tab: says there what the service worker would say. */
function decodeInPage(base64: string): Promise<DecoderAnswer> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const data: OffscreenTask = {
    kind: 'decode',
    task: { kind: 'image', image: new Blob([bytes]), cuts: [], onlyCuts: false },
  };
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = (event: MessageEvent<DecoderAnswer>) => resolve(event.data);
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data, ports: [port2] }));
  });
}
