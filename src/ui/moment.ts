import { language, t } from './i18n.ts';

/**
 * Date and time as the user's language writes them, or words for a time that does not exist. It stands behind
 * a colon or by itself: in a sentence, those words would not fit.
 *
 * @param exactly to the second, where moments must be told apart
 */
export function moment(millisecondsSince1970: number, exactly?: 'exactly'): string {
  const format = new Intl.DateTimeFormat(language(), {
    dateStyle: 'medium',
    timeStyle: exactly ? 'medium' : 'short',
  });
  const date = new Date(millisecondsSince1970);
  return Number.isNaN(date.getTime()) ? t('momentUnknown') : format.format(date);
}
