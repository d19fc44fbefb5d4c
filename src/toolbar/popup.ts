import { browser } from 'wxt/browser';

/**
 * Opens the popup of a window's front tab, for what the user did there. Where the browser does not open it, the badge
 * waits for a click.
 *
 * Best in the same turn as the user's act: only then does Firefox count it as the user's, and let us into the tab by
 * it. Later it opens as well (Firefox 153, Chrome 127; Firefox can be set to refuse it), if that window is in front.
 *
 * @param windowId undefined: the window in front
 */
export function openPopup(windowId: number | undefined): void {
  void browser.action.openPopup(windowId === undefined ? {} : { windowId }).catch(() => undefined);
}
