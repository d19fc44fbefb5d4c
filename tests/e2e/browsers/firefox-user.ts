import type { Suggestion } from './browser.ts';
import type { BrowserElement, BrowsingContext } from './firefox-privileged.ts';

/**
 * What a user does with Firefox itself: keys, menus, questions, the clipboard and files. The functions run as those of
 * firefox-privileged.ts do.
 */

interface Menu extends Element {
  readonly state: 'open' | 'closed' | 'showing' | 'hiding';
  activateItem(item: Element): void;
  hidePopup(): void;
}

interface Submenu extends Element {
  openMenu(open: boolean): void;
}

interface Question extends Element {
  readonly button: HTMLElement;
  readonly secondaryButton: HTMLElement;
}

declare const window: Window & { readonly browsingContext: BrowsingContext };
declare const ChromeUtils: {
  importESModule(url: 'chrome://remote/content/shared/webdriver/KeyData.sys.mjs'): {
    keyData: { getData(key: string): object };
  };
  importESModule(url: 'resource://gre/modules/ExtensionSearchHandler.sys.mjs'): {
    ExtensionSearchHandler: SearchHandler;
  };
  importESModule(url: 'resource://gre/modules/ExtensionPermissions.sys.mjs'): {
    ExtensionPermissions: {
      remove(id: string, permissions: object, extension: object): Promise<void>;
    };
  };
};
/** Firefox's address bar calls these when it meets the keyword of an extension. */
interface SearchHandler {
  handleSearch(
    search: { keyword: string; text: string; inPrivateWindow: boolean },
    give: (suggestions: readonly Suggestion[]) => void,
  ): Promise<void>;
  handleInputEntered(keyword: string, text: string, where: 'current'): void;
}

declare const Services: { focus: { clearFocus(window: Window): void } };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: object } | null };

/** In the window itself: of keys made here, Firefox hears nothing back from a page that has the focus. */
export async function pressShortcut(key: string, modifiers: readonly string[]): Promise<void> {
  Services.focus.clearFocus(window);
  const { keyData } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
  );
  const actor = window.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const shiftKey = modifiers.includes('Shift');
  const eventData = {
    ...keyData.getData(shiftKey ? key : key.toLowerCase()),
    shiftKey,
    altKey: modifiers.includes('Alt'),
    ctrlKey: modifiers.includes('Ctrl') || modifiers.includes('MacCtrl'),
    metaKey: modifiers.includes('Command'),
  };
  await actor.dispatchEvent('synthesizeKeyDown', { eventData });
  await actor.dispatchEvent('synthesizeKeyUp', { eventData });
}

/** What the extension suggests in the address bar for what is typed after its keyword. */
export function typeAfterKeyword(keyword: string, typed: string): Promise<readonly Suggestion[]> {
  const { ExtensionSearchHandler } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionSearchHandler.sys.mjs',
  );
  const { promise, resolve, reject } = Promise.withResolvers<readonly Suggestion[]>();
  const search = { keyword, text: `${keyword} ${typed}`, inPrivateWindow: false };
  ExtensionSearchHandler.handleSearch(search, (given) => {
    resolve(given.map(({ content, description }) => ({ content, description })));
  }).catch(reject);
  return promise;
}

export function enterAfterKeyword(keyword: string, text: string): void {
  const { ExtensionSearchHandler } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionSearchHandler.sys.mjs',
  );
  ExtensionSearchHandler.handleInputEntered(keyword, `${keyword} ${text}`, 'current');
}

export async function openMenuAt(browser: BrowserElement, x: number, y: number): Promise<void> {
  browser.focus();
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
    const eventData = { type, button: 2 };
    await actor.dispatchEvent('synthesizeMouseAtPoint', { x, y, eventData });
  }
}

export async function openToolbarMenu(extensionId: string): Promise<void> {
  window.focus();
  const button = document.querySelector(
    `#nav-bar [data-extensionid="${extensionId}"] .unified-extensions-item-action-button`,
  );
  if (!button) throw new Error('The extension has no toolbar button');
  const { left, top, width, height } = button.getBoundingClientRect();
  const actor = window.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  for (const type of ['mousedown', 'mouseup', 'contextmenu']) {
    await actor.dispatchEvent('synthesizeMouseAtPoint', {
      x: left + width / 2,
      y: top + height / 2,
      eventData: { type, button: 2 },
    });
  }
}

/**
 * Picks an item of the extension in the menu that is open, once it is there; tells whether it was. The item is chosen
 * as by the Enter key on it.
 */
export function pickFromMenu(extensionId: string, id: string): boolean {
  const menus = [
    ...document.querySelectorAll<Menu>('#contentAreaContextMenu, #toolbar-context-menu'),
  ];
  const menu = menus.find(({ state }) => state === 'open');
  if (!menu) return false;
  // `makeWidgetId` of ExtensionCommon.sys.mjs, and `elementId` of ext-menus.js
  const widget = extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');
  const item = document.getElementById(`${widget}-menuitem-_${id}`);
  if (!item || item.hidden || !menu.contains(item)) {
    menu.hidePopup();
    throw new Error(`The menu does not show ${id}`);
  }
  const inner = item.closest<Menu>('menupopup');
  if (inner && inner !== menu && inner.state !== 'open') {
    inner.closest<Submenu>('menu')?.openMenu(true);
    return false;
  }
  (inner ?? menu).activateItem(item);
  return true;
}

/** The text of the question about permissions, once it is there. */
export function readQuestion(): string | undefined {
  const question = document.querySelector('#addon-webext-permissions-notification');
  const open = question?.closest<Menu>('panel')?.state === 'open';
  return open ? (question?.textContent ?? '') : undefined;
}

/** Presses a button of the question, if it is still there, as the Enter key on it does. */
export function answerQuestion(grant: boolean): void {
  const question = document.querySelector<Question>('#addon-webext-permissions-notification');
  (grant ? question?.button : question?.secondaryButton)?.click();
}

/** As the page about add-ons does. */
export async function revoke(extensionId: string, origins: readonly string[]): Promise<void> {
  const { ExtensionPermissions } = ChromeUtils.importESModule(
    'resource://gre/modules/ExtensionPermissions.sys.mjs',
  );
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (!extension) throw new Error('The extension is not running');
  await ExtensionPermissions.remove(extensionId, { permissions: [], origins }, extension);
}

export function writeClipboardText(text: string): Promise<void> {
  return navigator.clipboard.writeText(text);
}

/** Runs a script in the page's process with the rights of the browser; `document` is the page's. */
export async function runPrivileged(
  browser: BrowserElement,
  script: string,
  timeout: number,
): Promise<unknown> {
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(script, [], { sandboxName: 'system', timeout });
}

export async function pressPaste(
  browser: BrowserElement,
  modifier: 'ctrlKey' | 'metaKey',
): Promise<void> {
  const { keyData } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
  );
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const eventData = { ...keyData.getData('v'), [modifier]: true };
  await actor.dispatchEvent('synthesizeKeyDown', { eventData });
  await actor.dispatchEvent('synthesizeKeyUp', { eventData });
}
