import type { Credential } from '../../src/otp/credential.ts';
import { seededRandom } from '../e2e/torture.ts';
import { formatUri, hotp, RFC_SECRET, steam, totp } from '../otp/credentials.ts';
import { type Bytes, bytes, number, parameters, payload, uriOf } from '../otp/transfers.ts';

const SECOND = 'GEZDGNBVGY3TQOJQ';

/** With every parameter, and with as few as do. */
export const URIS: readonly string[] = [
  formatUri(totp()),
  formatUri(totp({ algorithm: 'SHA256', digits: 8, period: 60, issuer: 'Caf\u00e9 & Co' })),
  formatUri(totp({ algorithm: 'SHA512', digits: 7, secret: SECOND, prefix: '100%:' })),
  formatUri(hotp({ counter: 41, issuer: 'Contoso' })),
  formatUri(hotp({ counter: Number.MAX_SAFE_INTEGER, digits: 8, algorithm: 'SHA256' })),
  formatUri(steam()),
  `otpauth://totp/Contoso+Ltd%3aalex%40contoso.example?secret=${SECOND.toLowerCase()}&issuer=Microsoft`,
  `otpauth://totp/alex?secret=${SECOND}`,
  `otpauth://hotp/alex?secret=${SECOND}&counter=0`,
  `otpauth://totp/a:b?secret=${SECOND}&encoder=steam`,
  `otpauth://steam/alex?secret=${SECOND}`,
  `apple-otpauth://totp/Contoso:alex?secret=${SECOND}&amp;issuer=Contoso&amp;digits=8`,
  `steam://${RFC_SECRET}`,
  `steam://${SECOND}%3D%3D`,
];

const ACCOUNTS: readonly Credential[] = [
  totp(),
  hotp({ counter: 300, digits: 8 }),
  totp({ secret: SECOND, algorithm: 'SHA512', issuer: 'Caf\u00e9', prefix: '', account: 'kim' }),
];

export const MESSAGES: readonly Bytes[] = [
  payload(ACCOUNTS.map(parameters)),
  payload(ACCOUNTS.slice(0, 2).map(parameters), { size: 3, index: 2, batchId: 7 }),
  // A newer one: no batch id, a field of its own in the account.
  [
    ...bytes(1, [...parameters(totp()), ...bytes(8, 'unique')]),
    ...number(2, 2),
    ...number(3, 2),
    ...number(4, 1),
  ],
  bytes(1, bytes(1, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])),
];

/** Parts of codes as damage and malice would put them where they do not belong. */
const SCRAPS: readonly string[] = [
  ...[
    '&',
    '=',
    '?',
    '/',
    ':',
    '#',
    '+',
    ' ',
    '%',
    '%3',
    '%ff',
    '%00',
    '%3A',
    '%26',
    '%3D',
    '&amp;',
  ],
  ...['&digits=8', '&digits=06', '&DIGITS=7', '&period=60', '&period=0', '&algorithm=SHA512'],
  ...['&algorithm=MD5', '&algorithm=sha-256', '&counter=5', '&counter=-1', '&secret=MZXW6YTBOI'],
  ...['&encoder=steam', '&issuer=Other', '&secret=', 'secret=', '&%64igits=8', '&data=CgA', '%2'],
  ...['Contoso:', 'totp', 'hotp', 'steam', 'otpauth://', 'steam://', '\0', '\n', '\r\n', '\t'],
  ...['\ud800', '\udc00', '\u202e', '\u200b', '\ufeff', '\u0131', '\u017f', '\u212a', '\u0660'],
  ...['\uff11', '\uff0b', '\u00a0', '\u0301', '\u{1f600}', '1e1', '0x10', '9999999999999999999'],
];

type Random = () => number;
type Edit<Subject> = (subject: Subject, random: Random) => Subject;

/** Mutants without end, about half of them of transfers; the same ones for the same seed. */
export function mutants(seed: number): () => string {
  const random = seededRandom(seed);
  return () => {
    const of = random();
    if (of < 0.5) return mutate(pick(URIS, random), TEXT_EDITS, random);
    if (of < 0.6) return mutate(uriOf(pick(MESSAGES, random)), TEXT_EDITS, random);
    if (of < 0.8) return uriOf(mutate(pick(MESSAGES, random), BYTE_EDITS, random));
    return uriOf(rebuilt(random));
  };
}

/** One to four edits: many more, and nothing is left that could be read. */
function mutate<Subject>(
  subject: Subject,
  edits: readonly Edit<Subject>[],
  random: Random,
): Subject {
  const count = 1 + below(4, random) * below(2, random);
  return Array.from({ length: count }).reduce<Subject>(
    (edited) => pick(edits, random)(edited, random),
    subject,
  );
}

function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[below(items.length, random)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** `text` with what `edit` makes of up to `most` units at some place. */
function edited(text: string, random: Random, most: number, edit: (cut: string) => string): string {
  const at = below(text.length, random);
  const end = Math.min(at + below(most + 1, random), text.length);
  return text.slice(0, at) + edit(text.slice(at, end)) + text.slice(end);
}

/** What stands between `&` after the first `?`, as `edit` leaves it. */
function withParameters(text: string, edit: (parameters: string[]) => string[]): string {
  const at = text.indexOf('?');
  return at < 0 ? text : text.slice(0, at + 1) + edit(text.slice(at + 1).split('&')).join('&');
}

const flipUnit = (unit: string, bit: number) =>
  unit === '' ? '' : String.fromCharCode(unit.charCodeAt(0) ^ (1 << bit));

const TEXT_EDITS: readonly Edit<string>[] = [
  (text, random) => edited(text, random, 1, (cut) => flipUnit(cut, below(7, random))),
  (text, random) => edited(text, random, 1, (cut) => flipUnit(cut, below(16, random))),
  (text, random) => edited(text, random, 6, () => ''),
  (text, random) => text.slice(0, below(text.length + 1, random)),
  (text, random) => edited(text, random, 0, () => pick(SCRAPS, random)),
  (text, random) => edited(text, random, 3, () => pick(SCRAPS, random)),
  (text, random) => text + pick(SCRAPS, random),
  (text, random) => edited(text, random, 4, (cut) => cut + cut),
  (text, random) =>
    edited(text, random, 2, (cut) =>
      [...new TextEncoder().encode(cut)]
        .map((byte) => `%${byte.toString(16).padStart(2, '0')}`)
        .join(''),
    ),
  (text, random) =>
    edited(text, random, 8, (cut) => (random() < 0.5 ? cut.toUpperCase() : cut.toLowerCase())),
  // Percent-encoded twice, or no more.
  (text, random) => (random() < 0.5 ? text.replace('%', '%25') : text.replace(/%3a|%40/iu, ':')),
  (text, random) => text.replace(/\d(?=[^\d]*$)/u, () => String(below(10, random))),
  (text, random) => withParameters(text, (parts) => [...parts, pick(parts, random)]),
  (text, random) =>
    withParameters(text, (parts) => parts.filter((part) => part !== pick(parts, random))),
  (text, random) =>
    withParameters(text, (parts) => parts.toSorted(() => (random() < 0.5 ? 1 : -1))),
  // The value of one under the name of another.
  (text, random) =>
    withParameters(text, (parts) => [
      ...parts,
      `${pick(parts, random).split('=')[0] ?? ''}=${pick(parts, random).split('=')[1] ?? ''}`,
    ]),
  // What another code says of it.
  (text, random) => withParameters(text, (parts) => [...parts, ...foreign(random)]),
  (text, random) =>
    withParameters(text, (parts) =>
      parts.map((part) => (random() < 0.3 ? (foreign(random)[0] ?? part) : part)),
    ),
];

/** One parameter of any good URI. */
function foreign(random: Random): string[] {
  const parts = pick(URIS, random).split('?')[1]?.split('&') ?? [];
  return parts.length > 0 ? [pick(parts, random)] : [];
}

const BYTE_EDITS: readonly Edit<Bytes>[] = [
  (message, random) => splice(message, random, 1, ([byte = 0]) => [byte ^ (1 << below(8, random))]),
  (message, random) => splice(message, random, 1, () => [below(256, random)]),
  // A length, a tag or a number that is off by one.
  (message, random) => splice(message, random, 1, ([byte = 0]) => [(byte + 255) & 0xff]),
  (message, random) => splice(message, random, 1, ([byte = 0]) => [(byte + 1) & 0xff]),
  (message, random) => splice(message, random, 4, () => []),
  (message, random) => splice(message, random, 0, () => [below(256, random)]),
  (message, random) => splice(message, random, 12, (cut) => [...cut, ...cut]),
  (message, random) => message.slice(0, below(message.length + 1, random)),
  (message, random) => [...message, ...pick(MESSAGES, random)],
  (message, random) => [...message, ...anyField(random)],
  (message) => bytes(1, message),
  (message, random) => splice(message, random, 0, () => anyField(random)),
];

function splice(message: Bytes, random: Random, most: number, edit: (cut: Bytes) => Bytes): Bytes {
  const at = below(message.length, random);
  const end = at + most;
  return [...message.slice(0, at), ...edit(message.slice(at, end)), ...message.slice(end)];
}

/** Of any number that means something, and of any kind. */
function anyField(random: Random): Bytes {
  const field = below(9, random);
  const value = pick([0, 1, 2, 3, 4, 5, 6, 8, 999, 1000, 1001, -1, 2 ** 31, 2n ** 53n], random);
  if (random() < 0.7) return number(field, value);
  if (random() < 0.7)
    return bytes(field, pick(['', 'alex', 'Contoso:kim', [0xff], [1, 2]], random));
  return [
    field * 8 + pick([1, 5, 3, 7], random),
    ...Array.from({ length: below(9, random) }, () => 1),
  ];
}

/** A sound message of accounts that say more than they should, or something else. */
function rebuilt(random: Random): Bytes {
  const accounts = Array.from({ length: 1 + below(3, random) }, () => {
    const account = parameters(pick(ACCOUNTS, random));
    const without = random() < 0.3 ? mutate(account, BYTE_EDITS, random) : account;
    return random() < 0.5 ? [...without, ...anyField(random)] : without;
  });
  const size = below(4, random);
  return payload(accounts, { size, index: below(3, random), batchId: below(3, random) });
}
