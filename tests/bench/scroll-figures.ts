import type { Target } from './qr-targets.ts';
import type { Scrolled } from './scroll-frames.ts';
import { type Spread, spread } from './spread.ts';

/** What issue 6 asks: full frame rate, which is that of a list of plain text. */
const GREATEST_RATIO = 1.05;
/** Of the frames, more than in the plain list. */
const MOST_LATE = 0.05;

export interface ScrollFigure {
  /** Milliseconds a frame. */
  readonly frame: Spread;
  /** Of the frames, those that took more than one and a half of the browser's own. */
  readonly late: number;
  /** Of the frames, those in which a row was missing. */
  readonly bare: number;
}

/** @param own how long a frame takes by itself, in milliseconds */
export function figureOf(scrolled: readonly Scrolled[], own: number): ScrollFigure {
  const times = scrolled.flatMap((each) => each.times);
  const late = times.filter((time) => time > own * 1.5).length;
  const bare = scrolled.reduce((sum, each) => sum + each.bare, 0);
  return { frame: spread(times), late: late / times.length, bare: bare / times.length };
}

export interface ScrollFigures {
  readonly popup: ScrollFigure;
  /** Of a list of plain text, scrolled by the same steps. */
  readonly plain: ScrollFigure;
}

/** Whether the figures show what is asked. */
export function scrollTargets({ popup, plain }: ScrollFigures): readonly Target[] {
  const ratio = popup.frame.median / plain.frame.median;
  return [
    {
      target: `a frame of the popup's list takes at most ${GREATEST_RATIO} of one of plain text`,
      holds: ratio <= GREATEST_RATIO,
      found: ratio.toFixed(2),
    },
    {
      target: `at most ${percent(MOST_LATE)} of its frames more come late`,
      holds: popup.late - plain.late <= MOST_LATE,
      found: `${percent(popup.late)} beside ${percent(plain.late)}`,
    },
    {
      target: 'no row is missing in any frame',
      holds: popup.bare === 0,
      found: `in ${percent(popup.bare)} of the frames`,
    },
  ];
}

export function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
