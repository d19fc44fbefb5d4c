/**
 * Text as the tables' patterns expect it: lower case, one kind of apostrophe, hyphen and space, nothing invisible, full-width
 * letters as narrow ones. Microsoft's translations differ in all of these from page to page.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/gu, '')
    .replace(/[‘’ʼ´`]/gu, "'")
    .replace(/[‐‑‒–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
