import { codeAtStep } from './code.ts';
import type { HotpCredential } from './credential.ts';
import { normalizeTypedCode } from './typed-code.ts';

/**
 * Codes that may have been used up elsewhere since. RFC 4226, section 7.4, wants a server's window small, since
 * every counter in it is one more guess for an attacker. Here nobody is let in by a hit: it only has to be
 * unlikely by chance, and two codes of six digits hit one of so many counters once in 10^9 times.
 */
export const LOOK_AHEAD = 1_000;

/**
 * Finds where the counter stands by two consecutive codes of another token of the same account, or of a list
 * (RFC 4226, section 7.4 and appendix E.3: a short sequence of codes instead of one).
 *
 * It looks ahead only. The site's counter never goes back (RFC 4226, section 7.2), so codes behind ours are spent
 * or passed over: whoever types two of them read old ones, and following would make codes that no site takes.
 *
 * @param codes as typed
 * @returns the counter of the code that follows the two; undefined where they fit nowhere
 */
export function findCounter(
  credential: HotpCredential,
  codes: readonly [string, string],
): number | undefined {
  const [first, second] = codes.map(normalizeTypedCode);
  // The code that follows must have a counter, too.
  const last = Math.min(credential.counter + LOOK_AHEAD, Number.MAX_SAFE_INTEGER - 2);
  for (let counter = credential.counter; counter <= last; counter++) {
    if (codeAtStep(credential, counter) !== first) continue;
    if (codeAtStep(credential, counter + 1) === second) return counter + 2;
  }
  return undefined;
}
