import type { Browser } from '../e2e/browsers/browser.ts';
import { EMPTY_PAGE } from './empty-page.ts';
import { type SealedAccounts, sealAccounts } from './sealed-accounts.ts';

const ACCOUNTS = [1, 20, 200, 10_000];
const OPENINGS = 11;

interface Spread {
  /** Milliseconds from the start of the navigation. */
  readonly median: number;
  readonly quartiles: readonly [number, number];
}

export interface PopupOpening {
  readonly accounts: number;
  readonly worker: 'cold' | 'warm';
  /** How many openings of each were counted. */
  readonly openings: number;
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
  for (const [index, accounts] of ACCOUNTS.entries()) {
    const sealed = await sealAccounts(accounts, index + 1);
    await browser.background(install, sealed);
    for (const worker of ['cold', 'warm'] as const) {
      tell(`${accounts} accounts, ${worker} worker …`);
      results.push({ accounts, worker, openings: OPENINGS, ...(await measure(browser, worker)) });
    }
  }
  return results;
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

function spread(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)] ?? Number.NaN;
  return { median: at(0.5), quartiles: [at(0.25), at(0.75)] };
}

/** Runs in the background: puts a vault where the extension keeps its own, and opens it. */
async function install({ generation, savedAt, sealed, dataKey }: SealedAccounts): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('countersign', 1);
    opening.onupgradeneeded = () => {
      const store = opening.result.createObjectStore('generations', { keyPath: 'generation' });
      store.createIndex('savedAt', 'savedAt');
    };
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
  const bytes = Uint8Array.from(atob(sealed), (character) => character.charCodeAt(0));
  await new Promise((resolve, reject) => {
    const transaction = database.transaction('generations', 'readwrite');
    transaction.objectStore('generations').put({ generation, savedAt, sealed: bytes });
    transaction.oncomplete = resolve;
    transaction.onerror = () => reject(transaction.error);
  });
  database.close();
  // As long as the vault would be open without use.
  await chrome.storage.session.set({ 'vault.open': { dataKey, deadline: Date.now() + 899_000 } });
}
