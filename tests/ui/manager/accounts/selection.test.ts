import { describe, expect, it } from 'vitest';
import {
  extend,
  keepOnly,
  NOTHING_SELECTED,
  type Selection,
  setAll,
  stateOf,
  toggle,
} from '../../../../src/ui/manager/accounts/selection.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, pinned: id === 'a' }));
const row = (id: string) => ({ id, pinned: id === 'a' });
const ids = ({ picked }: Selection) => [...picked.keys()].sort().join('');

describe('a selection', () => {
  it('takes an account in and leaves it out', () => {
    const one = toggle(NOTHING_SELECTED, row('b'));
    expect(ids(one)).toBe('b');
    expect(ids(toggle(one, row('b')))).toBe('');
    expect(ids(NOTHING_SELECTED)).toBe('');
  });

  it('remembers which accounts are pinned', () => {
    const both = setAll(NOTHING_SELECTED, [row('a'), row('b')], true);
    expect([...both.picked.values()]).toEqual([
      { id: 'a', pinned: true },
      { id: 'b', pinned: false },
    ]);
  });

  it.each([
    ['b', 'd', 'bcd'],
    ['d', 'b', 'bcd'],
    ['c', 'c', 'c'],
  ])('goes in a range from %s to %s', (from, to, expected) => {
    expect(ids(extend(toggle(NOTHING_SELECTED, row(from)), ROWS, row(to)))).toBe(expected);
  });

  it('leaves a range out where the account that it begins at was left out', () => {
    const all = setAll(NOTHING_SELECTED, ROWS, true);
    expect(ids(extend(toggle(all, row('b')), ROWS, row('d')))).toBe('ae');
  });

  it('goes on from where the first range began', () => {
    const range = extend(toggle(NOTHING_SELECTED, row('b')), ROWS, row('c'));
    expect(ids(extend(range, ROWS, row('e')))).toBe('bcde');
  });

  it('takes in the account alone where the range begins on another page', () => {
    const elsewhere = toggle(NOTHING_SELECTED, row('z'));
    expect(ids(extend(elsewhere, ROWS, row('d')))).toBe('dz');
    expect(ids(extend(NOTHING_SELECTED, ROWS, row('d')))).toBe('d');
  });

  it('keeps what other pages have when a page is selected or left out', () => {
    const elsewhere = toggle(NOTHING_SELECTED, row('z'));
    const all = setAll(elsewhere, ROWS, true);
    expect(ids(all)).toBe('abcdez');
    expect(ids(setAll(all, ROWS, false))).toBe('z');
  });

  it('loses what is gone', () => {
    const all = setAll(NOTHING_SELECTED, ROWS, true);
    expect(ids(keepOnly(all, new Set(['b', 'x'])))).toBe('b');
  });

  it.each([
    ['none', []],
    ['some', ['b']],
    ['all', ['a', 'b', 'c', 'd', 'e']],
  ] as const)('is of a page: %s', (expected, picked) => {
    const selection = setAll(toggle(NOTHING_SELECTED, row('z')), picked.map(row), true);
    expect(stateOf(selection, ROWS)).toBe(expected);
  });

  it('is none of a page without accounts', () => {
    expect(stateOf(NOTHING_SELECTED, [])).toBe('none');
  });
});
