import { beforeEach, expect, it, vi } from 'vitest';
import { takePointedTo } from '../../src/page/pointed-to.ts';

interface Injection {
  readonly target: object;
  readonly files?: readonly string[];
  readonly func?: (...args: readonly unknown[]) => unknown;
  readonly args?: readonly unknown[];
}

/** Runs what is put into the page as the browser does: a function as its text. */
const executeScript = vi.fn(async ({ func, args }: Injection) => {
  if (!func) return [{ result: { given: 'by the script' } }];
  new Function('args', `(${func})(...args)`)(args ?? []);
  return [{ result: undefined }];
});

const fake = vi.hoisted(() => ({ browser: {} as object }));
vi.mock('wxt/browser', () => fake);
const { browserScan } = await import('../../src/scan/browser-scan.ts');

beforeEach(() => {
  executeScript.mockClear();
  fake.browser = { scripting: { executeScript } };
  takePointedTo();
});

it('puts the packaged script into the top frame, alone', async () => {
  expect(await browserScan.collect(7, undefined)).toEqual({ given: 'by the script' });
  expect(executeScript.mock.calls).toEqual([[{ target: { tabId: 7 }, files: ['/scan.js'] }]]);
  expect(takePointedTo()).toBeUndefined();
});

it('tells it first which image was pointed to, for this one time', async () => {
  await browserScan.collect(7, 'https://cdn.example/qr.png');
  expect(executeScript.mock.calls.map(([{ files }]) => files)).toEqual([undefined, ['/scan.js']]);
  expect(takePointedTo()).toBe('https://cdn.example/qr.png');
  expect(takePointedTo()).toBeUndefined();
});
