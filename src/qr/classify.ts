import { isTransferUri } from '../otp/google-transfer.ts';
import { isOtpauthUri } from '../otp/otpauth-uri.ts';
import { appOf } from './other-app.ts';
import { visibleText } from './visible-text.ts';
import { isWifi, wifiName } from './wifi.ts';

/** What the text of a QR code is. Whatever is not an account comes as it may be shown to people. */
export type TextKind =
  /** One account, if it can be read: `otpauth://` of any type, or `steam://SECRET`. */
  | { readonly kind: 'otpauth' }
  /** Several accounts, if they can be read: Google Authenticator's export. */
  | { readonly kind: 'transfer' }
  /** An activation code for Microsoft's own app, old or new form: no other authenticator can use it. */
  | {
      readonly kind: 'push';
      readonly form: 'phonefactor' | 'https';
      readonly account: 'work' | 'personal';
    }
  /** A request to sign in, for Steam's own app. */
  | { readonly kind: 'steam-sign-in' }
  /** Of use to that app alone. */
  | { readonly kind: 'other-app'; readonly app: string }
  /** As the URL parser writes it, without user name and password. It is shown, and never opened. */
  | { readonly kind: 'web'; readonly address: string }
  /** A network's name; its password does not get any further. */
  | { readonly kind: 'wifi'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

/** Characters of a stranger's text that are shown. */
const LONGEST = 300;

/** Microsoft's sign-in hosts that stand in push codes, national clouds included. */
const PUSH_HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.chinacloudapi.cn',
]);

/** Takes any text, and throws at none. */
export function classifyText(text: string): TextKind {
  const trimmed = text.trim();
  if (isOtpauthUri(trimmed) || isSteamSecret(trimmed)) return { kind: 'otpauth' };
  if (isTransferUri(trimmed)) return { kind: 'transfer' };
  if (/^phonefactor:\/\//iu.test(trimmed)) {
    return { kind: 'push', form: 'phonefactor', account: 'work' };
  }
  if (isWifi(trimmed)) return { kind: 'wifi', name: visibleText(wifiName(trimmed), LONGEST) };
  const app = appOf(trimmed);
  if (app !== undefined) return { kind: 'other-app', app };
  return classifyWeb(trimmed) ?? { kind: 'text', text: visibleText(trimmed, LONGEST) };
}

/**
 * Valve's own links (`steam://run/440`, `steam://exit`) begin like Steam's secrets: those are one word of at least
 * 80 bits. A shorter one would be read from a link without a path, and never signs in anywhere.
 */
function isSteamSecret(text: string): boolean {
  return /^steam:\/\/[^/?#]{16,}$/iu.test(text);
}

function classifyWeb(text: string): TextKind | undefined {
  // The URL parser drops line breaks and tabs, and so would make one address of what is more than an address.
  if (!/^https?:\/\/[^\s\p{Cc}]+$/iu.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (PUSH_HOSTS.has(url.host) && /^\/authenticatorapp\/activateaccount\/?$/iu.test(url.pathname)) {
    return { kind: 'push', form: 'https', account: accountType(url.searchParams) };
  }
  if (url.host === 's.team' && url.pathname.startsWith('/q/')) return { kind: 'steam-sign-in' };
  // Before an @ stands what looks like an address, at best.
  url.username = '';
  url.password = '';
  return { kind: 'web', address: visibleText(url.href, LONGEST) };
}

/** `msa` is Microsoft's name for its personal accounts. */
function accountType(parameters: URLSearchParams): 'work' | 'personal' {
  const types = [...parameters].filter(([name]) => name.toLowerCase() === 'accounttype');
  return types.some(([, type]) => type.toLowerCase() === 'msa') ? 'personal' : 'work';
}
