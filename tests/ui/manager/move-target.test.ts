import { describe, expect, it } from 'vitest';
import { moveTarget } from '../../../src/ui/manager/accounts/move-target.ts';

const ACCOUNTS = ['A', 'B', 'c', 'd', 'e'].map((id) => ({ id, pinned: id < 'a' }));

describe('moveTarget', () => {
  it.each([
    ['A', undefined],
    ['B', 'A'],
    ['c', undefined],
    ['d', 'c'],
    ['e', 'd'],
  ])('up from %s is in front of %s', (id, expected) => {
    expect(target(id, 'up')).toBe(expected);
  });

  it.each([
    // B is the last of the pinned ones.
    ['A', null],
    ['B', undefined],
    ['c', 'e'],
    ['d', null],
    ['e', undefined],
  ])('down from %s is in front of %s', (id, expected) => {
    expect(target(id, 'down')).toBe(expected);
  });

  it.each(['up', 'down'] as const)('leads nowhere from an account that is not there: %s', (way) => {
    expect(moveTarget(ACCOUNTS, 9, way)).toBeUndefined();
    expect(moveTarget([], 0, way)).toBeUndefined();
  });

  function target(id: string, direction: 'up' | 'down') {
    const index = ACCOUNTS.findIndex((account) => account.id === id);
    return moveTarget(ACCOUNTS, index, direction);
  }
});
