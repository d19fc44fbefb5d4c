import { askOffscreen } from './document.ts';

/** Empties the clipboard in Chrome's offscreen document: its worker has none. */
export async function clearClipboardOffscreen(): Promise<void> {
  await askOffscreen({ kind: 'clear-clipboard' });
}
