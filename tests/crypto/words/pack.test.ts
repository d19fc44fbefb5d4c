import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packWords, unpackWords } from '../../../src/crypto/words/pack.ts';

const word = fc.stringMatching(/^[^A-Z\n]{0,40}$/u);

describe('packWords', () => {
  it('keeps every word of every list once', () => {
    fc.assert(
      fc.property(fc.array(fc.uniqueArray(word), { maxLength: 4 }), (lists) => {
        const unpacked = unpackWords(packWords(lists));
        expect(unpacked.toSorted()).toEqual([...new Set(lists.flat())].toSorted());
      }),
    );
  });

  it('keeps each word’s rank within a factor of two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 200 }), (list) => {
        const unpacked = unpackWords(packWords([list]));
        for (const [index, each] of list.entries()) {
          const factor = (unpacked.indexOf(each) + 1) / (index + 1);
          expect(factor).toBeGreaterThan(0.5);
          expect(factor).toBeLessThan(2);
        }
      }),
    );
  });

  it('counts a word where it is most common', () => {
    const packed = packWords([
      ['one', 'two', 'three'],
      ['four', 'two', 'five'],
    ]);
    expect(unpackWords(packed)).toEqual(['four', 'one', 'five', 'three', 'two']);
  });

  it('refuses a word that it could not give back', () => {
    expect(() => packWords([['Word']])).toThrow(/capital letter/u);
  });
});
