import { domainToASCII } from 'node:url';
import { BANK_HOST, LOGIN_HOST } from '../hosts.ts';

export const EVIL_HOST = 'evil.example';

/** Hosts of somebody who is after codes, by the trick of each. */
export const HOSTILE = {
  evil: EVIL_HOST,
  /** A name that begins with Microsoft's. */
  suffix: `${LOGIN_HOST}.${EVIL_HOST}`,
  dashed: 'login-microsoftonline.example',
  /** A Cyrillic о and а for the Latin ones: `xn--…`, as browsers send it. */
  entraLookAlike: domainToASCII('login.micr\u043esoftonline.com'),
  lookAlike: domainToASCII('b\u0430nk.example'),
  bankSuffix: `${BANK_HOST}.${EVIL_HOST}`,
  /** Under the bank's domain, and yet no page of the bank. */
  sibling: `www.${BANK_HOST}`,
  otherPort: `${BANK_HOST}:8443`,
} as const;

/** Served without TLS, by the proxy itself. */
export const PLAIN_HOST = BANK_HOST;
