import { browser } from 'wxt/browser';

/** Date and time as the user's language writes them. */
export function moment(millisecondsSince1970: number): string {
  const format = new Intl.DateTimeFormat(browser.i18n.getUILanguage(), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return format.format(millisecondsSince1970);
}
