import { describe, expect, it } from 'vitest';
import { rowAfterKey } from '../../../../src/ui/manager/accounts/row-keys.ts';

const LIST = { count: 5, columns: 1, isRightToLeft: false };
const CARDS = { count: 7, columns: 3, isRightToLeft: false };

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowUp', 1, 0],
    ['Home', 3, 0],
    ['End', 3, 4],
    ['ArrowDown', 4, undefined],
    ['ArrowUp', 0, undefined],
    ['ArrowRight', 1, undefined],
    ['a', 1, undefined],
    ['constructor', 1, undefined],
  ])('%s in a list, from %i', (key, index, expected) => {
    expect(rowAfterKey(key, index, LIST)).toBe(expected);
  });

  it.each([
    ['ArrowDown', 1, 4],
    ['ArrowUp', 4, 1],
    ['ArrowRight', 2, 3],
    ['ArrowLeft', 3, 2],
    ['ArrowDown', 5, undefined],
    ['ArrowLeft', 0, undefined],
  ])('%s among cards, from %i', (key, index, expected) => {
    expect(rowAfterKey(key, index, CARDS)).toBe(expected);
  });

  it('goes the other way sideways where lines run from right to left', () => {
    const mirrored = { ...CARDS, isRightToLeft: true };
    expect(rowAfterKey('ArrowRight', 2, mirrored)).toBe(1);
    expect(rowAfterKey('ArrowLeft', 2, mirrored)).toBe(3);
    expect(rowAfterKey('ArrowDown', 2, mirrored)).toBe(5);
  });
});
