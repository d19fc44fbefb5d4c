import type { Browser, Page } from '../e2e/browsers/browser.ts';

/** A page of ours as the toolbar button opens it, once it has made a mark of performance. */
export async function openedAt(browser: Browser, page: string, mark: string): Promise<Page> {
  await browser.background((path) => chrome.action.setPopup({ popup: path }), page);
  const opened = await browser.openPopup();
  await opened.waitFor(mark, (name) => performance.getEntriesByName(name).length > 0, mark);
  return opened;
}
