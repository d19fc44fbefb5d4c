import { ENROLMENT_HOSTS, SIGN_IN_HOSTS } from '../origins/microsoft.ts';
import { exactOrigin } from '../origins/origin.ts';

/** Who may send a message. Pages of the extension by their file, content scripts by the site they run on. */
type PageClass = 'popup' | 'unlock' | 'manager' | 'approve';
type ScriptClass = 'enrolment-page' | 'sign-in-page' | 'site-page';
export type SenderClass = PageClass | ScriptClass;

/** A sender that the browser vouches for. */
export type Sender =
  | { readonly class: PageClass }
  | {
      readonly class: ScriptClass;
      readonly origin: string;
      /** The tab's top document, not only its tab: an answer must not reach the page that came after. */
      readonly tabId: number;
      readonly url: string;
      /** The tab's, as the browser shows it. */
      readonly title: string;
    };

/** What the browser says of a sender: the part of `runtime.MessageSender` that counts. */
export interface BrowserSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?:
    | { readonly id?: number | undefined; readonly title?: string | undefined }
    | undefined;
}

export interface OwnIdentity {
  /** `runtime.id`. */
  readonly id: string;
  /** `runtime.getURL('/')`: the base address of our own pages. */
  readonly baseUrl: string;
}

const PAGES: ReadonlyMap<string, PageClass> = new Map([
  ['popup.html', 'popup'],
  // The same beside the page.
  ['sidepanel.html', 'popup'],
  ['unlock.html', 'unlock'],
  ['manager.html', 'manager'],
  ['approve.html', 'approve'],
]);

/**
 * The class of a sender, from what the browser says and never from the message; undefined for everybody
 * else: other extensions, our own pages that send nothing, frames, and senders without an origin.
 */
export function classifySender(sender: BrowserSender, own: OwnIdentity): Sender | undefined {
  if (sender.id !== own.id || !sender.url || !sender.origin) return undefined;
  if (sender.url.startsWith(own.baseUrl)) return classifyPage(sender, own);
  return classifyContentScript(sender);
}

function classifyPage(
  { url = '', origin, frameId = 0 }: BrowserSender,
  { baseUrl }: OwnIdentity,
): Sender | undefined {
  if (`${origin}/` !== baseUrl || frameId !== 0) return undefined;
  const page = PAGES.get(url.slice(baseUrl.length).replace(/[?#].*$/su, ''));
  return page && { class: page };
}

function classifyContentScript({ url, origin, frameId, tab }: BrowserSender): Sender | undefined {
  const exact = exactOrigin(url);
  if (!exact || !url || exact.origin !== origin || frameId !== 0 || tab?.id === undefined) {
    return undefined;
  }
  const { title = '' } = tab;
  return { class: classOfHost(exact.host), origin: exact.origin, tabId: tab.id, url, title };
}

function classOfHost(host: string): ScriptClass {
  if (ENROLMENT_HOSTS.some((each) => each === host)) return 'enrolment-page';
  return SIGN_IN_HOSTS.some((each) => each === host) ? 'sign-in-page' : 'site-page';
}
