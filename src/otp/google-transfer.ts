import { decodeBase64 } from '../encoding/base64.ts';
import { Fault, type FaultCode } from '../fault.ts';
import { encodeBase32 } from './base32.ts';
import type { Algorithm, Credential } from './credential.ts';
import { checkLength, LONGEST_NAME, LONGEST_SECRET } from './lengths.ts';
import { type Field, readFields } from './protobuf.ts';

/** An account of a transfer that could not be read. */
interface TransferProblem {
  /** Its place among the accounts of its part, from 0. */
  readonly index: number;
  /** What it calls itself, as far as that can be read. */
  readonly name: string;
  readonly code: FaultCode;
  readonly field: string;
}

/** What one code of Google Authenticator's export holds. */
export interface Transfer {
  /** The same in all codes of one export; 0 where the encoder gives none, as newer exports do. */
  readonly batchId: number;
  /** Which of the codes this is, from 0. */
  readonly index: number;
  /** How many codes the export has. */
  readonly size: number;
  readonly accounts: readonly Credential[];
  readonly problems: readonly TransferProblem[];
}

const SCHEME = /^otpauth-migration:\/\//iu;

/** Google's own exports hold ten accounts a code, so this is ten thousand of them. */
const MOST_PARTS = 1000;

/** Characters. A QR code holds 7,089 at most; what is pasted may come from another encoder. */
const LONGEST_URI = 100_000;

/** Google's app has no other, and the payload has no field for it. */
const PERIOD_SECONDS = 30;

/** Whether a text claims to be a code of Google's export, be it a good one or not. */
export function isTransferUri(text: string): boolean {
  return SCHEME.test(text.trim());
}

/**
 * Parses `otpauth-migration://offline?data=…`, the export of Google Authenticator (`shared/FORMATS.md`). Google
 * publishes no description; the numbers of fields and enumerations are those that all known readers agree upon.
 *
 * An account that cannot be read costs only itself and is listed in `problems`.
 *
 * @throws Fault that names the field (`data`, `batch_size`, `batch_index`) where the part as a whole is wrong
 */
export function parseTransfer(text: string): Transfer {
  const fields = new Fields(readFields(readData(text)));
  const size = fields.integer(3, 'batch_size') || 1;
  if (size < 1 || size > MOST_PARTS) {
    throw new Fault('invalid', `batch_size is not a number from 1 to ${MOST_PARTS}`, 'batch_size');
  }
  const index = fields.integer(4, 'batch_index');
  if (index < 0 || index >= size) {
    throw new Fault('invalid', 'batch_index is not less than batch_size', 'batch_index');
  }

  const accounts: Credential[] = [];
  const problems: TransferProblem[] = [];
  for (const [place, message] of fields.messages(1, 'data').entries()) {
    try {
      accounts.push(readAccount(message));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      problems.push({
        index: place,
        name: nameOf(message),
        code: error.code,
        field: error.field ?? 'data',
      });
    }
  }
  if (accounts.length + problems.length === 0) {
    throw new Fault('missing', 'the data holds no accounts', 'data');
  }
  return { batchId: fields.integer(5, 'batch_id'), index, size, accounts, problems };
}

/** `URLSearchParams` would turn a raw `+` of base64 into a space, and others have done so before us. */
function readData(text: string): Uint8Array<ArrayBuffer> {
  const uri = text.trim();
  if (!SCHEME.test(uri)) {
    throw new Fault('not-otpauth', 'does not begin with otpauth-migration://', 'uri');
  }
  if (uri.length > LONGEST_URI) throw new Fault('invalid', 'the data is too long', 'data');
  const query = /^offline\/?\?(?<query>.*)$/isu.exec(uri.replace(SCHEME, ''))?.groups?.['query'];
  const values = (query ?? '')
    .split('&')
    .flatMap((pair) => /^(?:amp;)?data=(?<value>.*)$/isu.exec(pair)?.groups?.['value'] ?? []);
  const [value = '', ...others] = values;
  if (others.some((other) => other !== value)) {
    throw new Fault('ambiguous', 'data is given twice with different values', 'data');
  }
  const base64 = percentDecode(value)
    .replaceAll(' ', '+')
    .replaceAll('-', '+')
    .replaceAll('_', '/')
    .replace(/=+$/u, '');
  if (base64 === '') throw new Fault('missing', 'the data is missing', 'data');
  if (!/^[A-Za-z0-9+/]+$/u.test(base64) || base64.length % 4 === 1) {
    throw new Fault('invalid', 'the data is not base64', 'data');
  }
  return decodeBase64(base64);
}

function percentDecode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    throw new Fault('invalid', 'the data is not well percent-encoded', 'data');
  }
}

function readAccount(message: Uint8Array<ArrayBuffer>): Credential {
  const fields = new Fields(readFields(message));
  const { prefix, account } = splitLabel(fields.text(2, 'account'));
  for (const name of [prefix, account]) checkLength(name, LONGEST_NAME, 'account');
  const issuer = fields.text(3, 'issuer') || prefix;
  checkLength(issuer, LONGEST_NAME, 'issuer');
  const bytes = fields.bytes(1, 'secret');
  if (bytes.length === 0) throw new Fault('missing', 'the secret is missing', 'secret');
  const secret = encodeBase32(bytes);
  checkLength(secret, LONGEST_SECRET, 'secret');
  const common = {
    issuer,
    account,
    prefix,
    secret,
    algorithm: choose<Algorithm>(fields, 4, 'algorithm', ['SHA1', 'SHA1', 'SHA256', 'SHA512']),
    digits: choose(fields, 5, 'digits', [6, 6, 8]),
  };
  const counter = fields.integer(7, 'counter');
  const type = choose(fields, 6, 'type', ['totp', 'hotp', 'totp'] as const);
  if (type === 'totp') return { type, ...common, period: PERIOD_SECONDS };
  // Unlike in a URI, a missing counter is no guess: the format leaves out what is 0.
  if (counter < 0 || counter > Number.MAX_SAFE_INTEGER) {
    throw new Fault('invalid', 'the counter is negative or too large', 'counter');
  }
  return { type, ...common, counter };
}

/** The value that stands for a number; what is not in the list (as MD5) makes other codes than ours. */
function choose<Value>(
  fields: Fields,
  number: number,
  name: string,
  values: readonly Value[],
): Value {
  const value = values[fields.integer(number, name)];
  if (value !== undefined) return value;
  throw new Fault('unsupported', `the ${name} is none that is known`, name);
}

/** As in the label of a URI, only that nothing is percent-encoded here. */
function splitLabel(name: string): { prefix: string; account: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { prefix: '', account: name };
  return { prefix: name.slice(0, colon).trim(), account: name.slice(colon + 1).trim() };
}

/** For people, of an account that is wrong somewhere: maybe just here. */
function nameOf(message: Uint8Array<ArrayBuffer>): string {
  try {
    const fields = new Fields(readFields(message));
    return fields.text(2, 'account') || fields.text(3, 'issuer');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return '';
  }
}

/** The fields of one message by number; a missing one is empty or 0, as the format has it. */
class Fields {
  readonly #fields: readonly Field[];

  constructor(fields: readonly Field[]) {
    this.#fields = fields;
  }

  /** Signed, of up to 64 bits: Google's `batch_id` is often negative. */
  integer(number: number, name: string): number {
    const values = this.#of(number).map((field) => {
      if (field.wire === 'varint') return field.value;
      throw new Fault('invalid', `${name} is not a number`, name);
    });
    const [value = 0n, ...others] = values;
    if (others.some((other) => other !== value)) throw ambiguous(name);
    return Number(BigInt.asIntN(64, value));
  }

  messages(number: number, name: string): Uint8Array<ArrayBuffer>[] {
    return this.#of(number).map((field) => {
      if (field.wire === 'bytes') return field.value;
      throw new Fault('invalid', `${name} is of the wrong kind`, name);
    });
  }

  bytes(number: number, name: string): Uint8Array<ArrayBuffer> {
    const [value = new Uint8Array(), ...others] = this.messages(number, name);
    if (others.some((other) => other.join() !== value.join())) throw ambiguous(name);
    return value;
  }

  text(number: number, name: string): string {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(this.bytes(number, name)).trim();
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault('invalid', `the ${name} is not UTF-8`, name);
    }
  }

  #of(number: number): Field[] {
    return this.#fields.filter((field) => field.number === number);
  }
}

function ambiguous(name: string): Fault {
  return new Fault('ambiguous', `${name} is given twice with different values`, name);
}
