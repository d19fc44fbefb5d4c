import { expect, it } from 'vitest';
import { twinsAmong } from '../../../../src/ui/manager/accounts/twins.ts';
import { accountRow } from './account-row.ts';

const among = (...differing: Parameters<typeof accountRow>[0][]) => [
  ...twinsAmong(differing.map((differs, index) => accountRow({ id: `${index}`, ...differs }))),
];

it('rows that are called the same are twins, all of them', () => {
  expect(among({}, { account: 'sam' }, {}, { createdAt: 5, elsewhere: 'Phone' })).toEqual([
    '0',
    '2',
    '3',
  ]);
});

it('in whatever case they are written', () => {
  expect(among({}, { account: 'Alex@Contoso.example' })).toEqual(['0', '1']);
});

it.each(['issuer', 'organisation', 'account'] as const)('not with another %s', (field) => {
  expect(among({}, { [field]: 'another' })).toEqual([]);
});

it('not where the same words stand in other places', () => {
  expect(among({ issuer: 'a', organisation: 'b' }, { issuer: 'b', organisation: 'a' })).toEqual([]);
});
