import { expect, it } from 'vitest';
import { placeOf } from '../../../src/ui/manager/place.ts';

it.each([
  ['', 'accounts'],
  ['#', 'accounts'],
  ['#accounts', 'accounts'],
  ['#add', 'add'],
  ['#bin', 'bin'],
  ['#security', 'security'],
  ['#clock', 'clock'],
  ['#damaged', 'damaged'],
  ['#toString', 'accounts'],
  ['#clock2', 'accounts'],
])('%j leads to %s', (hash, expected) => {
  expect(placeOf(hash)).toBe(expected);
});
