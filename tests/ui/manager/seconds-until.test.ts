import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { secondsUntil } = await import('../../../src/ui/manager/clock/use-seconds-left.ts');
const { signed } = await import('../../../src/ui/manager/clock/outcome.tsx');

it.each([
  [10_000, 10],
  [9_001, 10],
  [9_000, 9],
  [1, 1],
  [0, 0],
  [-5_000, 0],
])('%i ms are %i seconds', (ms, expected) => {
  expect(secondsUntil(1_000_000 + ms, 1_000_000)).toBe(expected);
});

it.each([
  [38, '+38 seconds'],
  [-38, '-38 seconds'],
])('%i is written %s', (seconds, expected) => {
  expect(signed(seconds)).toBe(expected);
});
