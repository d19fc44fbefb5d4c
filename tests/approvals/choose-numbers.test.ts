import { describe, expect, it } from 'vitest';
import { chooseNumbers } from '../../src/approvals/choose-numbers.ts';

/** Draws these, and says what they were drawn from. */
function drawing(...drawn: number[]) {
  const bounds: number[] = [];
  const below = (bound: number) => {
    bounds.push(bound);
    return drawn.shift() ?? 0;
  };
  return { below, bounds };
}

describe('chooseNumbers', () => {
  it('draws three of the 90 numbers of two digits without putting them back, and one of these', () => {
    const { below, bounds } = drawing(0, 0, 87, 2);
    expect(chooseNumbers(below)).toEqual({ numbers: [10, 11, 99], number: 99 });
    expect(bounds).toEqual([90, 89, 88, 3]);
  });

  it('leaves them in the order in which they were drawn', () => {
    expect(chooseNumbers(drawing(89, 0, 40, 0).below)).toEqual({
      numbers: [99, 10, 51],
      number: 99,
    });
  });

  it('by default never draws two alike, and shows one of the three in every place', () => {
    const places = new Set<number>();
    for (let round = 0; round < 2000; round++) {
      const { number, numbers } = chooseNumbers();
      expect(new Set(numbers).size).toBe(3);
      for (const each of numbers) {
        expect(each).toBeGreaterThanOrEqual(10);
        expect(each).toBeLessThanOrEqual(99);
      }
      expect(numbers).toContain(number);
      places.add(numbers.indexOf(number));
    }
    expect(places.size).toBe(3);
  });
});
