import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeSkew,
  measureSkew,
  type Sample,
  type Skew,
  type SkewJudgement,
} from '../../src/otp/clock-skew.ts';
import { codeAtStep } from '../../src/otp/code.ts';
import type { TimedCredential } from '../../src/otp/credential.ts';
import { rfcSeed, steam, totp } from './credentials.ts';
import { referenceCode, referenceSteamCode } from './reference.ts';

const SEED = rfcSeed(20);
const HOURS = 60 * 60 * 1000;

/** What the other device shows in a time step. */
function shownAt(credential: TimedCredential, step: number): string {
  if (credential.type === 'steam') return referenceSteamCode(SEED, step);
  return referenceCode(SEED, { algorithm: 'SHA1', digits: credential.digits, step });
}

/** A whole number of steps of 30 s: its milliseconds are those of the step. */
const STEP = 56_666_666;
const START = STEP * 30_000;

describe('measureSkew, with a period of 30 s', () => {
  const credential = totp();
  const sample = (after: number, steps: number): Sample => ({
    at: START + after,
    code: shownAt(credential, STEP + steps),
  });
  const skew = (leastMs: number, mostMs: number): Skew => ({ leastMs, mostMs });

  it.each<[string, Sample[], Skew | undefined]>([
    ['the same step', [sample(10_000, 0)], skew(-10_000, 20_000)],
    ['the same step, at its start', [sample(0, 0)], skew(0, 30_000)],
    ['the same step, at its end', [sample(29_999, 0)], skew(-29_999, 1)],
    ['one step ahead', [sample(10_000, 1)], skew(20_000, 50_000)],
    ['one step behind', [sample(10_000, -1)], skew(-40_000, -10_000)],
    ['an hour ahead', [sample(0, 120)], skew(HOURS, HOURS + 30_000)],
    ['the last step of 12 hours ahead', [sample(0, 1439)], skew(12 * HOURS - 30_000, 12 * HOURS)],
    ['one step more', [sample(0, 1440)], undefined],
    [
      'a step that begins within the 12 hours',
      [sample(10_000, 1440)],
      skew(12 * HOURS - 10_000, 12 * HOURS),
    ],
    ['the last step behind', [sample(0, -1440)], skew(-12 * HOURS, -12 * HOURS + 30_000)],
    ['one step less', [sample(0, -1441)], undefined],
    ['two that agree', [sample(10_000, 0), sample(35_000, 1)], skew(-5_000, 20_000)],
    ['two that leave the end', [sample(10_000, 0), sample(15_000, 1)], skew(15_000, 20_000)],
    ['two that leave the start', [sample(10_000, 0), sample(25_000, 0)], skew(-10_000, 5_000)],
    ['two in the wrong order', [sample(35_000, 1), sample(10_000, 0)], skew(-5_000, 20_000)],
    ['the same one twice', [sample(10_000, 2), sample(10_000, 2)], skew(50_000, 80_000)],
    ['three', [sample(10_000, 0), sample(15_000, 1), sample(42_000, 1)], skew(15_000, 18_000)],
    ['two that contradict each other', [sample(10_000, 0), sample(11_000, 2)], undefined],
    ['two that only touch', [sample(10_000, 0), sample(10_000, 1)], undefined],
    ['one that fits and one that is no code', [sample(0, 0), { at: START, code: '0' }], undefined],
    ['a code of no step', [{ at: START, code: '12345' }], undefined],
    ['nothing typed', [{ at: START, code: '' }], undefined],
    ['no samples', [], undefined],
  ])('of %s', (_, samples, expected) => {
    expect(measureSkew(credential, samples)).toEqual(expected);
  });

  it('reads a code as typed', () => {
    const { code, at } = sample(0, 3);
    const typed = ` ${code.slice(0, 3)} ${code.slice(3)} `;
    expect(measureSkew(credential, [{ code: typed, at }])).toEqual(skew(90_000, 120_000));
  });

  it("reads Steam's in lower case", () => {
    const code = referenceSteamCode(SEED, STEP + 3).toLowerCase();
    expect(measureSkew(steam(), [{ code, at: START }])).toEqual(skew(90_000, 120_000));
  });

  it('knows no time before 1970', () => {
    const code = shownAt(credential, 0);
    expect(measureSkew(credential, [{ code, at: 1_000 }])).toEqual(skew(-1_000, 29_000));
    // The library has codes even for such steps.
    const before = codeAtStep(credential, -1);
    expect(measureSkew(credential, [{ code: before, at: 1_000 }])).toBe(undefined);
  });

  it('searches no further than 12 hours where a period is longer', () => {
    const day = totp({ period: 24 * 60 * 60 });
    const at = 24 * HOURS * 1000;
    const code = shownAt(day, 1000);
    expect(measureSkew(day, [{ code, at }])).toEqual(skew(0, 12 * HOURS));
    expect(measureSkew(day, [{ code, at: at + 18 * HOURS }])).toEqual(skew(-12 * HOURS, 6 * HOURS));
  });

  describe('where two steps show the same code', () => {
    const [earlier, later] = twins();
    const code = shownAt(credential, earlier);
    const nearEarlier = Math.floor((earlier * 2 + later) / 3);
    const nearLater = Math.ceil((earlier + later * 2) / 3);

    it.each([
      ['earlier', nearEarlier, earlier],
      ['later', nearLater, later],
    ])('takes the %s, which is nearer', (_, now, step) => {
      const at = now * 30_000;
      expect(shownAt(credential, later)).toBe(code);
      expect(measureSkew(credential, [{ code, at }])).toEqual(
        skew((step - now) * 30_000, (step - now + 1) * 30_000),
      );
    });

    it('takes the farther one, where another sample tells', () => {
      const first = { code, at: nearEarlier * 30_000 };
      const second = {
        code: shownAt(credential, later + 1),
        at: (nearEarlier + 1) * 30_000 + 12_000,
      };
      const steps = later - nearEarlier;
      for (const samples of [
        [first, second],
        [second, first],
      ]) {
        expect(measureSkew(credential, samples)).toEqual(
          skew(steps * 30_000, steps * 30_000 + 18_000),
        );
      }
    });

    /** Among so many steps there are several pairs (birthdays); these lie within 12 hours of each other. */
    function twins(): [number, number] {
      const seen = new Map<string, number>();
      for (let step = STEP; ; step++) {
        const shown = shownAt(credential, step);
        const before = seen.get(shown);
        if (before !== undefined && step - before > 9 && step - before < 1400)
          return [before, step];
        seen.set(shown, step);
      }
    }
  });
});

describe('judgeSkew', () => {
  it.each<[number, number, SkewJudgement]>([
    [-10_000, 20_000, { kind: 'fine' }],
    [-20_000, 20_000, { kind: 'fine' }],
    [0, 1, { kind: 'fine' }],
    [12_000, 20_000, { kind: 'fine' }],
    [20_000, 50_000, { kind: 'skewed', offsetSeconds: 35 }],
    [-50_000, -20_000, { kind: 'skewed', offsetSeconds: -35 }],
    [20_000, 21_000, { kind: 'skewed', offsetSeconds: 21 }],
    [3_600_000, 3_630_000, { kind: 'skewed', offsetSeconds: 3615 }],
    [-40_400, -40_000, { kind: 'skewed', offsetSeconds: -40 }],
    [10_002, 20_001, { kind: 'skewed', offsetSeconds: 15 }],
    [-20_001, -10_002, { kind: 'skewed', offsetSeconds: -15 }],
  ])('of %i to %i ms', (leastMs, mostMs, judgement) => {
    expect(judgeSkew({ leastMs, mostMs }, 30, START)).toEqual(judgement);
  });

  // The start of a step at the other clock, were it off by the interval's middle.
  it.each([
    [10_001, 20_001, 0, 14_999],
    [0, 30_000, 0, 15_000],
    [0, 30_000, 14_000, 1_000],
    [0, 30_000, 15_000, 0],
    [0, 30_000, 15_001, 29_999],
    [-30_000, 0, 0, 15_000],
    [-40_000, -10_000, 10_000, 15_000],
    [19_999, 49_999, 0, 25_001],
    [-100_000, 100_001, 0, 0],
    [-100_000, 100_004, 0, 29_998],
  ])('of %i to %i ms, %i ms after the start of a step, asks again in %i', (...given) => {
    const [leastMs, mostMs, after, askAgainInMs] = given;
    expect(judgeSkew({ leastMs, mostMs }, 30, START + after)).toEqual({
      kind: 'unsure',
      askAgainInMs,
    });
  });
});

describe('measuring and judging, until it is settled', () => {
  const anyTimed: fc.Arbitrary<TimedCredential> = fc.oneof(
    fc.constant(steam()),
    fc.constant(totp({ digits: 8 })),
    fc.integer({ min: 5, max: 300 }).map((period) => totp({ digits: 8, period })),
  );
  const upTo = (ms: number) => fc.integer({ min: -ms, max: ms });
  const anySkew = fc.oneof(
    { weight: 6, arbitrary: upTo(60_000) },
    { weight: 3, arbitrary: upTo(10 * 60_000) },
    { weight: 1, arbitrary: upTo(11 * HOURS) },
  );
  const anyStart = fc.integer({ min: 1_600_000_000_000, max: 2_200_000_000_000 });

  /** Whether a step nearer to this clock's time shows the same code: then the first sample misleads. */
  function misleads(credential: TimedCredential, at: number, skew: number): boolean {
    const stepOf = (ms: number) => Math.floor(ms / (credential.period * 1000));
    const truth = stepOf(at + skew);
    const code = shownAt(credential, truth);
    const reach = Math.abs(truth - stepOf(at)) + 1;
    return Array.from({ length: 2 * reach + 1 }, (_, index) => stepOf(at) - reach + index).some(
      (step) => step !== truth && shownAt(credential, step) === code,
    );
  }

  /** Types the other device's code whenever advised to. */
  function settle(credential: TimedCredential, start: number, trueSkew: number) {
    const samples: Sample[] = [];
    const skews: Skew[] = [];
    let now = start;
    for (;;) {
      const step = Math.floor((now + trueSkew) / (credential.period * 1000));
      samples.push({ at: now, code: shownAt(credential, step) });
      const skew = measureSkew(credential, samples);
      if (!skew) throw new Error('nothing fits');
      skews.push(skew);
      const judgement = judgeSkew(skew, credential.period, now);
      if (judgement.kind !== 'unsure') return { judgement, skew, skews };
      if (samples.length === 6) throw new Error('not settled by six samples');
      now += judgement.askAgainInMs;
    }
  }

  it('takes six samples at most, and is right', () => {
    fc.assert(
      fc.property(anyTimed, anyStart, anySkew, (credential, start, trueSkew) => {
        fc.pre(!misleads(credential, start, trueSkew));
        const { judgement, skew, skews } = settle(credential, start, trueSkew);
        // The truth never falls out of the interval.
        for (const { leastMs, mostMs } of skews) {
          expect(leastMs).toBeLessThanOrEqual(trueSkew);
          expect(mostMs).toBeGreaterThan(trueSkew);
        }
        if (Math.abs(trueSkew) > 20_000) expect(judgement.kind).toBe('skewed');
        if (Math.abs(trueSkew) <= 10_000) expect(judgement.kind).toBe('fine');
        if (judgement.kind !== 'skewed') return;
        // Half a second is the rounding.
        const error = Math.abs(judgement.offsetSeconds * 1000 - trueSkew);
        expect(error).toBeLessThanOrEqual((skew.mostMs - skew.leastMs) / 2 + 500);
        expect(error).toBeLessThanOrEqual(credential.period * 500 + 500);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('halves the interval with each sample after the first', () => {
    fc.assert(
      fc.property(anyTimed, anyStart, upTo(60_000), (credential, start, trueSkew) => {
        fc.pre(!misleads(credential, start, trueSkew));
        const widths = settle(credential, start, trueSkew).skews.map(
          ({ leastMs, mostMs }) => mostMs - leastMs,
        );
        expect(widths[0]).toBe(credential.period * 1000);
        for (const [index, width] of widths.slice(1).entries()) {
          // A millisecond is the rounding.
          expect(Math.abs(width - (widths[index] ?? 0) / 2)).toBeLessThanOrEqual(1);
        }
      }),
    );
  }, 60_000);
});
