import * as v from 'valibot';

/** 12 kB, in base64. */
const MOST_CHARACTERS = 16_384;

/**
 * What a PNG of 64×64 pixels begins with: its signature and the head, type, width and height of its first chunk (PNG,
 * third edition, 5.2 and 11.2.1) are 24 bytes, or 32 characters of base64.
 */
const BEGINNING = 'iVBORw0KGgoAAAANSUhEUgAAAEAAAABA';

/** A picture that the user chose for an account, drawn anew by the manager: base64 of a PNG of 64×64 pixels. */
export const AccountImageSchema = v.pipe(
  v.string(),
  v.maxLength(MOST_CHARACTERS),
  v.startsWith(BEGINNING),
  // Not `v.base64()`, whose pattern is slow on thousands of characters.
  v.regex(/^[A-Za-z\d+/]*={0,2}$/u),
);
