/**
 * What a scenario may do with a real browser. `chromium.ts` and `firefox.ts` implement it, so that one
 * scenario file drives both.
 */

/**
 * A function that is sent to the page as text: it sees its arguments and the page, nothing else. What it
 * leaves behind it writes to `self` or `window`: in Firefox, `globalThis` and the built-in classes are
 * those of a sandbox around the page.
 */
export type PageFunction<Args extends readonly unknown[], Result> = (
  ...args: Args
) => Result | Promise<Result>;

export type ColorScheme = 'light' | 'dark';

/** One thing of a page as assistive technology meets it. */
export interface AccessibleNode {
  /** How many others it is in. */
  readonly depth: number;
  /** As the browser calls it. */
  readonly role: string;
  readonly name: string;
  readonly states: readonly string[];
}

/** One document on show: a tab, a window of the extension, or its toolbar popup. */
export interface Page {
  url(): Promise<string>;
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Makes it the active tab (which closes an open toolbar popup). */
  bringToFront(): Promise<void>;
  /** Runs in the page's own world; a promise is awaited; the result must survive JSON. */
  evaluate<Args extends readonly unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /** Polls `fn` in the page until it returns something truthy, also across navigations. */
  waitFor<Args extends readonly unknown[], Result>(
    what: string,
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /**
   * Waits until exactly one visible element matches, stands still, is enabled and not covered, and clicks
   * its middle with trusted input.
   */
  click(selector: string): Promise<void>;
  /**
   * Waits for one visible field, focuses it by a trusted click and types with trusted key events
   * (`\n` is Enter), after what the field already holds.
   */
  type(selector: string, text: string): Promise<void>;
  /**
   * Presses one key, for whatever has the focus, with trusted events: `Tab`, `ArrowDown`, `a`, or with what is held
   * down meanwhile, `Shift+Tab`.
   */
  press(keys: string): Promise<void>;
  /** Tells this page that its user wants it so: what `prefers-color-scheme` says from now on. */
  preferColors(scheme: ColorScheme): Promise<void>;
  /** What the browser tells assistive technology of the page. */
  accessibilityTree(): Promise<readonly AccessibleNode[]>;
  /**
   * Drags one visible element by the mouse and lets go over another one, far down and to the right in it: behind it, in a
   * list that is read from left to right. Both must be in view together.
   */
  dragBehind(selector: string, other: string): Promise<void>;
  /**
   * Right-clicks the middle of one visible element, or where the page is empty, which opens the menu that the browser
   * has for it (`chooseContextMenu` picks from it).
   */
  openMenu(selector: string | undefined): Promise<void>;
  /**
   * Chooses files for an <input type="file">, visible or not, as the file dialog does: `input` and `change` are trusted.
   * The paths are absolute.
   */
  setFiles(selector: string, files: readonly string[]): Promise<void>;
  /**
   * Drops files on the middle of one visible element. In Chromium it is the browser's own drag from outside; in Firefox
   * the events are trusted but made, and a page could read the files before the drop already.
   */
  dropFiles(selector: string, files: readonly string[]): Promise<void>;
  /**
   * Clicks on one visible element, puts a picture on the clipboard, as copied from a page, and presses Ctrl+V: a
   * trusted `paste`, with the picture as a PNG file. In Firefox, whose clipboard holds no pictures without a screen, there
   * is only an event of the page's own, not trusted; `navigator.clipboard.read` gets nothing.
   */
  pasteImage(selector: string, pngFile: string): Promise<void>;
  /** The same with text, really in both browsers; it stays on the clipboard. */
  pasteText(selector: string, text: string): Promise<void>;
  /** Waits until the element is there and visible and its text (or value) matches; gives the text. */
  waitForText(selector: string, pattern: RegExp, patienceMs?: number): Promise<string>;
  screenshot(file: string): Promise<void>;
  /**
   * All texts in the page's memory after a garbage collection. Undefined in Firefox, which shows the texts of its heap
   * to nobody.
   */
  textsInMemory(): Promise<readonly string[] | undefined>;
  /**
   * Bytes of the page's JavaScript heap after a garbage collection, with those of whatever other pages are in its
   * process. Undefined in Firefox, which tells them to nobody.
   */
  heapBytes(): Promise<number | undefined>;
  /** Resolves when the page closed by itself. */
  waitForClose(): Promise<void>;
  close(): Promise<void>;
}

/** A virtual authenticator: CTAP 2.1, internal, resident keys. */
export interface AuthenticatorOptions {
  /**
   * Whether it knows the PRF extension (hmac-secret). Firefox has none without: there, PRF is kept from
   * the pages of the extension that load from then on. And what PRF gives in Firefox depends on the salt
   * alone, not on the passkey.
   */
  readonly prf: boolean;
  /** Whether the user verification succeeds; without it, a ceremony fails as if the user had refused. */
  readonly userVerified: boolean;
}

/** Held before the camera, in the middle of its view. */
export interface CameraPicture {
  readonly width: number;
  readonly height: number;
  /** Base64 of one byte of luminance a pixel, row by row. */
  readonly luminance: string;
}

/** What an extension suggests in the address bar. */
export interface Suggestion {
  readonly content: string;
  readonly description: string;
}

export interface Browser {
  readonly name: 'chromium' | 'firefox';
  /** The profile folder on disk. */
  readonly profile: string;
  /** `extensionUrl('popup.html')` → the full address of that page. */
  extensionUrl(path: string): string;
  /** Opens a tab in front (which closes an open toolbar popup). */
  newPage(url: string): Promise<Page>;
  /**
   * Opens the toolbar popup over the active tab, as a click on the toolbar button does: an act of the user, which
   * grants `activeTab` for that tab.
   */
  openPopup(): Promise<Page>;
  /**
   * Presses the keys of a command of the manifest, in the window in front: an act of the user, with `activeTab`. Only
   * commands of a letter or a digit.
   */
  runCommand(name: string): Promise<void>;
  /**
   * Right-clicks an element of a page in front (`Page.openMenu`) and clicks on an item of the extension's
   * (`contextMenus.create({ id })`) in the menu: an act of the user, with `activeTab`. In Chromium the item is disabled
   * and enabled again on the way, by which it is found.
   */
  chooseContextMenu(page: Page, selector: string | undefined, id: string): Promise<void>;
  /** The same in the menu of the toolbar button, over the active tab. */
  chooseToolbarMenu(id: string): Promise<void>;
  /**
   * Types into the address bar, after the extension's keyword and a space; gives what the extension suggests there. In
   * Firefox it is what the address bar itself calls; in Chromium, whose address bar takes nothing without a screen, the
   * extension's event is made to happen.
   */
  typeAfterKeyword(typed: string): Promise<readonly Suggestion[]>;
  /** Presses Enter on a text there. */
  enterAfterKeyword(text: string): Promise<void>;
  /**
   * Holds pictures before the camera, each for a second, over and over, from now on, also while it is on. None: a grey
   * wall. The camera asks nobody for permission. In Firefox, whose fake camera shows a pattern of its own, the pages of
   * the extension get the stream of a canvas instead of it, once `getUserMedia` has given that.
   */
  showToCamera(pictures: readonly CameraPicture[]): Promise<void>;
  /**
   * Waits until the browser asks its user for a permission (`permissions.request`) and clicks on the button of its
   * dialog; gives the text of the question.
   */
  answerPermission(grant: boolean): Promise<string>;
  /** Takes back what `permissions.request` was granted. */
  revokePermission(origins: readonly string[]): Promise<void>;
  /** The addresses of all tabs, also of those in windows without a toolbar; not of the popup. */
  tabs(): Promise<readonly string[]>;
  /** Waits for a tab that the harness did not open, of any site. */
  waitForTab(address: RegExp): Promise<Page>;
  /**
   * Waits for a page of the extension that the extension itself opened: a popup, a window or a tab. A
   * path without a query finds the page with any.
   */
  waitForExtensionPage(path: string): Promise<Page>;
  /**
   * Registers a function that runs in the extension's documents before their own scripts, in the tabs
   * that `newPage` and `ceremonyPage` open from now on. (In Firefox also in the popup and the windows that
   * the extension opens; in Chromium also in the documents of web sites.)
   */
  preload<Args extends readonly unknown[]>(
    fn: PageFunction<Args, void>,
    ...args: Args
  ): Promise<void>;
  /** What is on the clipboard, read without giving any page a permission. */
  clipboardText(): Promise<string>;
  /** The text on the toolbar button of the active tab. */
  badgeText(): Promise<string>;
  /** Runs in the background (service worker or event page), waking it if it sleeps. */
  background<Args extends readonly unknown[], Result>(
    fn: PageFunction<Args, Result>,
    ...args: Args
  ): Promise<Result>;
  /**
   * The page in which passkey ceremonies are driven. In Chromium a virtual authenticator belongs to one
   * tab, so it is one tab that the harness keeps; in Firefox any page does.
   * It is brought to the front.
   */
  ceremonyPage(): Promise<Page>;
  /**
   * Replaces the virtual authenticator (and so forgets its passkeys); undefined: none at all, and then a
   * ceremony fails at once in Firefox, and at its timeout in Chromium.
   */
  setAuthenticator(options: AuthenticatorOptions | undefined): Promise<void>;
  /** Changes whether user verification succeeds, keeping the passkeys. */
  setUserVerified(userVerified: boolean): Promise<void>;
  /** Ends the background as the browser does to an idle one; the next event starts it anew. */
  killBackground(): Promise<void>;
  /** Disables and enables the extension; pages of the extension close, the virtual authenticator stays. */
  reloadExtension(): Promise<void>;
  /**
   * Ends all processes of the browser at once, without a warning: the signals are out when the call
   * returns, and what was asked and not answered yet is rejected soon. Resolves when no process holds the
   * profile any more; then `restart` goes on, or `close`.
   */
  kill(): Promise<void>;
  /**
   * Quits the browser in order, if it was not killed, and starts it again on the same profile, with no page
   * and no virtual authenticator. Chromium installs the extension anew, over its data; Firefox only starts it.
   */
  restart(): Promise<void>;
  /** Resolves when the browser ended, also because its user closed it. */
  waitForExit(): Promise<void>;
  /** Quits the browser in order; the profile stays, so that its files can be searched. */
  quit(): Promise<void>;
  /** Quits, and removes the profile. */
  close(): Promise<void>;
}

export interface LaunchOptions {
  /** The folder of the built extension, e.g. `.output/chrome-mv3`. */
  readonly extension: string;
  /**
   * Port of an HTTP CONNECT proxy on 127.0.0.1 for all hosts; TLS certificates are not checked. Without
   * it, the browser reaches no network at all.
   */
  readonly proxyPort?: number;
  /** False shows windows. */
  readonly headless: boolean;
  /** The size of the first window and of the screen, in CSS pixels, where there is none; else the browser's own choice. */
  readonly screen?: { readonly width: number; readonly height: number };
}
