import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../src/origins/edit-distance.ts';

describe('editDistance', () => {
  it.each([
    ['the same', 'bank', 'bank', 0],
    ['nothing', '', '', 0],
    ['a letter put in', 'alice', 'aliice', 1],
    ['a letter left out', 'google', 'gogle', 1],
    ['a letter exchanged', 'github', 'gitnub', 1],
    ['neighbours swapped', 'paypal', 'papyal', 1],
    ['neighbours swapped at the beginning', 'bank', 'abnk', 1],
    ['two of them', 'microsoft', 'mircosft', 2],
    ['three of them', 'microsoft', 'mircosfd', 3],
    ['against nothing', 'abc', '', 3],
  ])('%s', (_, one, other, distance) => {
    expect(editDistance(one, other, 9)).toBe(distance);
    expect(editDistance(other, one, 9)).toBe(distance);
  });

  it.each([
    ['bank', 'shop', 2],
    ['bank', 'bankers', 2],
    ['contoso', 'fabrikam', 1],
    ['zab', 'abxy', 1],
  ])('stops counting: %s, %s', (one, other, most) => {
    expect(editDistance(one, other, most)).toBe(most + 1);
  });

  it('is one after one letter put in anywhere, and never more than the longer word', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(word, fc.nat(8), word, (one, place, other) => {
        const longer = `${one.slice(0, place)}x${one.slice(place)}`;
        expect(editDistance(one, longer, 3)).toBe(1);
        const distance = editDistance(one, other, 99);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
        expect(distance === 0).toBe(one === other);
      }),
    );
  });
});
