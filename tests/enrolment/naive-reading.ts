import type { Credential } from '../../src/otp/credential.ts';

/**
 * What a text says of accounts, read by other means than ours and without a thought for what is wrong: wherever
 * ours reads an account, this has to come to the same one. A parameter that contradicts itself gives undefined.
 */

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEAM = { algorithm: 'SHA1', digits: 5, period: 30 };

type Naive = Record<keyof Credential | 'period' | 'counter', unknown>;
export type NaiveAccount = Partial<Naive> | undefined;

/** Bits as text: slow, and nothing like the decoder. */
function canonical(base32: string): string | undefined {
  const bits = base32
    .replace(/[\s-]/gu, '')
    .replace(/=*$/u, '')
    .split('')
    .map((symbol) => ALPHABET.indexOf(symbol.replace(/[a-z]/u, (it) => it.toUpperCase())))
    .map((value) => (value < 0 ? '?' : value.toString(2).padStart(5, '0')))
    .join('');
  return bits.includes('?') ? undefined : base32Of(bits.slice(0, bits.length - (bits.length % 8)));
}

function base32Of(bits: string): string {
  return (bits.match(/.{1,5}/gu) ?? [])
    .map((group) => ALPHABET[Number.parseInt(group.padEnd(5, '0'), 2)])
    .join('');
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

export function naiveAccount(text: string): NaiveAccount {
  const uri = text.trim();
  const bare = /^steam:\/\/(?<rest>.*)$/isu.exec(uri)?.groups?.['rest'];
  if (bare !== undefined) {
    const secret = canonical(unescaped(bare.split('+').join(' ')) ?? '?');
    return { type: 'steam', issuer: 'Steam', account: '', prefix: '', secret, ...STEAM };
  }
  const form =
    /^(?:apple-)?otpauth:\/\/(?<type>[^/?]*)(?:\/(?<label>[^?]*))?(?:\?(?<query>.*))?$/isu;
  const parts = form.exec(uri)?.groups;
  if (!parts) return undefined;

  const pairs = (parts['query'] ?? '').split('&').map((pair) => {
    const [, name = '', value = ''] = /^(?:amp;)?([^=]*)=?(.*)$/isu.exec(pair) ?? [];
    return { name: unescaped(name)?.trim().toLowerCase(), value };
  });
  const said = (wanted: string): string | null | undefined => {
    const [value, ...others] = pairs.flatMap((it) => (it.name === wanted ? [it.value] : []));
    if (others.some((other) => other !== value)) return undefined;
    return value === undefined ? null : unescaped(value.split('+').join('%20'))?.trim();
  };
  const whole = (name: string, otherwise?: number): unknown => {
    const value = said(name);
    if (value === null) return otherwise;
    return value && /^[0-9]+$/u.test(value) ? Number(value) : undefined;
  };

  const label = parts['label'] ?? '';
  const [, before = '', after = label] =
    /^([^:]*):(.*)$/su.exec(label) ?? /^((?:(?!%3a).)*)%3a(.*)$/isu.exec(label) ?? [];
  const prefix = unescaped(before.split('+').join('%20'))?.trim();
  const issuer = said('issuer') || prefix;
  const encoder = said('encoder');
  const isSteam = encoder?.toLowerCase() === 'steam';
  const algorithm = said('algorithm');
  const type = (parts['type'] ?? '').toLowerCase();
  const account = {
    type: isSteam && type === 'totp' ? 'steam' : encoder === null || isSteam ? type : undefined,
    issuer: issuer || (isSteam || type === 'steam' ? 'Steam' : ''),
    account: unescaped(after)?.trim(),
    prefix,
    secret: canonical(said('secret') ?? '?'),
    algorithm: algorithm === null ? 'SHA1' : algorithm?.toUpperCase().replace(/^HMAC|[-_ ]/gu, ''),
  };
  if (account.type === 'steam') {
    return { ...account, digits: whole('digits', 5), period: whole('period', 30) };
  }
  const digits = whole('digits', 6);
  return type === 'hotp'
    ? { ...account, digits, counter: whole('counter') }
    : { ...account, digits, period: whole('period', 30) };
}

type Message = Map<number, (bigint | Buffer | undefined)[]>;

/** Recursive, on what is left; undefined where the bytes are no message. */
function message(rest: Buffer, fields: Message = new Map()): Message | undefined {
  if (rest.length === 0) return fields;
  const [tag, afterTag] = leading(rest);
  if (tag === undefined) return undefined;
  const [value, afterValue] = leading(afterTag);
  const width = { 1: 8, 5: 4 }[Number(tag % 8n)];
  const add = (it: bigint | Buffer | undefined, next: Buffer) => {
    const field = Number(tag / 8n);
    return message(next, fields.set(field, [...(fields.get(field) ?? []), it]));
  };
  if (width !== undefined) {
    return afterTag.length < width ? undefined : add(undefined, afterTag.subarray(width));
  }
  if (value === undefined || tag < 8n) return undefined;
  if (tag % 8n === 0n) return add(value, afterValue);
  if (tag % 8n !== 2n || value > afterValue.length) return undefined;
  return add(afterValue.subarray(0, Number(value)), afterValue.subarray(Number(value)));
}

/** The number in front, and what follows it. */
function leading(rest: Buffer): [bigint | undefined, Buffer] {
  const length = rest.findIndex((byte) => byte < 128) + 1;
  if (length === 0 || length > 10) return [undefined, rest];
  const value = rest
    .subarray(0, length)
    .reduceRight((total, byte) => total * 128n + BigInt(byte % 128), 0n);
  return [value % 2n ** 64n, rest.subarray(length)];
}

function numberOf(fields: Message, field: number): number {
  const value = fields.get(field)?.at(-1) ?? 0n;
  return typeof value === 'bigint' ? Number(BigInt.asIntN(64, value)) : Number.NaN;
}

function textOf(fields: Message, field: number): string | undefined {
  const value = fields.get(field)?.at(-1) ?? Buffer.alloc(0);
  if (typeof value === 'bigint') return undefined;
  const text = value.toString('utf8');
  // What is no UTF-8 does not come back.
  return Buffer.from(text).equals(value) ? text.trim() : undefined;
}

export interface NaiveTransfer {
  readonly batchId: number;
  readonly size: number;
  readonly index: number;
  /** Also those of which nothing can be read. */
  readonly accounts: NaiveAccount[];
}

export function naiveTransfer(text: string): NaiveTransfer | undefined {
  const data = /[?&](?:amp;)?data=(?<data>[^&]*)/iu.exec(text)?.groups?.['data'];
  const base64 = data === undefined ? undefined : unescaped(data)?.split(' ').join('+').trim();
  const fields = base64 === undefined ? undefined : message(Buffer.from(base64, 'base64'));
  if (!fields) return undefined;
  return {
    batchId: numberOf(fields, 5),
    size: numberOf(fields, 3) || 1,
    index: numberOf(fields, 4),
    accounts: (fields.get(1) ?? []).map((it) => (Buffer.isBuffer(it) ? parameters(it) : undefined)),
  };
}

function parameters(bytes: Buffer): NaiveAccount {
  const fields = message(bytes);
  if (!fields) return undefined;
  const name = textOf(fields, 2);
  const [prefix, account] = name?.includes(':')
    ? [name.split(':')[0]?.trim(), name.split(':').slice(1).join(':').trim()]
    : ['', name];
  const secret = fields.get(1)?.at(-1);
  const common = {
    issuer: textOf(fields, 3) || prefix,
    account,
    prefix,
    secret: Buffer.isBuffer(secret)
      ? base32Of([...secret].map((byte) => byte.toString(2).padStart(8, '0')).join(''))
      : undefined,
    algorithm: ['SHA1', 'SHA1', 'SHA256', 'SHA512'][numberOf(fields, 4)],
    digits: [6, 6, 8][numberOf(fields, 5)],
  };
  return numberOf(fields, 6) === 1
    ? { type: 'hotp', ...common, counter: numberOf(fields, 7) }
    : { type: [2, 0].includes(numberOf(fields, 6)) ? 'totp' : undefined, ...common, period: 30 };
}
