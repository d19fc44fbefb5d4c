/** Chromium writes after the command has returned, and not at all where the document is closed in between. */
const WRITTEN_MS = 500;

/**
 * Puts a text onto the clipboard. Only `execCommand` does so in a document that has no focus (an offscreen one
 * never has it); the permission `clipboardWrite` allows it without a gesture.
 *
 * @returns whether the browser did it
 */
export async function putOnClipboard(text: string): Promise<boolean> {
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', put, { once: true });
  try {
    const done = document.execCommand('copy');
    await new Promise((resolve) => setTimeout(resolve, WRITTEN_MS));
    return done;
  } finally {
    document.removeEventListener('copy', put);
  }
}
