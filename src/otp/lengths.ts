import { Fault } from '../fault.ts';

/** UTF-16 code units, of an issuer, an account and an organisation each: as many as an address has room for. */
export const LONGEST_NAME = 320;

/** Characters of base32, some 1,250 bytes. The longest block of the HMACs in use is 128 bytes. */
export const LONGEST_SECRET = 2000;

/**
 * What is longer comes from no site, and would be a burden on every save and every list.
 *
 * @throws Fault `invalid`; the message never repeats the text
 */
export function checkLength(text: string, longest: number, field: string): void {
  if (text.length > longest) throw new Fault('invalid', `the ${field} is too long`, field);
}
