import { expect, it } from 'vitest';
import { figureOf, scrollTargets } from './scroll-figures.ts';

const OWN = 16;
const smooth = { times: Array.from({ length: 100 }, () => OWN), bare: 0 };

it('counts the frames that come late, and those with a gap', () => {
  const figure = figureOf([{ times: [16, 24, 25, 48], bare: 1 }, smooth], OWN);
  expect(figure.late).toBeCloseTo(2 / 104);
  expect(figure.bare).toBeCloseTo(1 / 104);
  expect(figure.frame.median).toBe(OWN);
});

it.each([
  ['as smooth as plain text', smooth, [true, true, true]],
  ['every frame slower', { ...smooth, times: smooth.times.map(() => 17) }, [false, true, true]],
  [
    'many late',
    { ...smooth, times: smooth.times.map((time, index) => (index < 6 ? 32 : time)) },
    [true, false, true],
  ],
  ['a row missing', { ...smooth, bare: 1 }, [true, true, false]],
])('says which targets hold: %s', (_, scrolled, holds) => {
  const plain = figureOf([{ times: [OWN], bare: 0 }], OWN);
  const figures = { popup: figureOf([scrolled], OWN), plain };
  expect(scrollTargets(figures).map((each) => each.holds)).toEqual(holds);
});
