import { browser } from 'wxt/browser';
import type { MenuItem } from '../toolbar/menu.ts';
import { openPopup } from '../toolbar/popup.ts';

/** What the user asks to be read. */
export interface Asked {
  readonly tabId: number;
  /** The address of the image that the user pointed to; undefined: the whole page. */
  readonly image: string | undefined;
}

const COMMAND = 'scan-page';
const TOOLBAR_ITEM = 'scan-from-toolbar';
const PAGE_ITEM = 'scan-from-page';
const IMAGE_ITEM = 'scan-image';

/** To be made by `toolbar/menu.ts`, which makes the items of all. */
export const SCAN_ITEMS: readonly MenuItem[] = [
  { id: TOOLBAR_ITEM, title: 'menuScanPage', contexts: ['action'] },
  { id: PAGE_ITEM, title: 'menuScanPage', contexts: ['page', 'frame', 'video'] },
  { id: IMAGE_ITEM, title: 'menuScanImage', contexts: ['image'] },
];

/** The part of the browser's `tabs.Tab` that is used. */
interface Tab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/**
 * The ways to a scan beside the popup: menu items on the toolbar button, on pages and on images, and the keyboard
 * command. Each is an act of the user, by which the browser lets us into that tab. To be called while the background
 * starts: an event of a listener that comes later does not wake it.
 *
 * @param scan begins to read; the popup, which opens at once, shows what comes of it
 */
export function listenForScans(scan: (asked: Asked) => void): void {
  const begin = (tab: Tab | undefined, image?: string) => {
    if (tab?.id === undefined) return;
    scan({ tabId: tab.id, image });
    openPopup(tab.windowId);
  };
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl }, tab) => {
    if (menuItemId === IMAGE_ITEM) begin(tab, srcUrl);
    else if (menuItemId === TOOLBAR_ITEM || menuItemId === PAGE_ITEM) begin(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND) begin(tab);
  });
}
