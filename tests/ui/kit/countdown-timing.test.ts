import { expect, it } from 'vitest';
import { countdownTiming } from '../../../src/ui/kit/countdown-timing.ts';

const NOW = 1_700_000_000_000;

it.each([
  ['in the midst of its period', 3200, '3200ms', '4\n3\n2\n1'],
  ['at a whole second', 2000, '2000ms', '2\n1'],
  ['in the last second', 40.5, '40.5ms', '1'],
  ['when it has come to nought', -200, '-200ms', '1'],
])('counts down %s', (_, left, endsIn, strip) => {
  expect(countdownTiming(30_000, NOW + left, NOW)).toEqual({
    style: { '--period': '30000ms', '--ends-in': endsIn, '--steps': `${strip.split('\n').length}` },
    strip,
  });
});

it('counts no more than has room', () => {
  const { style, strip } = countdownTiming(3_600_000, NOW + 3_000_000, NOW);
  expect(style['--steps']).toBe('999');
  expect(strip).toMatch(/^999\n998\n/u);
});
