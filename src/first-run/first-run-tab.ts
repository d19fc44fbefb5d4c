import { browser } from 'wxt/browser';

/**
 * Brings the page that sets Countersign up to the front, in a tab: it is a page to stay on, not a question to answer.
 */
export async function showFirstRun(): Promise<void> {
  const url = browser.runtime.getURL('/unlock.html');
  const [open] = await browser.tabs.query({ url: `${url}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}

/**
 * Opens that page once, when Countersign was installed. To be called while the background starts.
 *
 * @param isWanted false: there is a vault already, of an installation before this one
 */
export function listenForInstall(isWanted: () => Promise<boolean>): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason !== 'install') return;
    void isWanted()
      .then((wanted) => (wanted ? showFirstRun() : undefined))
      .catch(() => undefined);
  });
}
