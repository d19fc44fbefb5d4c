import { describe, expect, it } from 'vitest';
import { readFields } from '../../src/otp/protobuf.ts';
import { bytes, number } from './transfers.ts';

const read = (...message: number[]) => readFields(Uint8Array.from(message));

describe('readFields', () => {
  it('reads the examples of the encoding guide', () => {
    expect(read(0x08, 0x96, 0x01)).toEqual([{ number: 1, wire: 'varint', value: 150n }]);
    expect(read(0x12, 0x07, 0x74, 0x65, 0x73, 0x74, 0x69, 0x6e, 0x67)).toEqual([
      { number: 2, wire: 'bytes', value: new TextEncoder().encode('testing') },
    ]);
  });

  it('reads fields in their order, repeated ones as often as they are there', () => {
    const message = [...number(5, 3), ...bytes(1, 'a'), ...number(5, 4), ...bytes(1, '')];
    expect(read(...message)).toEqual([
      { number: 5, wire: 'varint', value: 3n },
      { number: 1, wire: 'bytes', value: Uint8Array.of(0x61) },
      { number: 5, wire: 'varint', value: 4n },
      { number: 1, wire: 'bytes', value: new Uint8Array() },
    ]);
  });

  it('steps over what is of fixed width', () => {
    expect(read(0x09, 1, 2, 3, 4, 5, 6, 7, 8, 0x15, 1, 2, 3, 4, 0x18, 7)).toEqual([
      { number: 1, wire: 'fixed' },
      { number: 2, wire: 'fixed' },
      { number: 3, wire: 'varint', value: 7n },
    ]);
  });

  it('reads nothing as no fields', () => {
    expect(read()).toEqual([]);
  });

  it.each([0n, 1n, 127n, 128n, 2n ** 32n, 2n ** 53n + 1n, 2n ** 63n, 2n ** 64n - 1n])(
    'reads the number %s exactly',
    (value) => {
      expect(read(...number(1, value))).toEqual([{ number: 1, wire: 'varint', value }]);
    },
  );

  it('reads the highest number of a field', () => {
    expect(read(...number(2 ** 29 - 1, 0))).toMatchObject([{ number: 2 ** 29 - 1 }]);
  });

  it.each<[string, number[]]>([
    ['a tag without its value', [0x08]],
    ['a number that does not end', [0x08, 0x80]],
    ['a number of eleven bytes', [0x08, ...Array<number>(10).fill(0x80), 0]],
    ['a length beyond the end', [0x0a, 2, 0x61]],
    ['a length of nearly 2^64', [0x0a, ...Array<number>(9).fill(0xff), 0x01]],
    ['a fixed field that ends too early', [0x09, 1, 2, 3, 4, 5, 6, 7]],
    ['a short fixed field that ends too early', [0x0d, 1, 2, 3]],
    ['the field 0', [0x00, 1]],
    ['a tag of more than 32 bits', [0x88, 0x80, 0x80, 0x80, 0x10, 1]],
    ['a group', [0x0b, 0x0c]],
    ['an end of a group', [0x0c]],
    ['wire type 6', [0x0e, 1]],
    ['wire type 7', [0x0f, 1]],
  ])('refuses %s', (_, message) => {
    expect(() => read(...message)).toThrow(
      expect.objectContaining({ name: 'Fault', code: 'invalid', field: 'data' }),
    );
  });
});
