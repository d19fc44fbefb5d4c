import { describe, expect, it } from 'vitest';
import { nextItem } from '../../../src/ui/kit/menu-keys.ts';

const LABELS = ['Copy', 'Pin', 'Edit', 'Éteindre', 'Pin elsewhere'];

describe('nextItem', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 4, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 2, 1],
    ['ArrowUp', 0, 4],
    ['ArrowUp', -1, 4],
    ['Home', 3, 0],
    ['End', 0, 4],
  ])('%s leads from %i to %i', (key, at, to) => {
    expect(nextItem(key, LABELS, at)).toBe(to);
  });

  it.each([
    ['p', 0, 1],
    ['p', 1, 4],
    ['P', 4, 1],
    ['é', 0, 3],
    ['c', 0, 0],
  ])('the letter %s leads from %i to %i', (key, at, to) => {
    expect(nextItem(key, LABELS, at)).toBe(to);
  });

  it.each(['x', ' ', 'Enter', 'Shift', 'F2'])('%j leads nowhere', (key) => {
    expect(nextItem(key, LABELS, 0)).toBeUndefined();
  });

  it('has nowhere to lead without items', () => {
    expect(nextItem('ArrowDown', [], -1)).toBeUndefined();
  });
});
