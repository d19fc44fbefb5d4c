/**
 * Remembers where the focus is. The returned function moves it on, unless the user has gone elsewhere meanwhile: what is
 * typed there is not to be lost.
 */
export function focusLater(): (element: HTMLElement | null) => void {
  const before = document.activeElement;
  return (element) => {
    const now = document.activeElement;
    // What had it may be gone: then the body has it.
    if (now === before || now === document.body) element?.focus();
  };
}
