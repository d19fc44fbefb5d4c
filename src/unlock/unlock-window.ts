import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { Queue } from '../queue.ts';

const KEY = 'unlock.window';
const WindowIdSchema = v.number();

/** A double click must not open two. */
const queue = new Queue();

/**
 * The window for passkey ceremonies: one of its own, since the system's dialog takes the focus and that
 * closes a popup. A second request brings the first window to the front.
 */
export function showUnlockWindow(): Promise<void> {
  return queue.run(async () => {
    const open = await openWindowId();
    if (open !== undefined && (await focus(open))) return;
    const created = await browser.windows.create({
      url: browser.runtime.getURL('/unlock.html'),
      type: 'popup',
      width: 460,
      height: 660,
    });
    if (created?.id !== undefined) await browser.storage.session.set({ [KEY]: created.id });
  });
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
