import { t } from './i18n.ts';

/** Whole sentences, one after the other, as the language writes them; empty ones are left out. */
export function inTurn(...sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((before, next) => (before === '' ? next : t('inTurn', before, next)), '');
}
