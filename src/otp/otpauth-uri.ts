import { Fault } from '../fault.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import {
  ALGORITHMS,
  type Algorithm,
  type Credential,
  DIGITS,
  PERIOD,
  STEAM,
  type SteamCredential,
} from './credential.ts';
import { checkLength, LONGEST_NAME, LONGEST_SECRET } from './lengths.ts';

/** Apple's form of it, which links to its password manager have, differs in the scheme alone. */
const SCHEME = /^(?:apple-)?otpauth:\/\//iu;

/** Bitwarden and Proton write Steam's secret so, with nothing else. Valve's own links begin alike. */
const STEAM_SCHEME = /^steam:\/\//iu;

/** The issuer where nothing names one. */
const STEAM_ISSUER = 'Steam';

/** Whether a text claims to be an `otpauth://` URI, be it a good one or not. */
export function isOtpauthUri(text: string): boolean {
  return SCHEME.test(text.trim());
}

/**
 * Parses an `otpauth://` URI: the Key Uri Format of Google Authenticator's wiki, with the quirks of
 * `shared/FORMATS.md` ("Quirks that break importers"), and `steam://SECRET`.
 *
 * What is missing gets the format's default (SHA1, 6 digits, 30 seconds). What is there and wrong is
 * refused: a default in its place would make an account that looks right and never signs in.
 *
 * Steam is what says so itself: the type (Aegis, Ente) or the encoder (KeePassXC). The issuer's name alone
 * does not make it so: who enrolled it as an ordinary account gets ordinary codes.
 *
 * Written by hand because the URL parsers lose what matters here: they cut at an unescaped `#` and decode
 * the label before its colon can be found.
 *
 * @throws Fault that names the field; its message never repeats the secret.
 */
export function parseOtpauthUri(text: string): Credential {
  const uri = text.trim();
  if (STEAM_SCHEME.test(uri)) return readBareSteam(uri.replace(STEAM_SCHEME, ''));
  if (!SCHEME.test(uri)) {
    throw new Fault('not-otpauth', 'begins with neither otpauth:// nor steam://', 'uri');
  }

  const [beforeQuery, query] = cut(uri.replace(SCHEME, ''), '?');
  const [typeText, rawLabel] = cut(beforeQuery, '/');
  const uriType = readType(typeText);
  const parameters = readParameters(query ?? '');
  const type = hasSteamEncoder(parameters, uriType) ? 'steam' : uriType;
  const { prefix, account } = readLabel(rawLabel ?? '');
  for (const name of [prefix, account]) checkLength(name, LONGEST_NAME, 'label');
  const issuer = readIssuer(parameters) || prefix;
  const secret = readSecret(parameters.get('secret'));
  if (type === 'steam') {
    checkSteam(parameters);
    return { type, issuer: issuer || STEAM_ISSUER, account, prefix, secret, ...STEAM };
  }

  const common = {
    issuer,
    account,
    prefix,
    secret,
    algorithm: readAlgorithm(parameters),
    digits: readInteger(parameters, 'digits', { ...DIGITS, default: 6 }),
  };
  if (type === 'totp') {
    return {
      type,
      ...common,
      period: readInteger(parameters, 'period', { ...PERIOD, default: 30 }),
    };
  }
  // The format requires a counter; a guessed 0 would make codes that the site has seen already.
  return {
    type,
    ...common,
    counter: readInteger(parameters, 'counter', { least: 0, most: Number.MAX_SAFE_INTEGER }),
  };
}

/** `steam://` names nobody: the issuer is known all the same, the account is not. */
function readBareSteam(encodedSecret: string): SteamCredential {
  const secret = readSecret(encodedSecret);
  return { type: 'steam', issuer: STEAM_ISSUER, account: '', prefix: '', secret, ...STEAM };
}

function readType(text: string): Credential['type'] {
  const type = text.toLowerCase();
  if (type === '') throw new Fault('missing', 'the type (totp, hotp or steam) is missing', 'type');
  if (type === 'totp' || type === 'hotp' || type === 'steam') return type;
  throw new Fault('unsupported', 'the type is none of totp, hotp and steam', 'type');
}

/** The text before and after the first `separator`; the second part is undefined where there is none. */
function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

type Parameters = ReadonlyMap<string, string>;

const KNOWN = new Set(['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter', 'encoder']);

/** Raw (still encoded) values by lower-case name; unknown parameters are left out. */
function readParameters(query: string): Parameters {
  const parameters = new Map<string, string>();
  for (const pair of query.split('&')) {
    const [name, value = ''] = cut(pair, '=');
    const field = parameterName(name);
    if (!KNOWN.has(field)) continue;
    const earlier = parameters.get(field);
    if (earlier !== undefined && earlier !== value) {
      throw new Fault('ambiguous', `${field} is given twice with different values`, field);
    }
    parameters.set(field, value);
  }
  return parameters;
}

/** Names may be percent-encoded, or come out of HTML with `&amp;` between them. */
function parameterName(raw: string): string {
  const name = raw.replace(/^amp;/iu, '');
  try {
    return decodeURIComponent(name).trim().toLowerCase();
  } catch {
    // No known name is badly encoded, and unknown parameters are nobody's fault.
    return name;
  }
}

function decode(encoded: string, field: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Fault('invalid', `${field} is not well percent-encoded`, field);
  }
}

/** In an issuer a `+` stands for a space; in an account's name (`alex+work@…`) it is itself. */
function decodeIssuer(encoded: string, field: string): string {
  return decode(encoded.replaceAll('+', ' '), field).trim();
}

function readLabel(raw: string): { prefix: string; account: string } {
  const colon = raw.includes(':') ? ':' : /%3a/iu.exec(raw)?.[0];
  if (colon === undefined) return { prefix: '', account: decode(raw, 'label').trim() };
  const [prefix, account = ''] = cut(raw, colon);
  return { prefix: decodeIssuer(prefix, 'label'), account: decode(account, 'label').trim() };
}

function readIssuer(parameters: Parameters): string {
  const issuer = decodeIssuer(parameters.get('issuer') ?? '', 'issuer');
  checkLength(issuer, LONGEST_NAME, 'issuer');
  return issuer;
}

function readSecret(encoded: string | undefined): string {
  if (encoded === undefined || encoded === '') {
    throw new Fault('missing', 'the secret is missing', 'secret');
  }
  const bytes = decodeBase32(decode(encoded.replaceAll('+', ' '), 'secret'));
  if (bytes.length === 0) throw new Fault('invalid', 'the secret is too short', 'secret');
  const secret = encodeBase32(bytes);
  checkLength(secret, LONGEST_SECRET, 'secret');
  return secret;
}

/** Another encoder would write other codes than ours, and Steam's codes are never counter-based. */
function hasSteamEncoder(parameters: Parameters, type: Credential['type']): boolean {
  const encoded = parameters.get('encoder');
  if (encoded === undefined) return false;
  const isSteam = decode(encoded, 'encoder').trim().toLowerCase() === 'steam';
  if (isSteam && type !== 'hotp') return true;
  throw new Fault(
    'unsupported',
    'the encoder is not steam, or the type does not go with it',
    'encoder',
  );
}

/** Whoever writes other numbers means other codes than Steam's. */
function checkSteam(parameters: Parameters): void {
  if (readAlgorithm(parameters) !== STEAM.algorithm) {
    throw new Fault('unsupported', `the algorithm of Steam is ${STEAM.algorithm}`, 'algorithm');
  }
  for (const field of ['digits', 'period'] as const) {
    const only = STEAM[field];
    readInteger(parameters, field, { least: only, most: only, default: only });
  }
}

/** Accepts `sha256`, `SHA-256`, `HmacSHA256` and the like. */
function readAlgorithm(parameters: Parameters): Algorithm {
  const encoded = parameters.get('algorithm');
  if (encoded === undefined) return 'SHA1';
  const size = /^(?:HMAC[-_ ]?)?SHA[-_ ]?(1|256|512)$/iu.exec(decode(encoded, 'algorithm').trim());
  const name = `SHA${size?.[1]}`;
  const algorithm = ALGORITHMS.find((known) => known === name);
  if (algorithm) return algorithm;
  throw new Fault('unsupported', 'the algorithm is not SHA1, SHA256 or SHA512', 'algorithm');
}

function readInteger(
  parameters: Parameters,
  field: 'digits' | 'period' | 'counter',
  range: { least: number; most: number; default?: number },
): number {
  const encoded = parameters.get(field);
  if (encoded === undefined) {
    if (range.default !== undefined) return range.default;
    throw new Fault('missing', `${field} is missing`, field);
  }
  const text = decode(encoded, field).trim();
  const value = /^\d{1,16}$/u.test(text) ? Number(text) : Number.NaN;
  if (value >= range.least && value <= range.most) return value;
  const { least, most } = range;
  const right = least === most ? least : `a whole number from ${least} to ${most}`;
  throw new Fault('invalid', `${field} is not ${right}`, field);
}
