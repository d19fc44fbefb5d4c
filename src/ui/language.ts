import type { Messages } from './i18n.ts';
import { LANGUAGE_ITEM } from './language-item.ts';

/** Every language that was there when this was built, each as a chunk of its own. */
const CHUNKS = import.meta.glob<Messages>('../../public/_locales/*/messages.json', {
  query: '?messages',
  import: 'default',
});

const LOADERS = new Map(Object.entries(CHUNKS).map(([path, load]) => [codeOf(path), load]));

export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** What its speakers call it. */
  readonly name: string;
}

/** The languages to choose from, by their own names. */
export const LANGUAGES: readonly Language[] = Array.from(LOADERS.keys(), (code) => ({
  code,
  name: ownName(code),
})).sort((a, b) => a.name.localeCompare(b.name, 'en'));

/** The code of the language that the user chose; undefined: the browser's own. */
export function chosenLanguage(): string | undefined {
  const code = localStorage.getItem(LANGUAGE_ITEM) ?? '';
  return LOADERS.has(code) ? code : undefined;
}

/**
 * The pages of the extension speak it from now on; this one is loaded anew. What the browser itself shows (badge, menus,
 * address bar) goes on in the browser's language.
 *
 * @param code undefined: the browser's own
 */
export function chooseLanguage(code: string | undefined): void {
  if (code === undefined) localStorage.removeItem(LANGUAGE_ITEM);
  else localStorage.setItem(LANGUAGE_ITEM, code);
  location.reload();
}

/** Undefined where there are none in it (any more). */
export async function messagesOf(code: string): Promise<Messages | undefined> {
  return await LOADERS.get(code)?.();
}

/** `…/_locales/pt_BR/messages.json` is `pt-BR`. */
function codeOf(path: string): string {
  return (path.split('/').at(-2) ?? '').replace('_', '-');
}

/** As a list shows it: with a capital letter, also where the language has a small one within sentences. */
function ownName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code;
  return name.replace(/^./u, (first) => first.toLocaleUpperCase(code));
}
