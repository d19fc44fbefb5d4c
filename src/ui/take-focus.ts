/** As the `ref` of what comes in the place of something that had the focus: the keyboard goes on from there. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
