import type { PageFunction } from './browser.ts';

/**
 * Functions that run in Firefox's own main window, with the rights of the browser. Marionette's commands
 * for pages know only tabs, and one at a time; these reach the toolbar popup and the background as well.
 * Like all functions that are sent as text, each sees only its arguments and Firefox's own globals.
 */

/** Firefox's own half of Marionette in a document (chrome://remote/content/marionette/actors/). */
interface Actor {
  executeScript(
    script: string,
    args: [],
    options: { timeout: number; sandboxName?: 'system' },
  ): Promise<unknown>;
  dispatchEvent(name: string, details: object): Promise<void>;
}

export interface BrowsingContext {
  readonly embedderElement: BrowserElement | null;
  prefersColorSchemeOverride: 'light' | 'dark';
  readonly currentWindowGlobal: {
    getActor(name: 'MarionetteCommands'): Actor;
    drawSnapshot(rect: null, scale: number, background: string): Promise<ImageBitmap>;
  };
}

interface ProgressListener {
  readonly QueryInterface: unknown;
  onStateChange(
    progress: { readonly isTopLevel: boolean },
    request: unknown,
    flags: number,
    status: number,
  ): void;
  onLocationChange(
    progress: { readonly isTopLevel: boolean },
    request: unknown,
    location: { readonly spec: string },
    flags: number,
  ): void;
}

interface Panel extends Element {
  readonly id: string;
  readonly state: 'open' | 'closed' | 'showing' | 'hiding';
  hidePopup(): void;
}

/** The XUL element that shows a document: in a tab, or in the popup's panel. */
export interface BrowserElement extends HTMLElement {
  readonly browserId: number;
  readonly browsingContext: BrowsingContext;
  readonly documentGlobal: BrowserWindow;
  readonly currentURI: { readonly spec: string };
  addProgressListener(listener: ProgressListener): void;
  removeProgressListener(listener: ProgressListener): void;
  /** Our own: what `load` listens with. */
  countersignListener?: ProgressListener;
  fixupAndLoadURIString(url: string, options: { triggeringPrincipal: unknown }): void;
  reload(): void;
}

interface TabbedBrowser {
  readonly browsers: readonly BrowserElement[];
  selectedTab: object;
  addTab(
    url: string,
    options: { triggeringPrincipal: unknown },
  ): { readonly linkedBrowser: BrowserElement };
  getTabForBrowser(browser: BrowserElement): object | undefined;
  removeTab(tab: object): void;
}

type BrowserWindow = Window & {
  readonly gBrowser: TabbedBrowser;
  readonly browsingContext: BrowsingContext;
};

interface Extension {
  readonly backgroundState: string;
  readonly backgroundContext: { readonly xulBrowser: BrowserElement };
  wakeupBackground(): Promise<void>;
  terminateBackground(options: object): Promise<void>;
}

interface Addon {
  disable(): Promise<void>;
  enable(): Promise<void>;
}

declare const window: BrowserWindow;
declare const gBrowser: TabbedBrowser;
declare const BrowsingContext: {
  getCurrentTopByBrowserId(browserId: number): BrowsingContext | null;
};
declare const ChromeUtils: {
  importESModule(url: 'resource://gre/modules/AddonManager.sys.mjs'): {
    AddonManager: { getAddonByID(id: string): Promise<Addon> };
  };
  importESModule(url: 'chrome://remote/content/shared/webdriver/KeyData.sys.mjs'): {
    keyData: { getData(key: string): object };
  };
  generateQI(interfaces: readonly string[]): unknown;
};
declare const Ci: {
  nsIWebProgressListener: {
    STATE_START: number;
    STATE_STOP: number;
    STATE_IS_NETWORK: number;
    LOCATION_CHANGE_SAME_DOCUMENT: number;
  };
};
declare const Cr: { NS_BINDING_ABORTED: number };
declare const CustomizableUI: { addWidgetToArea(widget: string, area: string): void };
declare const Services: {
  scriptSecurityManager: { getSystemPrincipal(): unknown };
  wm: { getEnumerator(type: 'navigator:browser'): Iterable<BrowserWindow> };
  ppmm: { loadProcessScript(url: string, alsoInLaterProcesses: boolean): void };
  prefs: { setBoolPref(name: string, value: boolean): void };
};
/** The part of addonStartup.json.lz4 that is read here. */
interface AddonStartup {
  readonly 'app-profile'?: {
    readonly addons: Readonly<Record<string, { readonly enabled: boolean }>>;
  };
}

declare const IOUtils: {
  exists(path: string): Promise<boolean>;
  readJSON(path: string, options: { decompress: true }): Promise<AddonStartup>;
};
declare const PathUtils: { readonly profileDir: string; join(...parts: string[]): string };
declare const WebExtensionPolicy: { getByID(id: string): { readonly extension: Extension } | null };

export function isOpen(browserId: number): boolean {
  return Boolean(BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement?.isConnected);
}

/** The id of a browser element stays the same across navigations and processes. */
export function withBrowser<Args extends readonly unknown[], Result>(
  browserId: number,
  use: PageFunction<[BrowserElement, ...Args], Result>,
  ...args: Args
): Result | Promise<Result> {
  const browser = BrowsingContext.getCurrentTopByBrowserId(browserId)?.embedderElement;
  if (!browser) throw new Error('The page is closed');
  return use(browser, ...args);
}

export function openTab(): number {
  const tab = gBrowser.addTab('about:blank', {
    triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
  });
  gBrowser.selectedTab = tab;
  return tab.linkedBrowser.browserId;
}

/** Puts away the popup, as a click beside it does. */
export function closePopups(): void {
  for (const popup of document.querySelectorAll('browser[webextension-view-type="popup"]')) {
    popup.closest<Panel>('panel')?.hidePopup();
  }
}

export function bringToFront(browser: BrowserElement): void {
  const { gBrowser: tabs } = browser.documentGlobal;
  const tab = tabs.getTabForBrowser(browser);
  if (tab) tabs.selectedTab = tab;
  browser.documentGlobal.focus();
}

export function closePage(browser: BrowserElement): void {
  const { gBrowser: tabs } = browser.documentGlobal;
  const tab = tabs.getTabForBrowser(browser);
  if (tab) tabs.removeTab(tab);
  else browser.closest<Panel>('panel')?.hidePopup();
}

export function urlOf(browser: BrowserElement): string {
  return browser.currentURI.spec;
}

/** Loads an address, or again what is there, and waits for the end of it. */
export function load(browser: BrowserElement, url?: string): Promise<void> {
  const { STATE_START, STATE_STOP, STATE_IS_NETWORK, LOCATION_CHANGE_SAME_DOCUMENT } =
    Ci.nsIWebProgressListener;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let started = false;
  const listener: ProgressListener = {
    QueryInterface: ChromeUtils.generateQI(['nsIWebProgressListener', 'nsISupportsWeakReference']),
    onStateChange(progress, _request, flags, status) {
      if (!progress.isTopLevel || (flags & STATE_IS_NETWORK) === 0) return;
      if (flags & STATE_START) started = true;
      // A page that goes on to another while it loads aborts itself.
      if (!started || (flags & STATE_STOP) === 0 || status === Cr.NS_BINDING_ABORTED) return;
      // The empty page of a new tab may end its own loading only now.
      if (browser.currentURI.spec === 'about:blank' && url !== undefined && url !== 'about:blank')
        return;
      browser.removeProgressListener(listener);
      if (status === 0) resolve();
      else reject(new Error(`${url ?? 'The page'} did not load: 0x${status.toString(16)}`));
    },
    onLocationChange(progress, _request, location, flags) {
      // Where only the part after the # is another, nothing loads.
      if (!progress.isTopLevel || (flags & LOCATION_CHANGE_SAME_DOCUMENT) === 0) return;
      if (started || url === undefined || location.spec !== new URL(url).href) return;
      browser.removeProgressListener(listener);
      resolve();
    },
  };
  browser.addProgressListener(listener);
  // Firefox holds it weakly: without this, the garbage collection may take it while the page loads.
  browser.countersignListener = listener;
  if (url === undefined) browser.reload();
  else {
    browser.fixupAndLoadURIString(url, {
      triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal(),
    });
  }
  return promise;
}

export function runIn(browser: BrowserElement, script: string, timeout: number): Promise<unknown> {
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  return actor.executeScript(script, [], { timeout });
}

export async function clickAt(browser: BrowserElement, x: number, y: number): Promise<void> {
  // What a user clicks on gets the keyboard as well.
  browser.focus();
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  await actor.dispatchEvent('synthesizeMouseAtPoint', { x, y, eventData: { type: 'mousemove' } });
  await actor.dispatchEvent('synthesizeMouseAtPoint', { x, y, eventData: {} });
}

export async function drag(
  browser: BrowserElement,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
): Promise<void> {
  browser.focus();
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const between = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  for (const [point, type, buttons] of [
    [from, 'mousemove', 0],
    [from, 'mousedown', 1],
    [between, 'mousemove', 1],
    [to, 'mousemove', 1],
    [to, 'mouseup', 0],
  ] as const) {
    await actor.dispatchEvent('synthesizeMouseAtPoint', {
      ...point,
      eventData: { type, button: 0, buttons },
    });
  }
}

export async function typeText(browser: BrowserElement, text: string): Promise<void> {
  const { keyData } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
  );
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  for (const character of text) {
    // WebDriver's name of the Enter key (https://w3c.github.io/webdriver/#keyboard-actions).
    const eventData = keyData.getData(character === '\n' ? '\uE007' : character);
    await actor.dispatchEvent('synthesizeKeyDown', { eventData });
    await actor.dispatchEvent('synthesizeKeyUp', { eventData });
  }
}

/** @param key as WebDriver names it @param held such as `shiftKey` */
export async function press(
  browser: BrowserElement,
  key: string,
  held: readonly string[],
): Promise<void> {
  browser.focus();
  const { keyData } = ChromeUtils.importESModule(
    'chrome://remote/content/shared/webdriver/KeyData.sys.mjs',
  );
  const actor = browser.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  const modifiers = Object.fromEntries(held.map((name) => [name, true]));
  const eventData = { ...keyData.getData(key), ...modifiers };
  await actor.dispatchEvent('synthesizeKeyDown', { eventData });
  await actor.dispatchEvent('synthesizeKeyUp', { eventData });
}

/** As the developer tools do. */
export function preferColors(browser: BrowserElement, scheme: 'light' | 'dark'): void {
  browser.browsingContext.prefersColorSchemeOverride = scheme;
}

/** A picture of the viewport as PNG, in Base64. */
export async function takeSnapshot(browser: BrowserElement): Promise<string> {
  const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, 1, 'white');
  const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
  if (!(canvas instanceof HTMLCanvasElement)) throw new Error('No canvas');
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas.toDataURL('image/png').replace(/^.*,/, '');
}

/** Every tab, every toolbar popup that is on show, and the extension’s sidebar. */
export function openPages(): { browserId: number; url: string; isTab: boolean }[] {
  return [...Services.wm.getEnumerator('navigator:browser')].flatMap((each) => {
    const popups = [
      ...each.document.querySelectorAll<BrowserElement>('browser[webextension-view-type="popup"]'),
    ].filter((browser) => {
      const panel = browser.closest<Panel>('panel');
      // A press of the mouse on the button already loads the popup, out of sight.
      return panel?.state === 'open' && panel.id !== 'webextension-remote-preload-panel';
    });
    const sidebar = each.document
      .querySelector<HTMLIFrameElement>('#sidebar')
      ?.contentDocument?.querySelector<BrowserElement>('[webextension-view-type="sidebar"]');
    const others = sidebar ? [...popups, sidebar] : popups;
    return [...each.gBrowser.browsers, ...others].map((browser) => ({
      browserId: browser.browserId,
      url: browser.currentURI.spec,
      isTab: !others.includes(browser),
    }));
  });
}

/**
 * Firefox puts the button of a new extension into a menu; this pins it to the toolbar, as its user can.
 * Tells whether it is there, since it comes some time after the extension.
 */
export function pinToolbarButton(extensionId: string): boolean {
  // `makeWidgetId` of ExtensionCommon.sys.mjs
  const widget = `${extensionId.toLowerCase().replace(/[^a-z0-9_-]/g, '_')}-browser-action`;
  CustomizableUI.addWidgetToArea(widget, 'nav-bar');
  return document.querySelector(`#nav-bar [data-extensionid="${extensionId}"]`) !== null;
}

/**
 * Whether Firefox has noted in the profile that the extension starts with it. It does so a while after the
 * installation, and an extension that a kill forestalls there never starts again.
 */
export async function isNotedForStartup(extensionId: string): Promise<boolean> {
  const file = PathUtils.join(PathUtils.profileDir, 'addonStartup.json.lz4');
  if (!(await IOUtils.exists(file))) return false;
  const { 'app-profile': installed } = await IOUtils.readJSON(file, { decompress: true });
  return installed?.addons[extensionId]?.enabled === true;
}

export async function clickToolbarButton(extensionId: string): Promise<void> {
  window.focus();
  const button = document.querySelector(
    `#nav-bar [data-extensionid="${extensionId}"] .unified-extensions-item-action-button`,
  );
  if (!button) throw new Error('The extension has no toolbar button');
  const { left, top, width, height } = button.getBoundingClientRect();
  const actor = window.browsingContext.currentWindowGlobal.getActor('MarionetteCommands');
  await actor.dispatchEvent('synthesizeMouseAtPoint', {
    x: left + width / 2,
    y: top + height / 2,
    eventData: {},
  });
}

export async function wakeBackground(extensionId: string): Promise<number> {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (!extension) throw new Error('The extension is not running');
  await extension.wakeupBackground();
  return extension.backgroundContext.xulBrowser.browserId;
}

export async function endBackground(extensionId: string): Promise<void> {
  const extension = WebExtensionPolicy.getByID(extensionId)?.extension;
  if (!extension || extension.backgroundState === 'stopped') return;
  await extension.terminateBackground({
    ignoreDevToolsAttached: true,
    // Else listeners that still work on an answer would postpone the end.
    disableResetIdleForTest: true,
  });
  if (extension.backgroundState !== 'stopped') throw new Error('The background did not end');
}

export async function reloadAddon(extensionId: string): Promise<void> {
  const { AddonManager } = ChromeUtils.importESModule(
    'resource://gre/modules/AddonManager.sys.mjs',
  );
  const addon = await AddonManager.getAddonByID(extensionId);
  await addon.disable();
  await addon.enable();
}

export function readClipboard(): Promise<string> {
  return navigator.clipboard.readText();
}

export function setPreference(name: string, on: boolean): void {
  Services.prefs.setBoolPref(name, on);
}

export function loadProcessScript(source: string): void {
  Services.ppmm.loadProcessScript(`data:,${encodeURIComponent(source)}`, true);
}
