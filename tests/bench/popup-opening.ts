import { GLANCE } from '../../src/glance/stored.ts';
import type { Browser } from '../e2e/browsers/browser.ts';
import { EMPTY_PAGE } from './empty-page.ts';
import { openVaultOf } from './open-vault-of.ts';
import { type Spread, spread } from './spread.ts';

const ACCOUNTS = [1, 20, 200, 10_000];
const OPENINGS = 11;

export interface PopupOpening {
  readonly accounts: number;
  readonly worker: 'cold' | 'warm';
  /** How many openings of each were counted. */
  readonly openings: number;
  /** From the start of the navigation. */
  readonly popup: Spread;
  readonly empty: Spread;
  readonly ratio: number;
}

/** Popup opened → first code painted, beside an empty page of the extension opened in turn with it. */
export async function measurePopupOpenings(
  browser: Browser,
  tell: (line: string) => void,
): Promise<PopupOpening[]> {
  const results: PopupOpening[] = [];
  await browser.newPage('about:blank');
  for (const accounts of ACCOUNTS) {
    await openVaultOf(browser, accounts);
    await openOnce(browser, accounts);
    for (const worker of ['cold', 'warm'] as const) {
      tell(`${accounts} accounts, ${worker} worker …`);
      results.push({ accounts, worker, openings: OPENINGS, ...(await measure(browser, worker)) });
    }
  }
  return results;
}

/**
 * The background keeps the first screen of an open vault (`src/glance`) a moment after it was unlocked, or was changed.
 * Here it came from outside: who opens the popup first waits for the background, and the next ones are measured.
 */
async function openOnce(browser: Browser, accounts: number): Promise<void> {
  await browser.background((path) => chrome.action.setPopup({ popup: path }), 'popup.html');
  const popup = await browser.openPopup();
  await popup.waitFor(
    'the first screen in memory',
    async (key, total) => {
      const held = (await chrome.storage.session.get(key))[key];
      return (held as { readonly total?: number } | undefined)?.total === total;
    },
    GLANCE,
    accounts,
  );
  await popup.close();
}

async function measure(
  browser: Browser,
  worker: 'cold' | 'warm',
): Promise<Pick<PopupOpening, 'popup' | 'empty' | 'ratio'>> {
  const popup: number[] = [];
  const empty: number[] = [];
  await browser.killBackground();
  // The first pair warms the browser's caches and is not counted.
  for (let opening = 0; opening <= OPENINGS; opening += 1) {
    for (const [page, mark, times] of [
      ['popup.html', 'countersign:codes', popup],
      [EMPTY_PAGE, 'empty', empty],
    ] as const) {
      await browser.background((path) => chrome.action.setPopup({ popup: path }), page);
      if (worker === 'cold') await browser.killBackground();
      const opened = await browser.openPopup();
      const time = await opened.waitFor(
        mark,
        (name) => performance.getEntriesByName(name)[0]?.startTime,
        mark,
      );
      if (opening > 0) times.push(Number(time));
      await opened.close();
    }
  }
  const spreads = { popup: spread(popup), empty: spread(empty) };
  return { ...spreads, ratio: spreads.popup.median / spreads.empty.median };
}
