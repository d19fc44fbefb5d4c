/** Runs in the background: the text on the toolbar button while the active tab is shown. */
export async function readBadge(): Promise<string> {
  // Not `getLastFocused`, whose `windowTypes` Firefox ignores: a window of the extension has no toolbar.
  const windows = await chrome.windows.getAll({ populate: true, windowTypes: ['normal'] });
  const window = windows.find((candidate) => candidate.focused) ?? windows[0];
  const tab = window?.tabs?.find((candidate) => candidate.active);
  return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
}
