import { browser } from 'wxt/browser';
import type { Messages } from './i18n.ts';
import { LANGUAGE_ITEM } from './language-item.ts';
import { WORDS } from './words-item.ts';

/**
 * The packaged file of every language, as a JSON module: the very one that the browser has its sentences from, since a
 * second copy of all would be a fifteenth of the package (`packaged-messages.ts`).
 */
const FILES = new Map([
  ['ar', () => import('/_locales/ar/messages.json', { with: { type: 'json' } })],
  ['de', () => import('/_locales/de/messages.json', { with: { type: 'json' } })],
  ['en', () => import('/_locales/en/messages.json', { with: { type: 'json' } })],
  ['es', () => import('/_locales/es/messages.json', { with: { type: 'json' } })],
  ['fr', () => import('/_locales/fr/messages.json', { with: { type: 'json' } })],
  ['ja', () => import('/_locales/ja/messages.json', { with: { type: 'json' } })],
]);

export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** What its speakers call it. */
  readonly name: string;
}

/** The languages to choose from, by their own names. */
export const LANGUAGES: readonly Language[] = Array.from(FILES.keys(), (code) => ({
  code,
  name: ownName(code),
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The code of the language that the user chose; undefined: the browser's own. */
export function chosenLanguage(): string | undefined {
  const code = localStorage.getItem(LANGUAGE_ITEM) ?? '';
  return FILES.has(code) ? code : undefined;
}

/**
 * The pages of the extension speak it from now on; this one is loaded anew. What the browser itself shows (badge, menus,
 * address bar) goes on in the browser's language.
 *
 * @param code undefined: the browser's own
 */
export async function chooseLanguage(code: string | undefined): Promise<void> {
  // Of the language before.
  await browser.storage.session.remove(WORDS);
  if (code === undefined) localStorage.removeItem(LANGUAGE_ITEM);
  else localStorage.setItem(LANGUAGE_ITEM, code);
  location.reload();
}

/** Undefined where there are none in it (any more). */
export async function messagesOf(code: string): Promise<Messages | undefined> {
  const module = await FILES.get(code)?.();
  if (!module) return undefined;
  const sentences = Object.entries(module.default).map(([key, { message }]) => [key, message]);
  return Object.fromEntries(sentences);
}

/** As a list shows it: with a capital letter, also where the language has a small one within sentences. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(code));
}
