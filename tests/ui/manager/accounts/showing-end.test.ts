import { expect, it } from 'vitest';
import { isOver } from '../../../../src/ui/manager/accounts/showing-end.ts';

const SINCE = 1_700_000_000_000;
const hidden = (ms: number) => ({ since: SINCE, hiddenSince: SINCE + ms });

it.each([
  ['at once', { since: SINCE }, 0, false],
  ['until two minutes are over', { since: SINCE }, 119_999, false],
  ['after two minutes', { since: SINCE }, 120_000, true],
  ['after a night of sleep', { since: SINCE }, 30_000_000, true],
  ['where the clock was set back', { since: SINCE }, -1, true],
  ['hidden for a little', hidden(10_000), 39_999, false],
  ['hidden for half a minute', hidden(10_000), 40_000, true],
  ['hidden at the end', hidden(119_000), 120_000, true],
])('%s', (_, showing, ms, expected) => {
  expect(isOver(showing, SINCE + ms)).toBe(expected);
});
