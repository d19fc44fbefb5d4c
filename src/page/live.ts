import { channelsOf } from './detector/channel.ts';
import type { CodeField } from './detector/field.ts';
import { fold } from './detector/fold.ts';
import type { Found, Shown, SitePages } from './found.ts';
import { codeFieldOf } from './microsoft-field.ts';
import { LIVE } from './microsoft-selectors.ts';
import { namedControl } from './named-control.ts';
import { shownElement, shownMessage } from './shown-element.ts';
import { ANOTHER_WAY, APP_CODE } from './sign-in-phrases.ts';

/** Characters of the page's text: such a page has few words. */
const LONGEST_TEXT = 5_000;

/** Personal accounts, on `login.live.com`. */
export const LIVE_PAGES: SitePages = {
  find,
  shown,
  findByHand: () => find().field,
  findAnew: () => find().field,
  submit: () => shownElement(LIVE.submit)?.click(),
  toList: () => shownElement(LIVE.anotherWay) ?? namedControl(ANOTHER_WAY),
  toCode: () => shownElement(LIVE.appTile) ?? namedControl(APP_CODE),
};

function find(): Found {
  return { field: findField(), error: shownMessage(LIVE.error), push: findPush() };
}

/** A code that was sent has the same form: the page must say that it wants the app's, and speak of no other. */
function findField(): CodeField | undefined {
  const form = shownElement(LIVE.form);
  if (!form || document.querySelector(LIVE.sentCode)) return undefined;
  const field = codeFieldOf(form, LIVE.code, LIVE.boxes);
  if (!field) return undefined;
  const channels = channelsOf(fold(document.body.innerText.slice(0, LONGEST_TEXT)));
  return channels.has('app') && channels.size === 1 ? field : undefined;
}

function findPush(): Found['push'] {
  if (shownElement(LIVE.push)) return 'waits';
  return shownElement(LIVE.tiles) ? 'list' : undefined;
}

function shown(): Shown {
  const banner = shownElement(LIVE.account);
  const account = banner?.title.trim() || banner?.textContent.trim() || '';
  return { shown: account ? [account] : [] };
}
