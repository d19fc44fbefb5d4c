import type { MeasuredBrowser, PageWork } from './page-browser.ts';
import { INSERTS, insertNodes } from './page-inserts.ts';
import { type Spread, spread } from './spread.ts';

/** One without and one with the extension in turn, so that both meet the same load on the machine. */
const ROUNDS = 5;

/** How often the script is waited for in the first page, which a new extension has not registered it for yet. */
const TRIES = 10;

interface Measured {
  readonly page: string;
  readonly isHidden: boolean;
  readonly measure: (browser: MeasuredBrowser) => Promise<PageWork>;
}

const loads = (page: string, path: string): Measured => ({
  page,
  isHidden: false,
  measure: (browser) => browser.measureLoad(path),
});

const inserts = (page: string, path: string, isHidden = false): Measured => ({
  page: `1,000 nodes a second for 5 s, ${page}`,
  isHidden,
  measure: (browser) => browser.measureAct(path, isHidden, insertNodes, INSERTS),
});

const PAGES: readonly Measured[] = [
  loads('empty', '/empty'),
  loads('10,000 nodes', '/many'),
  loads('10,000 nodes, 30 inputs', '/many-with-fields'),
  inserts('no inputs', '/inserts'),
  inserts('a code field', '/inserts-with-field'),
  inserts('a code field, hidden tab', '/inserts-with-field', true),
];

/** What a page's main thread does, without the extension and with it, in milliseconds of the processor. */
export interface PageSpeed {
  readonly page: string;
  readonly isHidden: boolean;
  readonly without: Spread;
  readonly with: Spread;
  /** Of the rounds: with the extension, by without. */
  readonly ratio: Spread;
  /** What the content script took itself, less what there is without it: the promises of the bench. */
  readonly script: Spread;
  /** How often it was called in all rounds. */
  readonly calls: number;
}

export async function measurePages(
  plain: MeasuredBrowser,
  extended: MeasuredBrowser,
  tell: (line: string) => void,
): Promise<PageSpeed[]> {
  await waitForScript(extended);
  const rounds: { readonly without: PageWork; readonly with: PageWork }[][] = PAGES.map(() => []);
  // The first round warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    tell(`pages, round ${round} of ${ROUNDS} …`);
    for (const [index, { measure }] of PAGES.entries()) {
      const pair = { without: await measure(plain), with: await measure(extended) };
      if (round > 0) rounds[index]?.push(pair);
    }
  }
  return PAGES.map(({ page, isHidden }, index) => {
    const pairs = rounds[index] ?? [];
    return {
      page,
      isHidden,
      without: spread(pairs.map(({ without }) => without.thread)),
      with: spread(pairs.map((pair) => pair.with.thread)),
      ratio: spread(pairs.map((pair) => pair.with.thread / pair.without.thread)),
      script: spread(pairs.map((pair) => pair.with.script.time - pair.without.script.time)),
      calls: pairs.reduce((sum, pair) => sum + pair.with.script.calls, 0),
    };
  });
}

/** A bench of pages in which no script runs would show fine figures. */
async function waitForScript(extended: MeasuredBrowser): Promise<void> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const { script } = await extended.measureLoad('/empty');
    if (script.calls > 0) return;
  }
  throw new Error('the content script does not run in the pages of the bench');
}
