import { browser } from 'wxt/browser';
import type { MenuItem } from '../toolbar/menu.ts';
import { openPopup } from '../toolbar/popup.ts';

/** Where the user asks for a code. */
export interface AskedFill {
  readonly tabId: number;
  readonly windowId: number | undefined;
  /** That of the field that was pointed to; 0, the top frame, for the keyboard command. */
  readonly frameId: number;
}

const COMMAND = 'fill-code';
const FIELD_ITEM = 'fill-code';

/** To be made by `toolbar/menu.ts`, which makes the items of all. */
export const FILL_ITEMS: readonly MenuItem[] = [
  { id: FIELD_ITEM, title: 'menuFillCode', contexts: ['editable'] },
];

/** The part of the browser's `tabs.Tab` that is used. */
interface Tab {
  readonly id?: number | undefined;
  readonly windowId?: number | undefined;
}

/**
 * The ways to a code beside the popup: a menu item on fields, and the keyboard command. Each is an act of the user, by
 * which the browser lets us into that tab. To be called while the background starts: an event of a listener that comes
 * later does not wake it.
 *
 * @param fill called in the same turn as the user's act; `open` shows the popup in that window, and is best called in
 *   that turn as well (`toolbar/popup.ts`)
 */
export function listenForFills(fill: (asked: AskedFill, open: () => void) => void): void {
  const begin = (tab: Tab | undefined, frameId: number) => {
    if (tab?.id === undefined) return;
    const { id: tabId, windowId } = tab;
    fill({ tabId, windowId, frameId }, () => openPopup(windowId));
  };
  browser.contextMenus.onClicked.addListener(({ menuItemId, frameId = 0 }, tab) => {
    if (menuItemId === FIELD_ITEM) begin(tab, frameId);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === COMMAND) begin(tab, 0);
  });
}
