import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { SNIPPETS } from '../page/detector/snippets.ts';
import { bundleDetector, type DetectorBundle } from '../tools/inspect/detector-bundle.ts';
import type { FieldReading } from '../tools/inspect/detector-page.ts';
import type { Page } from './browsers/browser.ts';
import { useWorld } from './world.ts';

const BOXES = [0, 1, 2, 3, 4, 5].map((at) => `#host >>> #d${at}`);
const DIGITS = [0, 1, 2, 3, 4, 5].map((at) => `#d${at} >>> input`);

/** Pages that change, or hold more than markup: what is listed, and what is filled. */
const PAGES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['late', ['#code'], ['#code']],
  ['revealed', ['#otc'], ['#otc']],
  ['steps', ['#app', '#sms', '#spare'], ['#app']],
  ['shadow', ['sign-in-card >>> code-input >>> input'], ['sign-in-card >>> code-input >>> input']],
  ['shadow-boxes', BOXES, BOXES],
  ['shadow-digits', DIGITS, DIGITS],
  ['frame', [], []],
];

describe('the detector', () => {
  const world = useWorld();
  let bundle: DetectorBundle;
  let page: Page;

  beforeAll(async () => {
    bundle = await bundleDetector();
    page = await world().browser.newPage('about:blank');
  });

  const read = () => page.evaluate((detector) => detector().readFields(), bundle);

  test.each(SNIPPETS)('reads $what', async ({ html, title, fields, fill }) => {
    const reading = await page.evaluate(
      (detector, body, heading): FieldReading => {
        document.open();
        document.write(`<!doctype html><title>${heading}</title><body>${body}`);
        document.close();
        return detector().readFields();
      },
      bundle,
      html,
      title ?? 'Sign in',
    );
    const kinds = Object.fromEntries(reading.fields.map(({ selector, kind }) => [selector, kind]));
    expect({ fields: kinds, fill: reading.fill }).toEqual({ fields, fill });
  });

  test.each(PAGES)('reads the page "%s"', async (name, listed, filled) => {
    const file = fileURLToPath(new URL(`../page/detector/pages/${name}.html`, import.meta.url));
    await page.goto(pathToFileURL(file).href);
    await expect
      .poll(async () => {
        const { fields, fill } = await read();
        return { listed: fields.map(({ selector }) => selector).toSorted(), filled: fill };
      })
      .toEqual({ listed, filled });
  });

  test('changes nothing in the page', async () => {
    const file = new URL('../page/detector/pages/steps.html', import.meta.url);
    await page.goto(file.href);
    const changes = await page.evaluate((detector) => {
      const observer = new MutationObserver(() => undefined);
      const parts = { attributes: true, characterData: true, childList: true, subtree: true };
      observer.observe(document, parts);
      detector().readFields();
      return observer.takeRecords().length;
    }, bundle);
    expect(changes).toBe(0);
  });
});
