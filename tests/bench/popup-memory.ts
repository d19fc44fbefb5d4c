import type { Browser } from '../e2e/browsers/browser.ts';
import { EMPTY_PAGE } from './empty-page.ts';
import { openVaultOf } from './open-vault-of.ts';
import { openedAt } from './opened-at.ts';
import type { Target } from './qr-targets.ts';
import { type Spread, spread } from './spread.ts';

const ACCOUNTS = 20;
const OPENINGS = 5;
/** What issue 6 asks of the popup: so many bytes more than an empty page has. */
const MOST_BYTES = 4_000_000;

/** Bytes of JavaScript heap after a garbage collection. */
export interface PopupMemory {
  readonly accounts: number;
  readonly openings: number;
  readonly popup: Spread;
  readonly empty: Spread;
  /** The popup's over the empty page's, of the medians. */
  readonly over: number;
  readonly target: Target;
}

/** What an open popup keeps in memory, beside an empty page of the extension; undefined where the browser does not tell. */
export async function measurePopupMemory(
  browser: Browser,
  tell: (line: string) => void,
): Promise<PopupMemory | undefined> {
  tell(`memory, ${ACCOUNTS} accounts …`);
  await openVaultOf(browser, ACCOUNTS);
  // The pages share a heap, of which a later one may find something left: the empty one comes first.
  const empty = await heaps(browser, EMPTY_PAGE, 'empty');
  const popup = await heaps(browser, 'popup.html', 'countersign:codes');
  if (!empty || !popup) return undefined;
  const spreads = { popup: spread(popup), empty: spread(empty) };
  const over = spreads.popup.median - spreads.empty.median;
  return { accounts: ACCOUNTS, openings: OPENINGS, ...spreads, over, target: targetOf(over) };
}

/** Of so many openings, one after the other. */
async function heaps(browser: Browser, page: string, mark: string): Promise<number[] | undefined> {
  const found: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    const opened = await openedAt(browser, page, mark);
    const bytes = await opened.heapBytes();
    await opened.close();
    if (bytes === undefined) return undefined;
    found.push(bytes);
  }
  return found;
}

function targetOf(over: number): Target {
  return {
    target: `the popup's JavaScript heap is at most ${megabytes(MOST_BYTES)} over an empty page's, with ${ACCOUNTS} accounts`,
    holds: over <= MOST_BYTES,
    found: megabytes(over),
  };
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}
