import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispensable, type StoredGeneration } from '../../src/vault/retention.ts';

const DAY = 86_400_000;
const NOW = 20_000 * DAY + DAY / 2;

/** Generations from 1 on, saved so many days (or parts of one) ago. */
const savedDaysAgo = (...days: number[]): StoredGeneration[] =>
  days.map((ago, index) => ({ generation: index + 1, savedAt: NOW - ago * DAY }));

const TEN_OF_TODAY = Array.from({ length: 10 }, () => 0);

describe('dispensable', () => {
  it.each<[string, number[], number[]]>([
    ['nothing of nothing', [], []],
    ['none of ten, however old', Array.from({ length: 10 }, () => 400), []],
    ['the eleventh of one day', [0, ...TEN_OF_TODAY], [1]],
    ['not the last one of another day', [1, ...TEN_OF_TODAY], []],
    ['all but the last one of another day', [1.2, 1.1, 1, ...TEN_OF_TODAY], [2, 1]],
    ['not the last one of the 30th day', [30, ...TEN_OF_TODAY], []],
    ['the last one of an older day', [30.1, ...TEN_OF_TODAY], [1]],
    ['of days by UTC', [0.6, 0.51, 0.5, ...TEN_OF_TODAY], [3, 1]],
    ['not one that was saved in the future', [-1, ...TEN_OF_TODAY], []],
    ['none of a day each', Array.from({ length: 31 }, (_, index) => 30 - index), []],
  ])('names %s', (_, daysAgo, generations) => {
    expect(dispensable(savedDaysAgo(...daysAgo), NOW)).toEqual(generations);
  });

  it('does not depend on the order of what is stored', () => {
    const stored = savedDaysAgo(40, 1.2, 1.1, 1, ...TEN_OF_TODAY);
    expect(dispensable(stored.toReversed(), NOW)).toEqual(dispensable(stored, NOW));
  });

  it('keeps the newest 10 and one of each day whatever happened, and no more than 41 in good order', () => {
    const anyHistory = fc
      .array(fc.integer({ min: 0, max: 60 * DAY }), { maxLength: 120 })
      .map((ages) =>
        ages
          .sort((a, b) => b - a)
          .map((age, index) => ({ generation: index + 1, savedAt: NOW - age })),
      );
    fc.assert(
      fc.property(anyHistory, (stored) => {
        const gone = new Set(dispensable(stored, NOW));
        const kept = stored.filter(({ generation }) => !gone.has(generation));
        expect(kept.slice(-10)).toEqual(stored.slice(-10));
        const recentDays = (states: StoredGeneration[]) =>
          new Set(
            states
              .filter(({ savedAt }) => NOW - savedAt <= 30 * DAY)
              .map(({ savedAt }) => Math.floor(savedAt / DAY)),
          );
        expect(recentDays(kept)).toEqual(recentDays(stored));
        expect(kept.length).toBeLessThanOrEqual(10 + 31);
      }),
    );
  });
});
