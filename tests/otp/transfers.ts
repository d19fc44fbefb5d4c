import { encodeBase64 } from '../../src/encoding/base64.ts';
import { decodeBase32 } from '../../src/otp/base32.ts';
import type { Credential } from '../../src/otp/credential.ts';

/** The fields of Google's payload, as its numbers: nothing here knows what the reader makes of them. */
export type Bytes = readonly number[];

function varint(value: number | bigint): Bytes {
  // A negative number takes all of its 64 bits.
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return bytes;
}

export function number(field: number, value: number | bigint): Bytes {
  return [...varint(field * 8), ...varint(value)];
}

export function bytes(field: number, value: string | Bytes | Uint8Array): Bytes {
  const content = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
}

/** One account as Google writes it. */
export function parameters(credential: Credential): Bytes {
  const { secret, prefix, account, issuer, algorithm, digits } = credential;
  return [
    ...bytes(1, decodeBase32(secret)),
    ...bytes(2, prefix ? `${prefix}:${account}` : account),
    ...bytes(3, issuer),
    ...number(4, { SHA1: 1, SHA256: 2, SHA512: 3 }[algorithm]),
    ...number(5, digits === 8 ? 2 : 1),
    ...number(6, credential.type === 'hotp' ? 1 : 2),
    ...(credential.type === 'hotp' ? number(7, credential.counter) : []),
  ];
}

export function payload(
  accounts: readonly Bytes[],
  { version = 1, size = 1, index = 0, batchId = -1_234_567 } = {},
): Bytes {
  return [
    ...accounts.flatMap((account) => bytes(1, account)),
    ...number(2, version),
    ...number(3, size),
    ...number(4, index),
    ...number(5, batchId),
  ];
}

export function uriOf(message: Bytes): string {
  const data = encodeURIComponent(encodeBase64(Uint8Array.from(message)));
  return `otpauth-migration://offline?data=${data}`;
}

/** One code of an export. */
export function transferUri(
  credentials: readonly Credential[],
  batch: Parameters<typeof payload>[1] = {},
): string {
  return uriOf(payload(credentials.map(parameters), batch));
}
