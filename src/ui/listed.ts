import { language } from './i18n.ts';

/** Several things in one sentence, with the commas and the "and" of the language. */
export function listed(things: readonly string[]): string {
  return new Intl.ListFormat(language()).format(things);
}
