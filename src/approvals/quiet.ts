import * as v from 'valibot';
import { CLOCK_TOLERANCE_MS, OUTCOMES, type Outcome } from './request.ts';

/** How long a site stays silenced, and how far back its refusals count. */
const QUIET_MS = 600_000;

/** More refusals of one site than this silence it: whoever is asked again and again ends up saying yes. */
const MOST_REFUSALS = 3;
/** The same for all requests that came to nothing: a page that begins anew all the time asks as often. */
const MOST_IN_VAIN = 10;

export const QuietSchema = v.strictObject({
  /** Requests that came to nothing, oldest first. Times in milliseconds since 1970. */
  inVain: v.array(
    v.strictObject({ origin: v.string(), at: v.number(), outcome: v.picklist(OUTCOMES) }),
  ),
  silenced: v.array(v.strictObject({ origin: v.string(), until: v.number() })),
});
type Quiet = v.InferOutput<typeof QuietSchema>;

const NOBODYS_REFUSAL: readonly Outcome[] = ['gone'];
/** Not the site's doing. */
const NOT_COUNTED: readonly Outcome[] = ['filled', 'unused', 'silenced', 'locked'];

export function isSilenced({ silenced }: Quiet, origin: string, now: number): boolean {
  return silenced.some((each) => each.origin === origin && isStill(each.until, now));
}

/** Under a clock that was set back it would be silenced for as much longer. */
function isStill(until: number, now: number): boolean {
  const left = until - now;
  return left > 0 && left <= QUIET_MS + CLOCK_TOLERANCE_MS;
}

/** Remembers how a request of this origin ended; from "not me" on, or after too many refusals, the origin is silenced. */
export function withEnding(quiet: Quiet, origin: string, outcome: Outcome, now: number): Quiet {
  if (NOT_COUNTED.includes(outcome)) return quiet;
  const inVain = [
    ...quiet.inVain.filter(({ at }) => Math.abs(now - at) < QUIET_MS),
    { origin, at: now, outcome },
  ];
  const silenced = quiet.silenced.filter(({ until }) => isStill(until, now));
  const ofOrigin = inVain.filter((each) => each.origin === origin);
  const refusals = ofOrigin.filter((each) => !NOBODYS_REFUSAL.includes(each.outcome));
  const isTooMuch = refusals.length > MOST_REFUSALS || ofOrigin.length > MOST_IN_VAIN;
  if (outcome !== 'not-me' && !isTooMuch) return { inVain, silenced };
  return { inVain, silenced: [...silenced, { origin, until: now + QUIET_MS }] };
}
