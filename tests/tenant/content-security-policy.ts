import {
  LEGACY_HOST,
  LIVE_ACCOUNT_HOST,
  LIVE_LOGIN_HOST,
  LOGIN_HOST,
  MY_SIGN_INS_HOST,
  PORTAL_HOSTS,
} from './hosts.ts';

/** Chromium applies `form-action` to the redirects after a form too, and sign-in ends at an app. */
const FORM_TARGETS = [
  LOGIN_HOST,
  MY_SIGN_INS_HOST,
  LEGACY_HOST,
  LIVE_LOGIN_HOST,
  LIVE_ACCOUNT_HOST,
  ...PORTAL_HOSTS,
].map((host) => `https://${host}`);

const DIRECTIVES: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'form-action': FORM_TARGETS.join(' '),
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
};

/** The policy of a page: the usual one, with directives of its own in place of the usual ones. */
export function contentSecurityPolicy(
  nonce: string,
  own: Readonly<Record<string, string>> = {},
): string {
  const directives = { 'script-src': `'self' 'nonce-${nonce}'`, ...DIRECTIVES, ...own };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}
