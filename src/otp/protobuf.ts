import { Fault } from '../fault.ts';

/** One field of a message. What is of fixed width is only stepped over: nobody here reads such a field. */
export type Field =
  | { readonly number: number; readonly wire: 'varint'; readonly value: bigint }
  | { readonly number: number; readonly wire: 'bytes'; readonly value: Uint8Array<ArrayBuffer> }
  | { readonly number: number; readonly wire: 'fixed' };

/** A 64-bit value takes ten bytes of seven bits. */
const LONGEST_VARINT = 10;

/**
 * The fields of a Protocol Buffers message in their order, as far as the wire format tells them
 * (protobuf.dev/programming-guides/encoding). Groups have been out of use since before Google's export was made.
 *
 * @throws Fault `invalid` with field `data` where the bytes end too early or are no message
 */
export function readFields(bytes: Uint8Array<ArrayBuffer>): Field[] {
  const fields: Field[] = [];
  let at = 0;

  const take = (length: number): Uint8Array<ArrayBuffer> => {
    if (length > bytes.length - at) throw damaged('ends in the middle of a field');
    at += length;
    return bytes.subarray(at - length, at);
  };

  const takeVarint = (): bigint => {
    let value = 0n;
    for (let place = 0; place < LONGEST_VARINT; place += 1) {
      const [byte = 0] = take(1);
      value |= BigInt(byte & 0x7f) << BigInt(7 * place);
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw damaged('has a number of more than 64 bits');
  };

  while (at < bytes.length) {
    const tag = takeVarint();
    const number = Number(tag >> 3n);
    // The tag is a 32-bit number, and fields are counted from 1.
    if (number === 0 || tag > 0xffff_ffffn) throw damaged('has a field of an impossible number');
    switch (Number(tag & 7n)) {
      case 0:
        fields.push({ number, wire: 'varint', value: takeVarint() });
        break;
      case 1:
        take(8);
        fields.push({ number, wire: 'fixed' });
        break;
      case 2: {
        // A length beyond the safe numbers is beyond the end, too.
        const length = Number(takeVarint());
        fields.push({ number, wire: 'bytes', value: take(length) });
        break;
      }
      case 5:
        take(4);
        fields.push({ number, wire: 'fixed' });
        break;
      default:
        throw damaged('has a field of an unknown kind');
    }
  }
  return fields;
}

function damaged(how: string): Fault {
  return new Fault('invalid', `the data ${how}`, 'data');
}
