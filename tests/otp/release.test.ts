import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseRelease, LEAST_LIFE_MS } from '../../src/otp/release.ts';

/** A whole number of steps of 30 s: its milliseconds are those of the step. */
const STEP = 56_666_666;
const START = STEP * 30_000;

describe('chooseRelease, with a period of 30 s', () => {
  it.each([
    ['at the start of the step', 0],
    ['in the middle', 15_000],
    ['with the least life left', 30_000 - LEAST_LIFE_MS],
  ])('gives the code %s', (_, after) => {
    expect(chooseRelease(30, START + after, undefined)).toEqual({ step: STEP });
  });

  it.each([
    ['one millisecond short of the least life', 30_001 - LEAST_LIFE_MS, 4_999],
    ['in the last millisecond', 29_999, 1],
  ])('waits for the next step %s', (_, after, waitMs) => {
    expect(chooseRelease(30, START + after, undefined)).toEqual({ waitMs });
  });

  it('waits for the next step where the code of this one was given', () => {
    expect(chooseRelease(30, START + 1_000, STEP)).toEqual({ waitMs: 29_000 });
  });

  it('gives the code where the one of the step before was given', () => {
    expect(chooseRelease(30, START, STEP - 1)).toEqual({ step: STEP });
  });

  it.each([
    [1, 0, 60_000],
    [1, 29_999, 30_001],
    [2, 0, 90_000],
    [2, 10_000, 80_000],
  ])(
    'waits for what follows the code given, where the clock was set back by %i step(s)',
    (steps, after, waitMs) => {
      expect(chooseRelease(30, START + after, STEP + steps)).toEqual({ waitMs });
    },
  );

  it.each([3, 4, 1_000_000])('does not wait for a clock that was %i steps ahead', (steps) => {
    expect(chooseRelease(30, START, STEP + steps)).toEqual({ step: STEP });
    expect(chooseRelease(30, START + 29_000, STEP + steps)).toEqual({ waitMs: 1_000 });
  });
});

describe('chooseRelease, with a short period', () => {
  it.each([
    [1, 500],
    [3, 1_500],
    [5, 2_500],
    [6, 5_000],
    [7, 5_000],
    [9, 5_000],
    [10, 5_000],
  ])('of %i s gives a code that has %i ms to live, and none that has less', (period, leastLife) => {
    const step = 1_000_000;
    const end = (step + 1) * period * 1000;
    expect(chooseRelease(period, end - leastLife, undefined)).toEqual({ step });
    expect(chooseRelease(period, end - leastLife + 1, undefined)).toEqual({
      waitMs: leastLife - 1,
    });
  });
});

describe('chooseRelease, with any period', () => {
  const period = fc.integer({ min: 1, max: 3600 });
  const now = fc.integer({ min: 0, max: 2 ** 42 });
  /** Steps from now: also ahead, by a clock that was set back since. Those 3 ahead come within 2 by waiting. */
  const givenBefore = fc.constantFrom(undefined, -1_000, -2, -1, 0, 1, 2, 4, 1_000);

  it('gives nothing that lives shorter than 5 s, or half a period of at most 5 s', () => {
    fc.assert(
      fc.property(period, now, (seconds, at) => {
        const release = chooseRelease(seconds, at, undefined);
        if (!('step' in release)) return;
        const left = (release.step + 1) * seconds * 1000 - at;
        expect(left).toBeGreaterThanOrEqual(seconds > 5 ? LEAST_LIFE_MS : seconds * 500);
        expect(left).toBeLessThanOrEqual(seconds * 1000);
      }),
    );
  });

  it('gives another code to whoever waits as long as told', () => {
    fc.assert(
      fc.property(period, now, givenBefore, (seconds, at, offset) => {
        const lastStep =
          offset === undefined ? undefined : Math.floor(at / (seconds * 1000)) + offset;
        const first = chooseRelease(seconds, at, lastStep);
        if ('step' in first) {
          expect(first.step).not.toBe(lastStep);
          return;
        }
        const second = chooseRelease(seconds, at + first.waitMs, lastStep);
        expect(second).toEqual({ step: (at + first.waitMs) / (seconds * 1000) });
      }),
    );
  });
});
