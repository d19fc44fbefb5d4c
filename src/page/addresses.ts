import type { CodeField } from './detector/field.ts';
import { isVisible } from './visible.ts';

/** As many as a question holds, and as long. */
const MOST = 10;
const LONGEST = 320;

/** How much of a page is read. */
const MOST_TEXTS = 3_000;
const LONGEST_TEXT = 1_000;

const ADDRESS = /[^\s@<>()[\]",;:|/]{1,64}@[^\s@<>()[\]",;:|/]{1,190}\.\p{L}{2,24}/gu;

/** Fields in which a page keeps who signs in, for password managers. */
const USER_NAMES = 'input[autocomplete~="username" i]';

const HEADINGS = 'h1, h2, h3, header, [role="heading"], [role="banner"]';

/** The addresses that a page shows of who signs in: what it keeps in a field for it, what stands at the form, in headings, elsewhere. */
export function addressesShown({ inputs: [input] }: CodeField): string[] {
  const page = input.ownerDocument;
  const form = input.form ?? input.parentElement?.parentElement;
  const kept = [...page.querySelectorAll<HTMLInputElement>(USER_NAMES)]
    .filter((field) => field.readOnly || field.type === 'hidden' || !isVisible(field))
    .map(({ value }) => value.trim());
  const ranked = addressesIn(page).map(({ address, at }) => {
    if (form?.contains(at)) return { address, rank: 0 };
    return { address, rank: at.closest(HEADINGS) ? 1 : 2 };
  });
  const written = ranked.toSorted((a, b) => a.rank - b.rank).map(({ address }) => address);
  const found = new Set([...kept, ...written].filter((each) => each && each.length <= LONGEST));
  return [...found].slice(0, MOST);
}

function addressesIn(page: Document): { address: string; at: Element }[] {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  const found: { address: string; at: Element }[] = [];
  for (let read = 0; read < MOST_TEXTS && texts.nextNode(); read += 1) {
    const { currentNode } = texts;
    const text = currentNode.nodeValue ?? '';
    const at = currentNode.parentElement;
    if (!at || !text.includes('@') || text.length > LONGEST_TEXT || !isVisible(at)) continue;
    for (const [address] of text.matchAll(ADDRESS)) found.push({ address, at });
  }
  return found;
}
