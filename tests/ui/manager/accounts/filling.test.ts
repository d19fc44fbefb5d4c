import { expect, it } from 'vitest';
import {
  type Filling,
  fillingOf,
  isSameFilling,
  MODES_OFFERED,
} from '../../../../src/ui/manager/accounts/filling.ts';
import { FILL_MODES } from '../../../../src/vault/fill-mode.ts';
import { accountRow } from './account-row.ts';

const FILLING: Filling = { mode: 'ask', submits: true, insteadOfPush: false };

it('is what the row tells', () => {
  expect(fillingOf(accountRow(FILLING))).toEqual(FILLING);
});

it.each<[boolean, Partial<Filling>]>([
  [true, {}],
  [false, { mode: 'manual' }],
  [false, { submits: false }],
  [false, { insteadOfPush: true }],
])('is the same: %s, with %j', (isSame, change) => {
  expect(isSameFilling(FILLING, { ...FILLING, ...change })).toBe(isSame);
});

it('every mode is offered once, each in its own words', () => {
  expect(MODES_OFFERED.map(({ mode }) => mode)).toEqual([...FILL_MODES]);
  expect(new Set(MODES_OFFERED.flatMap(({ name, meaning }) => [name, meaning])).size).toBe(6);
});
