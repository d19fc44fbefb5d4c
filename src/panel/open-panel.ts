import { browser } from 'wxt/browser';

/** What Firefox has in the place of Chrome's `sidePanel`. */
interface WithSidebar {
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Shows the popup beside the page: Chrome's side panel, Firefox's sidebar. Only in the same turn as the user's act. */
export function openPanel(windowId: number | undefined): void {
  const { sidebarAction } = browser as WithSidebar;
  const opening =
    sidebarAction?.open() ??
    (windowId === undefined ? undefined : browser.sidePanel.open({ windowId }));
  void opening?.catch(() => undefined);
}
