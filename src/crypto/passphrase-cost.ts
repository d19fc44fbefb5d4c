import { ARGON2_CEILING, ARGON2_FLOOR, type Argon2Parameters } from './argon2-parameters.ts';

/** What opening a vault may take on the computer that made the slot, in milliseconds. */
const TARGET_MS = 500;

/**
 * The cost of a new passphrase slot, from the time that one derivation at {@link ARGON2_FLOOR} took here. Only
 * the passes grow: each goes over the same memory once more (RFC 9106, section 3.2), so that the time grows
 * in proportion, while more memory might be more than the next computer has.
 *
 * A clock that browsers hold coarse against fingerprinting may show no time at all. That gives the ceiling,
 * which is not much over the target even where such a clock ticks only ten times a second.
 */
export function argon2Cost(floorMs: number): Argon2Parameters {
  const passes = Math.round((ARGON2_FLOOR.passes * TARGET_MS) / Math.max(floorMs, 1));
  return {
    ...ARGON2_FLOOR,
    passes: Math.min(Math.max(passes, ARGON2_FLOOR.passes), ARGON2_CEILING.passes),
  };
}
