import { describe, expect, it } from 'vitest';
import { confirmedOf, type Picks, pickAll, pickOf } from '../../../../src/ui/manager/add/picks.ts';
import { foundAccount } from './findings.ts';

const NONE: Picks = new Map();
const KIM = foundAccount('kim');
const KNOWN = foundAccount('known', { state: 'known' });
const SECOND = foundAccount('second', { state: 'second', accountKind: 'work' });
const ALL = [KIM, KNOWN, SECOND];

const idsOf = (picks: Picks) => confirmedOf(ALL, picks).map(({ findingId }) => findingId);

describe('the accounts to be added', () => {
  it('are at first all but those that are in the vault', () => {
    expect(confirmedOf(ALL, NONE)).toEqual([
      { findingId: 'kim', accountKind: 'other' },
      { findingId: 'second', accountKind: 'work' },
    ]);
  });

  it('are those that the user chose', () => {
    const picks = new Map([
      ['kim', { ...pickOf(KIM, NONE), isChosen: false }],
      ['known', { ...pickOf(KNOWN, NONE), isChosen: true }],
    ]);
    expect(idsOf(picks)).toEqual(['known', 'second']);
  });

  it('are all of them, or none', () => {
    expect(idsOf(pickAll(ALL, NONE, true))).toEqual(['kim', 'known', 'second']);
    expect(idsOf(pickAll(ALL, NONE, false))).toEqual([]);
  });

  it('have the names that they were given, also once all are chosen', () => {
    const names = { issuer: 'My shop', account: 'kim', organisation: '' };
    const renamed = new Map([
      ['kim', { isChosen: false, choice: { names, accountKind: 'work' } }],
    ]) as Picks;
    expect(confirmedOf([KIM], pickAll(ALL, renamed, true))).toEqual([
      { findingId: 'kim', accountKind: 'work', names },
    ]);
  });
});
