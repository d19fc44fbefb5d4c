import type { Browser, Page } from '../e2e/browsers/browser.ts';
import { EMPTY_PAGE } from './empty-page.ts';
import { openVaultOf } from './open-vault-of.ts';
import { openedAt } from './opened-at.ts';
import { drawPlainList, type PlainList } from './plain-list.ts';
import type { Target } from './qr-targets.ts';
import { figureOf, type ScrollFigures, scrollTargets } from './scroll-figures.ts';
import { FRAMES, type Scrolled, STEP, scrollInFrames } from './scroll-frames.ts';
import { spread } from './spread.ts';

const ACCOUNTS = 10_000;
const LIST = '.code-list';
/** One of the popup and one of the plain list in turn, so that both meet the same load on the machine. */
const ROUNDS = 5;

export interface PopupScroll extends ScrollFigures {
  readonly accounts: number;
  readonly frames: number;
  /** Of the medians. */
  readonly ratio: number;
  readonly targets: readonly Target[];
}

/** The popup's list scrolled from its top, beside a list of plain text that is scrolled by the same steps. */
export async function measurePopupScroll(
  browser: Browser,
  tell: (line: string) => void,
): Promise<PopupScroll> {
  await openVaultOf(browser, ACCOUNTS);
  const popup: Scrolled[] = [];
  const plain: Scrolled[] = [];
  // The first pair warms up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1) {
    tell(`scroll, round ${round} of ${ROUNDS} …`);
    const codes = await openedAt(browser, 'popup.html', 'countersign:codes');
    const size = await codes.evaluate(sizeOf, LIST);
    const inPopup = await scroll(codes, LIST, size.rowHeight);
    await codes.close();
    const empty = await openedAt(browser, EMPTY_PAGE, 'empty');
    const rows = Math.ceil((FRAMES * STEP + size.height) / size.rowHeight) + 1;
    await empty.evaluate(drawPlainList, { ...size, rows });
    const inPlain = await scroll(empty, '#plain-list', size.rowHeight);
    await empty.close();
    if (round === 0) continue;
    popup.push(inPopup);
    plain.push(inPlain);
  }
  const own = spread(plain.flatMap(({ times }) => times)).median;
  const figures = { popup: figureOf(popup, own), plain: figureOf(plain, own) };
  return {
    accounts: ACCOUNTS,
    frames: ROUNDS * FRAMES,
    ...figures,
    ratio: figures.popup.frame.median / own,
    targets: scrollTargets(figures),
  };
}

function scroll(page: Page, list: string, rowHeight: number): Promise<Scrolled> {
  return page.evaluate(scrollInFrames, list, rowHeight, FRAMES, STEP);
}

/** Runs in the popup. */
function sizeOf(list: string): Omit<PlainList, 'rows'> {
  const [all, row] = [list, `${list} [data-row]`].map((selector) =>
    document.querySelector(selector)?.getBoundingClientRect(),
  );
  if (!all || !row) throw new Error(`There is no ${list} with rows`);
  return { width: all.width, height: all.height, rowHeight: row.height };
}
