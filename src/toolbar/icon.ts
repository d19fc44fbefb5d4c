import { browser } from 'wxt/browser';

/** What the toolbar button says: the vault is open, it is locked (or there is none), a tab's page waits for an approval. */
export type IconState = 'open' | 'locked' | 'asking';

const FOLDERS: Record<IconState, string> = {
  open: '/icon',
  locked: '/icon/locked',
  asking: '/icon/asking',
};

/**
 * Shows a state on the toolbar button: in one tab, until that comes to another page, or in all that show none of their own.
 * Drawn by tests/tools/draw-icons.ts.
 */
export async function showIcon(state: IconState, tabId?: number): Promise<void> {
  const folder = FOLDERS[state];
  const path = { 16: `${folder}/16.png`, 32: `${folder}/32.png`, 48: `${folder}/48.png` };
  await browser.action.setIcon(tabId === undefined ? { path } : { path, tabId });
}
