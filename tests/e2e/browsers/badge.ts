/** Runs in the background: the text on the toolbar button while the active tab is shown. */
export async function readBadge(): Promise<string> {
  const window = await chrome.windows.getLastFocused({ populate: true, windowTypes: ['normal'] });
  const tab = window.tabs?.find((candidate) => candidate.active);
  return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
}
