import { expect, it } from 'vitest';
import { rowByKey } from '../../../src/ui/popup/row-keys.ts';

it.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 9, 9],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, -1],
  ['Home', 5, 0],
  ['End', 5, 9],
  ['Enter', 5, undefined],
  ['a', 5, undefined],
])('of ten rows, %s leads from %i to %s', (key, row, expected) => {
  expect(rowByKey(key, row, 10)).toBe(expected);
});
