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
});

describe('chooseRelease, with any period', () => {
  const period = fc.integer({ min: 1, max: 3600 });
  const now = fc.integer({ min: 0, max: 2 ** 42 });
  const givenBefore = fc.constantFrom(undefined, 0, -1);

  it('gives nothing that lives shorter than 5 s, or half a period of less than 10 s', () => {
    fc.assert(
      fc.property(period, now, (seconds, at) => {
        const release = chooseRelease(seconds, at, undefined);
        if (!('step' in release)) return;
        const left = (release.step + 1) * seconds * 1000 - at;
        expect(left).toBeGreaterThanOrEqual(Math.min(LEAST_LIFE_MS, seconds * 500));
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
