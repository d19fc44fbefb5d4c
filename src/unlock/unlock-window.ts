import * as v from 'valibot';
import { browser } from 'wxt/browser';

const KEY = 'unlock.window';
const WindowIdSchema = v.number();

/**
 * The window for passkey ceremonies: one of its own, since the system's dialog takes the focus and that
 * closes a popup. A second request brings the first window to the front.
 */
export async function showUnlockWindow(): Promise<void> {
  const open = await openWindowId();
  if (open !== undefined && (await focus(open))) return;
  const created = await browser.windows.create({
    url: browser.runtime.getURL('/unlock.html'),
    type: 'popup',
    width: 460,
    height: 660,
  });
  if (created?.id !== undefined) await browser.storage.session.set({ [KEY]: created.id });
}

/** Closes the window that {@link showUnlockWindow} opened; a tab that the user opened himself stays. */
export async function closeUnlockWindow(): Promise<void> {
  const open = await openWindowId();
  if (open === undefined) return;
  await browser.storage.session.remove(KEY);
  await browser.windows.remove(open).catch(() => undefined);
}

async function openWindowId(): Promise<number | undefined> {
  const held = v.safeParse(WindowIdSchema, (await browser.storage.session.get(KEY))[KEY]);
  return held.success ? held.output : undefined;
}

async function focus(windowId: number): Promise<boolean> {
  return browser.windows.update(windowId, { focused: true }).then(
    () => true,
    () => false,
  );
}
