import { browser } from 'wxt/browser';

/** Opens a page in a new tab in front. */
export async function openTab(url: string): Promise<number> {
  const { id = browser.tabs.TAB_ID_NONE } = await browser.tabs.create({ url });
  return id;
}

export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab) await browser.windows.update(tab.windowId, { focused: true });
}

/** When the document of a tab began, in milliseconds since 1970; undefined where we may not look into it. */
export async function loadedAt(tabId: number): Promise<number | undefined> {
  const func = () => performance.timeOrigin;
  const [frame] = await browser.scripting
    .executeScript({ target: { tabId }, func })
    .catch(() => []);
  return typeof frame?.result === 'number' ? frame.result : undefined;
}

/** Undefined where the tab is gone, or the browser does not let us see (any more) what is in it. */
export async function addressOf(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}
