import { askOffscreen } from './document.ts';

/** Puts a text onto the clipboard in Chrome's offscreen document: its worker has none. */
export async function copyOffscreen(text: string): Promise<void> {
  await askOffscreen({ kind: 'copy', text });
}

/** Empties the clipboard in Chrome's offscreen document: its worker has none. */
export async function clearClipboardOffscreen(): Promise<void> {
  await askOffscreen({ kind: 'clear-clipboard' });
}
