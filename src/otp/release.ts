import { timeStep } from './code.ts';

/** A page gets a code only if the user still has this long to send it. */
export const LEAST_LIFE_MS = 5_000;

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
  const msLeft = (step + 1) * period * 1000 - now;
  // A period shorter than twice the least life would otherwise seldom or never give a code.
  const leastLife = Math.min(LEAST_LIFE_MS, period * 500);
  return step !== lastStep && msLeft >= leastLife ? { step } : { waitMs: msLeft };
}
