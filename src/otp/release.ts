import { timeStep } from './code.ts';

/** A page gets a code only if the user still has this long to send it. */
export const LEAST_LIFE_MS = 5_000;

/** Time steps by which a clock may be set back without a spent code being given again. */
const CLOCK_CORRECTION = 2;

export type Release =
  /** Give the code of this time step. */
  | { readonly step: number }
  /** Ask again when this many milliseconds have passed. */
  | { readonly waitMs: number };

/**
 * Decides which code may go to a page.
 *
 * It lives at least {@link LEAST_LIFE_MS}, and it is not the one that was given last: a site accepts a code only
 * once (RFC 6238, section 5.2).
 *
 * @param period seconds
 * @param now milliseconds since 1970
 * @param lastStep the time step of the last code that went to a page
 */
export function chooseRelease(period: number, now: number, lastStep: number | undefined): Release {
  const step = timeStep(period, now / 1000);
  // A shorter period has no code that lives so long: half of it must do.
  const leastLife = period * 1000 > LEAST_LIFE_MS ? LEAST_LIFE_MS : period * 500;
  const msUntil = (next: number) => next * period * 1000 - now;
  // Also after the clock was set back a little; one that was far ahead is not waited for.
  const spent = lastStep !== undefined && step <= lastStep && lastStep - step <= CLOCK_CORRECTION;
  if (spent) return { waitMs: msUntil(lastStep + 1) };
  return msUntil(step + 1) >= leastLife ? { step } : { waitMs: msUntil(step + 1) };
}
