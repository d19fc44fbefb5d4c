import { expect, it } from 'vitest';
import { saidAloud } from '../../../src/ui/approve/said-aloud.ts';

it.each([
  [60, undefined],
  [21, undefined],
  [20, 20],
  [11, 20],
  [10, 10],
  [1, 10],
  [0, undefined],
])('with %i seconds left, %s is read out', (left, expected) => {
  expect(saidAloud(left)).toBe(expected);
});

it('changes twice in a minute, and once more at its end', () => {
  const said = Array.from({ length: 61 }, (_, gone) => saidAloud(60 - gone));
  expect(said.filter((each, index) => index > 0 && each !== said[index - 1])).toHaveLength(3);
});
