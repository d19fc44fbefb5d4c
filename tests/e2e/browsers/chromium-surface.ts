import type { CDPSession, KeyInput, Page as PuppeteerPage } from 'puppeteer-core';
import * as v from 'valibot';
import { chromiumAccessibilityTree } from './chromium-accessibility.ts';
import type { Clip, Surface } from './surface.ts';

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

/** `copy` puts something on the clipboard. */
export function chromiumSurface(
  page: PuppeteerPage,
  session: CDPSession,
  copy: (clip: Clip) => Promise<void>,
): Surface {
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
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 5 });
      await page.mouse.up();
    },
    openMenuAt: ({ x, y }) => page.mouse.click(x, y, { button: 'right' }),
    async typeText(text) {
      await page.keyboard.type(text);
    },
    async press({ key, modifiers }) {
      for (const modifier of modifiers) await page.keyboard.down(modifier);
      // Else Puppeteer would hold down what a press that closed the page did not let go.
      try {
        await page.keyboard.press((typeof key === 'string' ? key : key.character) as KeyInput);
      } finally {
        for (const modifier of modifiers) await page.keyboard.up(modifier);
      }
    },
    async preferColors(scheme) {
      await session.send('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value: scheme }],
      });
    },
    accessibilityTree: () => chromiumAccessibilityTree(session),
    async setFiles(selector, files) {
      const { result } = await session.send('Runtime.evaluate', {
        expression: `document.querySelector(${JSON.stringify(selector)})`,
      });
      if (result.objectId === undefined) throw new Error(`There is no ${selector}`);
      await session.send('DOM.setFileInputFiles', {
        files: [...files],
        objectId: result.objectId,
      });
    },
    async dropFiles({ x, y }, files) {
      const data = { items: [], files: [...files], dragOperationsMask: 1 };
      for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
        await session.send('Input.dispatchDragEvent', { type, x, y, data });
      }
    },
    async paste(clip) {
      await copy(clip);
      await session.send('Input.dispatchKeyEvent', {
        type: 'rawKeyDown',
        ...CTRL_V,
        commands: ['Paste'],
      });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...CTRL_V });
    },
    async screenshot() {
      const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
      return Buffer.from(data, 'base64');
    },
    textsInMemory: () => textsInHeap(session),
    async heapBytes() {
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize;
    },
    isOpen: async () => !page.isClosed(),
    close: () => page.close(),
  };
}

const CTRL_V = { modifiers: 2, key: 'v', code: 'KeyV', windowsVirtualKeyCode: 86 } as const;

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
