import { describe, expect, it } from 'vitest';
import { transferUri } from './transfer.ts';

/** The message's fields by number: bytes, or a number, in order. */
function fieldsOf(bytes: Buffer): [number, number | Buffer][] {
  const fields: [number, number | Buffer][] = [];
  let at = 0;
  const varint = () => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = bytes.readUInt8(at);
      at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const key = varint();
    const value = varint();
    if (key & 2) {
      fields.push([key >> 3, bytes.subarray(at, at + value)]);
      at += value;
    } else fields.push([key >> 3, value]);
  }
  return fields;
}

/** Longer than a length of one byte can say. */
const LONG = 'Shop '.repeat(30);

describe('a transfer', () => {
  it('holds its accounts and where it stands', () => {
    const secret = new Uint8Array([1, 2, 255]);
    const uri = transferUri([{ secret, name: 'jörg', issuer: LONG }], {
      size: 3,
      index: 1,
      id: 2_000_000_000,
    });
    const data = new URL(uri).searchParams.get('data') ?? '';
    const [account, ...rest] = fieldsOf(Buffer.from(data, 'base64'));
    expect(rest).toEqual([
      [2, 1],
      [3, 3],
      [4, 1],
      [5, 2_000_000_000],
    ]);
    expect(account?.[0]).toBe(1);
    expect(fieldsOf(account?.[1] as Buffer)).toEqual([
      [1, Buffer.from(secret)],
      [2, Buffer.from('jörg')],
      [3, Buffer.from(LONG)],
      [4, 1],
      [5, 1],
      [6, 2],
    ]);
  });
});
