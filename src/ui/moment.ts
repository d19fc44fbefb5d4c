import { browser } from 'wxt/browser';
import { t } from './i18n.ts';

/** Date and time as the user's language writes them, or words for a time that does not exist. */
export function moment(millisecondsSince1970: number): string {
  const format = new Intl.DateTimeFormat(browser.i18n.getUILanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const date = new Date(millisecondsSince1970);
  return Number.isNaN(date.getTime()) ? t('momentUnknown') : format.format(date);
}
