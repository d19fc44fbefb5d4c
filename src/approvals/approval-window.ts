import { browser } from 'wxt/browser';

/**
 * The window in which the user approves: one of its own, in front of whatever he is doing, since no page may show or
 * cover it. The one that is given comes to the front if it is still there.
 *
 * @returns its id
 */
export async function showApprovalWindow(windowId: number | null): Promise<number> {
  if (windowId !== null && (await focus(windowId))) return windowId;
  const created = await browser.windows.create({
    url: browser.runtime.getURL('/approve.html'),
    type: 'popup',
    focused: true,
    width: 480,
    height: 760,
  });
  if (created?.id === undefined) throw new Error('the browser opened no window');
  return created.id;
}

/** The user may have closed it by now. */
export async function closeApprovalWindow(windowId: number): Promise<void> {
  await browser.windows.remove(windowId).catch(() => undefined);
}

async function focus(windowId: number): Promise<boolean> {
  return browser.windows.update(windowId, { focused: true }).then(
    () => true,
    () => false,
  );
}
