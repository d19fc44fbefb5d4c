import { codeAtStep, timeStep } from './code.ts';
import type { TimedCredential } from './credential.ts';
import { normalizeTypedCode } from './typed-code.ts';

/**
 * How far a clock may be off and still count as right: a site takes the codes of the neighbouring steps, too (RFC
 * 6238, section 5.2, allows it one), so 10 s of a period of 30 s are left for the way of the code.
 */
const TOLERANCE_MS = 20_000;

/** Narrower than this, an interval tells the offset well enough: its middle is at most 5 s off. */
const NARROW_MS = 10_000;

/** Half a day: a.m. for p.m., or another time zone's time. Every further step would be one more chance hit. */
const SEARCH_MS = 12 * 60 * 60 * 1000;

/** One look at another device that holds the same account. */
export interface Sample {
  /** As typed. */
  readonly code: string;
  /**
   * When the other device showed it: milliseconds since 1970 by this clock. Best the first key press, since the
   * code may be gone from its screen when the last one is typed.
   */
  readonly at: number;
}

/** From `leastMs` to less than `mostMs` lies (the other clock − this clock), in milliseconds. */
export interface Skew {
  readonly leastMs: number;
  readonly mostMs: number;
}

export type SkewJudgement =
  | { readonly kind: 'fine' }
  /** Adding this many seconds to this clock's time gives the other's. */
  | { readonly kind: 'skewed'; readonly offsetSeconds: number }
  /** Take a sample when this many milliseconds have passed: it halves the interval. */
  | { readonly kind: 'unsure'; readonly askAgainInMs: number };

/**
 * How far the other device's clock is from this one, as all samples agree. Of several answers the one nearest to
 * no skew at all: among the 2881 steps of 30 s that are searched, a wrong one shows a certain code of six digits
 * by chance once in 350 times, and one more sample rules that out.
 *
 * @returns undefined where nothing within 12 hours fits all samples, or where there are none
 */
export function measureSkew(
  credential: TimedCredential,
  samples: readonly Sample[],
): Skew | undefined {
  const typed = samples.map(({ code, at }) => ({ code: normalizeTypedCode(code), at }));
  return narrow(credential, { leastMs: -SEARCH_MS, mostMs: SEARCH_MS }, typed);
}

/** The part of `bounds` nearest to 0 in which all samples are what the other device shows. */
function narrow(
  credential: TimedCredential,
  bounds: Skew,
  [sample, ...others]: readonly Sample[],
): Skew | undefined {
  if (!sample) return undefined;
  for (const { step, ...part } of partsOf(bounds, credential.period, sample.at)) {
    if (codeAtStep(credential, step) !== sample.code) continue;
    const narrowed = others.length === 0 ? part : narrow(credential, part, others);
    if (narrowed) return narrowed;
  }
  return undefined;
}

interface Part extends Skew {
  /** The time step of the other device's clock, if the skew is in this part. */
  readonly step: number;
}

/**
 * `bounds`, cut where the other clock's time step changes, the part nearest to 0 first: at `at`, a skew of δ puts
 * the other clock into step s where s × period ≤ at + δ < (s + 1) × period.
 */
function partsOf(bounds: Skew, period: number, at: number): Part[] {
  // No clock shows a time before 1970.
  const first = Math.max(timeStep(period, (at + bounds.leastMs) / 1000), 0);
  const last = timeStep(period, (at + bounds.mostMs) / 1000);
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => {
    const step = first + index;
    return {
      step,
      leastMs: Math.max(step * period * 1000 - at, bounds.leastMs),
      mostMs: Math.min((step + 1) * period * 1000 - at, bounds.mostMs),
    };
  })
    .filter(({ leastMs, mostMs }) => leastMs < mostMs)
    .sort((one, other) => distance(one) - distance(other));
}

/** From 0 to the nearest skew of an interval. */
function distance({ leastMs, mostMs }: Skew): number {
  return Math.max(leastMs, -mostMs, 0);
}

/**
 * What a measured skew comes to, or when to look again.
 *
 * A skew of over 20 s is never fine, one of up to 10 s never skewed; between the two it depends on where the
 * samples happened to fall. A period of up to 300 s takes six samples at most.
 *
 * @param period seconds
 * @param now milliseconds since 1970 by this clock
 */
export function judgeSkew({ leastMs, mostMs }: Skew, period: number, now: number): SkewJudgement {
  if (leastMs >= -TOLERANCE_MS && mostMs <= TOLERANCE_MS) return { kind: 'fine' };
  const middleMs = (leastMs + mostMs) / 2;
  const isOutside = leastMs >= TOLERANCE_MS || mostMs <= -TOLERANCE_MS;
  if (isOutside || mostMs - leastMs < NARROW_MS) {
    return { kind: 'skewed', offsetSeconds: Math.round(middleMs / 1000) };
  }
  // When a clock that is off by the middle begins a step: the old code then tells of less skew, the new one of more.
  const periodMs = period * 1000;
  const sinceStart = (now + middleMs) % periodMs;
  return { kind: 'unsure', askAgainInMs: Math.ceil(periodMs - sinceStart) % periodMs };
}
