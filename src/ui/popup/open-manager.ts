import { browser } from 'wxt/browser';

/** Brings the manager to the front, at one of its places; opens it where it is not open yet. */
export async function openManager(place: string, onLeave: () => void): Promise<void> {
  const page = browser.runtime.getURL('/manager.html');
  const url = `${page}${place}`;
  const [open] = await browser.tabs.query({ url: `${page}*` });
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
  } else {
    await browser.tabs.update(open.id, { active: true, ...(place && { url }) });
    if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  }
  onLeave();
}
