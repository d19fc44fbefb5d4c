import type { CDPSession, Page as PuppeteerPage } from 'puppeteer-core';
import * as v from 'valibot';
import type { Surface } from './surface.ts';

/**
 * Puppeteer's own `evaluate` pretends a user gesture, which would let pass what a real page may not do
 * without a click; so this asks the protocol itself.
 */
export async function evaluateIn(session: CDPSession, expression: string): Promise<unknown> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value;
}

export function chromiumSurface(page: PuppeteerPage, session: CDPSession): Surface {
  return {
    url: async () => page.url(),
    async goto(url) {
      await page.goto(url);
    },
    async reload() {
      await page.reload();
    },
    bringToFront: () => page.bringToFront(),
    run: (expression) => evaluateIn(session, expression),
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    async typeText(text) {
      await page.keyboard.type(text);
    },
    async screenshot() {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    textsInMemory: () => textsInHeap(session),
    isOpen: async () => !page.isClosed(),
    close: () => page.close(),
  };
}

/** V8 collects the garbage before it takes a snapshot. */
async function textsInHeap(session: CDPSession): Promise<readonly string[]> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk);
  session.on('HeapProfiler.addHeapSnapshotChunk', keep);
  await session.send('HeapProfiler.takeHeapSnapshot');
  session.off('HeapProfiler.addHeapSnapshotChunk', keep);
  return v.parse(SnapshotSchema, JSON.parse(chunks.join(''))).strings;
}

const SnapshotSchema = v.object({ strings: v.array(v.string()) });
