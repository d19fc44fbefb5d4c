import { DE } from './de.ts';
import { EN, type Texts } from './en.ts';
import { ES } from './es.ts';
import { FR } from './fr.ts';
import { JA } from './ja.ts';

export type Language = 'en' | 'de' | 'fr' | 'es' | 'ja';

const TEXTS: Readonly<Record<Language, Texts>> = { en: EN, de: DE, fr: FR, es: ES, ja: JA };

/** What the pages say, as Microsoft words it in the language. */
export function textsIn(language: Language): Texts {
  return TEXTS[language];
}

/** A text with its places filled in: `{name}` by the value of that name. */
export function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}
