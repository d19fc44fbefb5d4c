/** One account as Google Authenticator hands it over. */
export interface TransferredAccount {
  readonly secret: Uint8Array;
  readonly name: string;
  readonly issuer: string;
}

/** Where a part stands among all: its number starts at 0. */
export interface Batch {
  readonly size: number;
  readonly index: number;
  readonly id: number;
}

const SHA1 = 1;
const SIX_DIGITS = 1;
const TOTP = 2;
const VERSION = 1;

const VARINT = 0;
const LENGTH_DELIMITED = 2;

/**
 * `otpauth-migration://offline?data=…`: a protocol-buffers message in base64. Written here from what
 * is published of the format and not with the extension's code, so that the two check each other.
 */
export function transferUri(accounts: readonly TransferredAccount[], batch: Batch): string {
  const payload = Buffer.concat([
    ...accounts.map((account) => bytesField(1, otpParameters(account))),
    numberField(2, VERSION),
    numberField(3, batch.size),
    numberField(4, batch.index),
    numberField(5, batch.id),
  ]);
  return `otpauth-migration://offline?data=${encodeURIComponent(payload.toString('base64'))}`;
}

function otpParameters({ secret, name, issuer }: TransferredAccount): Buffer {
  return Buffer.concat([
    bytesField(1, secret),
    bytesField(2, Buffer.from(name)),
    bytesField(3, Buffer.from(issuer)),
    numberField(4, SHA1),
    numberField(5, SIX_DIGITS),
    numberField(6, TOTP),
  ]);
}

function bytesField(number: number, bytes: Uint8Array): Buffer {
  return Buffer.concat([varint((number << 3) | LENGTH_DELIMITED), varint(bytes.length), bytes]);
}

function numberField(number: number, value: number): Buffer {
  return Buffer.concat([varint((number << 3) | VARINT), varint(value)]);
}

/** Seven bits a byte, the lowest first; all bytes but the last have the highest bit set. */
function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}
