import { type Browser, browser } from 'wxt/browser';

type Context = `${Browser.contextMenus.ContextType}`;

/** An item of the browser's context menus. */
export interface MenuItem {
  readonly id: string;
  /** The message by which it is called. */
  readonly title:
    | 'menuScanPage'
    | 'menuScanImage'
    | 'menuFillCode'
    | 'menuOpenPanel'
    | 'menuOpenSidebar';
  readonly contexts: readonly [Context, ...Context[]];
}

/**
 * Makes the items, all of them here: whoever made his own would take those of the others away. To be called once,
 * while the background starts.
 */
export function keepMenu(items: readonly MenuItem[]): void {
  const create = async () => {
    // What an earlier version or start has left: a second item of the same name is an error.
    await browser.contextMenus.removeAll();
    for (const { id, title, contexts } of items) {
      const named = browser.i18n.getMessage(title);
      browser.contextMenus.create({ id, title: named, contexts: [...contexts] });
    }
  };
  // The browser keeps menu items while the background sleeps, and Chrome over restarts as well.
  browser.runtime.onInstalled.addListener(create);
  browser.runtime.onStartup.addListener(create);
}
