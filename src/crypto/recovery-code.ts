import { Fault } from '../fault.ts';
import { randomBytes } from './bytes.ts';

/** Crockford's base32: no I, L, O or U, so that nothing reads as something else. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const RANDOM_CHARACTERS = 27;
const GROUP = 4;

/**
 * A new recovery code: 135 random bits as 27 characters and a check character, in seven groups of four.
 */
export function createRecoveryCode(): string {
  const random = Array.from(randomBytes(RANDOM_CHARACTERS), (byte) => byte % ALPHABET.length);
  const characters = [...random, checkValue(random)]
    .map((value) => ALPHABET.charAt(value))
    .join('');
  return (characters.match(new RegExp(`.{${GROUP}}`, 'gu')) ?? []).join('-');
}

/**
 * The 28 characters of a code as typed: lower case, any spaces and dashes, and the look-alikes that
 * Crockford's alphabet leaves out are understood.
 *
 * @throws Fault `recovery-code-mistyped` where length, alphabet or check character is wrong.
 */
export function normalizeRecoveryCode(typed: string): string {
  const characters = typed
    .toUpperCase()
    .replace(/[\s-]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/gu, '1');
  const values = Array.from(characters, (character) => ALPHABET.indexOf(character));
  const random = values.slice(0, RANDOM_CHARACTERS);
  const valid =
    values.length === RANDOM_CHARACTERS + 1 &&
    !values.includes(-1) &&
    values.at(-1) === checkValue(random);
  if (!valid)
    throw new Fault('recovery-code-mistyped', 'the check character does not match', 'code');
  return characters;
}

/** Luhn's algorithm modulo 32: finds every single wrong character and nearly every swap of neighbours. */
function checkValue(values: readonly number[]): number {
  const size = ALPHABET.length;
  const sum = values.reduceRight((total, value, index) => {
    const doubled = (values.length - index) % 2 === 1 ? value * 2 : value;
    return total + Math.floor(doubled / size) + (doubled % size);
  }, 0);
  return (size - (sum % size)) % size;
}
