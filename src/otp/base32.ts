import { Fault } from '../fault.ts';

/** RFC 4648, section 6. */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * Decodes base32 as it occurs in the wild: lower case, spaces, dashes, padding, and lengths that are not
 * canonical, whose trailing bits are dropped.
 *
 * @throws Fault `invalid` for any other character; the message names its place, never the text.
 */
export function decodeBase32(text: string): Uint8Array<ArrayBuffer> {
  const symbols = text
    .replace(/[\s-]/gu, '')
    .replace(/=+$/u, '')
    // Unicode's upper case would let strangers in: ſ becomes S.
    .replace(/[a-z]/gu, (letter) => letter.toUpperCase());
  const bytes = new Uint8Array(Math.floor((symbols.length * 5) / 8));
  let buffer = 0;
  let bits = 0;
  let length = 0;
  for (const [index, symbol] of [...symbols].entries()) {
    const value = ALPHABET.indexOf(symbol);
    if (value < 0) {
      throw new Fault('invalid', `character ${index + 1} is not base32 (A to Z, 2 to 7)`, 'secret');
    }
    buffer = ((buffer << 5) | value) & 0xfff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      bytes[length++] = buffer >>> bits;
    }
  }
  return bytes;
}

/** Base32 in upper case without padding: the one form in which Countersign keeps a secret. */
export function encodeBase32(bytes: Uint8Array): string {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of bytes) {
    buffer = ((buffer << 8) | byte) & 0xfff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((buffer >>> bits) & 31);
    }
  }
  return bits > 0 ? text + ALPHABET.charAt((buffer << (5 - bits)) & 31) : text;
}
