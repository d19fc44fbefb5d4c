import { isOtpauthUri } from '../otp/otpauth-uri.ts';

export type TextKind = 'otpauth' | 'push' | 'other';

/** Microsoft's sign-in hosts that stand in push codes, national clouds included. */
const PUSH_HOSTS: ReadonlySet<string> = new Set([
  'login.microsoftonline.com',
  'login.microsoftonline.us',
  'login.chinacloudapi.cn',
]);

/**
 * What the text of a QR code is. `push`: an activation code for Microsoft's own app, old or new form
 * (`shared/MICROSOFT.md`, "Enrolment QR codes"); no other authenticator can use it.
 */
export function classifyText(text: string): TextKind {
  if (isOtpauthUri(text)) return 'otpauth';
  const trimmed = text.trim();
  if (/^phonefactor:\/\//iu.test(trimmed)) return 'push';
  if (!URL.canParse(trimmed)) return 'other';
  const { host, pathname } = new URL(trimmed);
  const activates = /^\/authenticatorapp\/activateaccount\/?$/iu.test(pathname);
  return activates && PUSH_HOSTS.has(host) ? 'push' : 'other';
}
