/** The most seconds that are counted; of a longer time, these are shown until it comes to them. */
const MOST_SECONDS = 999;

/** What a countdown is drawn with (base.css). */
export interface CountdownTiming {
  readonly style: {
    readonly '--period': string;
    /** From the moment at which it is put into the page. */
    readonly '--ends-in': string;
    /** How many seconds stand on the strip. */
    readonly '--steps': string;
  };
  /** The seconds, one below the other. */
  readonly strip: string;
}

/**
 * @param changesAt when it comes to nought, in milliseconds since 1970
 * @param now milliseconds since 1970
 */
export function countdownTiming(periodMs: number, changesAt: number, now: number): CountdownTiming {
  const left = changesAt - now;
  const steps = Math.min(MOST_SECONDS, Math.max(1, Math.ceil(left / 1000)));
  return {
    style: { '--period': `${periodMs}ms`, '--ends-in': `${left}ms`, '--steps': `${steps}` },
    strip: Array.from({ length: steps }, (_, index) => steps - index).join('\n'),
  };
}
