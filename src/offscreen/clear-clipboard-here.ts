/**
 * Puts an empty text onto the clipboard. Only `execCommand` does so in a document that has no focus (an offscreen one
 * never has it); the permission `clipboardWrite` allows it without a gesture.
 *
 * @returns whether the browser did it
 */
export function clearClipboardHere(): boolean {
  const putNothing = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', '');
    event.preventDefault();
  };
  document.addEventListener('copy', putNothing, { once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', putNothing);
  }
}
