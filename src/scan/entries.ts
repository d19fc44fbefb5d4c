import { browser } from 'wxt/browser';

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
  // The browser keeps menu items while the background sleeps, and Chrome over restarts as well.
  browser.runtime.onInstalled.addListener(createItems);
  browser.runtime.onStartup.addListener(createItems);

  const begin = (tab: Tab | undefined, image?: string) => {
    if (tab?.id === undefined) return;
    scan({ tabId: tab.id, image });
    openPopup(tab);
  };
  browser.contextMenus.onClicked.addListener(({ menuItemId, srcUrl }, tab) => {
    if (menuItemId === IMAGE_ITEM) begin(tab, srcUrl);
    else if (menuItemId === TOOLBAR_ITEM || menuItemId === PAGE_ITEM) begin(tab);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND) begin(tab);
  });
}

/** In the same turn as the user's act: Firefox opens it only then. Elsewhere the badge waits for a click. */
function openPopup({ windowId }: Tab): void {
  void browser.action.openPopup(windowId === undefined ? {} : { windowId }).catch(() => undefined);
}

async function createItems(): Promise<void> {
  // What an earlier version or start has left: a second item of the same name is an error.
  await browser.contextMenus.removeAll();
  const page = browser.i18n.getMessage('menuScanPage');
  browser.contextMenus.create({ id: TOOLBAR_ITEM, title: page, contexts: ['action'] });
  browser.contextMenus.create({ id: PAGE_ITEM, title: page, contexts: ['page', 'frame', 'video'] });
  const image = browser.i18n.getMessage('menuScanImage');
  browser.contextMenus.create({ id: IMAGE_ITEM, title: image, contexts: ['image'] });
}
