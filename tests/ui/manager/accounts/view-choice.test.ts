import { expect, it } from 'vitest';
import { viewOf } from '../../../../src/ui/manager/accounts/view-choice.ts';

it.each([
  [null, 'table'],
  ['cards', 'cards'],
  ['table', 'table'],
  ['tiles', 'table'],
])('%s on the disk is shown as %s', (stored, expected) => {
  expect(viewOf(stored)).toBe(expected);
});
