import { Fault } from '../fault.ts';
import { decodeBase32, encodeBase32 } from './base32.ts';
import { ALGORITHMS, type Algorithm, type Credential, DIGITS, PERIOD } from './credential.ts';

const SCHEME = /^otpauth:\/\//iu;

/** Whether a text claims to be an `otpauth://` URI, be it a good one or not. */
export function isOtpauthUri(text: string): boolean {
  return SCHEME.test(text.trim());
}

/**
 * Parses an `otpauth://` URI: the Key Uri Format of Google Authenticator's wiki, with the quirks of
 * `shared/FORMATS.md` ("Quirks that break importers").
 *
 * What is missing gets the format's default (SHA1, 6 digits, 30 seconds). What is there and wrong is
 * refused: a default in its place would make an account that looks right and never signs in.
 *
 * Written by hand because the URL parsers lose what matters here: they cut at an unescaped `#` and decode
 * the label before its colon can be found.
 *
 * @throws Fault that names the field; its message never repeats the secret.
 */
export function parseOtpauthUri(text: string): Credential {
  const uri = text.trim();
  if (!SCHEME.test(uri)) throw new Fault('not-otpauth', 'does not begin with otpauth://', 'uri');

  const [beforeQuery, query] = cut(uri.replace(SCHEME, ''), '?');
  const [typeText, rawLabel] = cut(beforeQuery, '/');
  const type = typeText.toLowerCase();
  if (type === '') throw new Fault('missing', 'the type (totp or hotp) is missing', 'type');
  if (type !== 'totp' && type !== 'hotp') {
    throw new Fault('unsupported', 'the type is neither totp nor hotp', 'type');
  }

  const parameters = readParameters(query ?? '');
  const { prefix, account } = readLabel(rawLabel ?? '');
  const common = {
    issuer: readIssuer(parameters) || prefix,
    account,
    prefix,
    secret: readSecret(parameters),
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

/** The text before and after the first `separator`; the second part is undefined where there is none. */
function cut(text: string, separator: string): [string, string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + separator.length)];
}

type Parameters = ReadonlyMap<string, string>;

const KNOWN = new Set(['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter']);

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
  return decodeIssuer(parameters.get('issuer') ?? '', 'issuer');
}

function readSecret(parameters: Parameters): string {
  const encoded = parameters.get('secret');
  if (encoded === undefined || encoded === '') {
    throw new Fault('missing', 'the secret is missing', 'secret');
  }
  const bytes = decodeBase32(decode(encoded.replaceAll('+', ' '), 'secret'));
  if (bytes.length === 0) throw new Fault('invalid', 'the secret is too short', 'secret');
  return encodeBase32(bytes);
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
  throw new Fault(
    'invalid',
    `${field} is not a whole number from ${range.least} to ${range.most}`,
    field,
  );
}
