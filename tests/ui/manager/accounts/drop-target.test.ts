import { describe, expect, it } from 'vitest';
import { dropTarget } from '../../../../src/ui/manager/accounts/drop-target.ts';

/** Rows of 10 pixels, one below the other; capital letters are pinned. */
const ROWS = ['A', 'B', 'c', 'd', 'e'].map((id, index) => ({
  id,
  pinned: id < 'a',
  left: 0,
  right: 100,
  top: index * 10,
  bottom: index * 10 + 10,
}));

/** Two cards on each line, 100 pixels wide and 50 high, with gaps of 10. */
const CARDS = ['a', 'b', 'c', 'd'].map((id, index) => ({
  id,
  pinned: false,
  left: (index % 2) * 110,
  right: (index % 2) * 110 + 100,
  top: Math.floor(index / 2) * 60,
  bottom: Math.floor(index / 2) * 60 + 50,
}));

const ALONE = { following: null, isRightToLeft: false };

function drop(ids: string, y: number, following: string | null = null) {
  const target = dropTarget(
    ROWS,
    { x: 50, y },
    { ids: new Set(ids), pinned: ids < 'a' },
    { ...ALONE, following: following === null ? null : { id: following, pinned: following < 'a' } },
  );
  return target && `${target.before} ${target.mark.side} ${target.mark.id}`;
}

describe('dropTarget in a list', () => {
  it.each([
    ['e', 21, 'c before c'],
    ['e', 29, 'd after c'],
    ['c', 48, 'null after e'],
    ['d', 99, 'null after e'],
    ['B', 1, 'A before A'],
  ])('%s at %i goes %s', (id, y, expected) => {
    expect(drop(id, y)).toBe(expected);
  });

  it.each([
    ['c', 21],
    ['c', 29],
    ['c', 31],
    ['d', 29],
    ['e', 99],
    ['cd', 34],
  ])('%s at %i stays', (ids, y) => {
    expect(drop(ids, y)).toBeUndefined();
  });

  it('leaves pinned accounts among themselves, and others too', () => {
    expect(drop('e', 1)).toBe('c before c');
    expect(drop('A', 99)).toBe('null after B');
  });

  it('brings what is selected together, wherever it is dropped', () => {
    expect(drop('ce', 31)).toBe('d before d');
    expect(drop('ce', 21)).toBe('d before c');
  });

  it('goes in front of the first account of the next page', () => {
    expect(drop('c', 48, 'f')).toBe('f after e');
    expect(drop('A', 99, 'f')).toBe('null after B');
  });

  it('goes nowhere where all accounts are dragged', () => {
    expect(drop('cde', 25)).toBeUndefined();
    expect(dropTarget([], { x: 0, y: 0 }, { ids: new Set(['a']), pinned: false }, ALONE)).toBe(
      undefined,
    );
  });
});

describe('dropTarget among cards', () => {
  const at = (id: string, x: number, y: number, isRightToLeft = false) =>
    dropTarget(
      CARDS,
      { x, y },
      { ids: new Set([id]), pinned: false },
      { following: null, isRightToLeft },
    );

  it('goes by the side of a card', () => {
    expect(at('d', 20, 5)).toMatchObject({ before: 'a', mark: { id: 'a', side: 'before' } });
    expect(at('d', 80, 45)).toMatchObject({ before: 'b', mark: { id: 'a', side: 'after' } });
    expect(at('a', 190, 70)).toMatchObject({ before: null, mark: { id: 'd', side: 'after' } });
  });

  it('goes by the other side where lines run from right to left', () => {
    expect(at('d', 80, 25, true)).toMatchObject({ mark: { id: 'a', side: 'before' } });
  });

  it('stays on the line of the pointer, also beside the cards', () => {
    expect(at('a', 999, 80)).toMatchObject({ mark: { id: 'd', side: 'after' } });
    expect(at('d', 999, 20)).toMatchObject({ before: 'c', mark: { id: 'b', side: 'after' } });
    const three = CARDS.slice(0, 3);
    const dragged = { ids: new Set(['a']), pinned: false };
    // The card above is nearer than the one at the beginning of the line.
    expect(dropTarget(three, { x: 200, y: 80 }, dragged, ALONE)).toMatchObject({
      mark: { id: 'c', side: 'after' },
    });
  });
});
