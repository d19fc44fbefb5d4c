import { browser } from 'wxt/browser';
import type { MenuItem } from '../toolbar/menu.ts';
import { openPanel } from './open-panel.ts';

const TOOLBAR_ITEM = 'open-panel';

/** To be made by `toolbar/menu.ts`, which makes the items of all. */
export const PANEL_ITEMS: readonly MenuItem[] = [
  {
    id: TOOLBAR_ITEM,
    // As each browser calls it.
    title: import.meta.env.FIREFOX ? 'menuOpenSidebar' : 'menuOpenPanel',
    contexts: ['action'],
  },
];

/** Opens the codes beside the page, from the menu of the toolbar button. To be called while the background starts. */
export function listenForPanel(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId }, tab) => {
    if (menuItemId === TOOLBAR_ITEM) openPanel(tab?.windowId);
  });
}
