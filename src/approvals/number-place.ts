/** Where the user finds the number of a request. */
export const NUMBER_PLACES = [
  /** On the toolbar button of the tab. */
  'button',
  /** In the popup over the tab: the button is not in view. */
  'popup',
  /** In the popup over any tab: the window of this one has no toolbar. */
  'any-popup',
] as const;
export type NumberPlace = (typeof NUMBER_PLACES)[number];

interface Toolbar {
  readonly isPinned: (tabId: number) => Promise<boolean>;
  readonly hasToolbar: (tabId: number) => Promise<boolean>;
}

export async function numberPlace(toolbar: Toolbar, tabId: number): Promise<NumberPlace> {
  if (await toolbar.isPinned(tabId)) return 'button';
  return (await toolbar.hasToolbar(tabId)) ? 'popup' : 'any-popup';
}
