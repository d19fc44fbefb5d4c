import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createRecoveryCode, normalizeRecoveryCode } from '../../../src/crypto/recovery-code.ts';
import { chooseGroups, groupsOf, isWhole, wrongGroup } from '../../../src/ui/ways/asked-groups.ts';

const CODE = '0A1B-CDEF-GHJK-MNPQ-RSTV-WXYZ-2345';

describe('groupsOf', () => {
  it('gives the seven groups in order', () => {
    expect(groupsOf(CODE)).toEqual(['0A1B', 'CDEF', 'GHJK', 'MNPQ', 'RSTV', 'WXYZ', '2345']);
  });

  it('fits the codes that are really made', () => {
    const groups = groupsOf(createRecoveryCode());
    expect(groups).toHaveLength(7);
    for (const group of groups) expect(group).toMatch(/^[\dA-Z]{4}$/u);
  });
});

describe('chooseGroups', () => {
  it('gives two different places within the code, in order', () => {
    for (let round = 0; round < 500; round++) {
      const [first, second] = chooseGroups(7);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(first).toBeLessThan(second);
      expect(second).toBeLessThan(7);
    }
  });

  it('gives every pair, none much more often than another', () => {
    const seen = new Map<string, number>();
    const rounds = 21_000;
    for (let round = 0; round < rounds; round++) {
      const pair = chooseGroups(7).join();
      seen.set(pair, (seen.get(pair) ?? 0) + 1);
    }
    expect(seen.size).toBe(21);
    // 1000 each; the standard deviation is 31.
    for (const [pair, count] of seen) expect(Math.abs(count - 1000), pair).toBeLessThan(200);
  });

  it('asks for random bytes, and throws away those that would favour a place', () => {
    // 252 is the last whole multiple of 7 (and of 6): 255 and 252 are drawn again.
    const bytes = [255, 252, 3, 254, 3];
    const draw = vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
      if (array instanceof Uint8Array) array[0] = bytes.shift() ?? 0;
      return array;
    });
    expect(chooseGroups(7)).toEqual([3, 4]);
    expect(bytes).toEqual([]);
    draw.mockRestore();
  });

  it('does not use Math.random', () => {
    const random = vi.spyOn(Math, 'random');
    chooseGroups(7);
    expect(random).not.toHaveBeenCalled();
    random.mockRestore();
  });
});

describe('wrongGroup', () => {
  const groups = groupsOf(CODE);

  it.each(['0A1BMNPQ', '0a1bmnpq', 'OAIB mnpq', 'oalb-mnpq', ' 0A 1B-MN PQ '])(
    'takes %j for the first and the fourth',
    (typed) => {
      expect(wrongGroup(typed, groups, [0, 3])).toBeUndefined();
    },
  );

  it.each([
    ['', 0],
    ['0A1', 0],
    ['0A1CMNPQ', 0],
    ['MNPQ0A1B', 0],
    ['A01BMNPQ', 0],
    ['0A1B', 3],
    ['0A1BMNP', 3],
    ['0A1BMNPR', 3],
    ['0A1BMNPQ0', 3],
    ['0A1B0A1B', 3],
  ])('names in %j the group at place %i', (typed, wrong) => {
    expect(wrongGroup(typed, groups, [0, 3])).toBe(wrong);
  });

  it('takes nothing for groups that are not there', () => {
    expect(wrongGroup('', [], [0, 3])).toBe(0);
    expect(wrongGroup('0A1B', groups, [0, 7])).toBe(7);
  });

  it('forgives what the recovery code itself forgives', () => {
    const disguise = fc.constantFrom(
      (text: string) => text.toLowerCase(),
      (text: string) => text.replaceAll('0', 'o'),
      (text: string) => text.replaceAll('1', 'l'),
      (text: string) => text.replaceAll('1', 'I'),
      (text: string) => text.split('').join(' '),
      (text: string) => text.split('').join('-'),
    );
    fc.assert(
      fc.property(disguise, disguise, (first, second) => {
        const code = createRecoveryCode();
        const typed = second(first(code));
        expect(normalizeRecoveryCode(typed)).toBe(normalizeRecoveryCode(code));
        const asked = chooseGroups(7);
        const both = asked.map((at) => groupsOf(code)[at]).join(' ');
        expect(wrongGroup(second(first(both)), groupsOf(code), asked)).toBeUndefined();
      }),
    );
  });
});

describe('isWhole', () => {
  it.each(['', '0A1B', '0A1B-MNP', '0A1B MNP '])('not yet: %j', (typed) => {
    expect(isWhole(typed, groupsOf(CODE), [0, 3])).toBe(false);
  });

  it.each(['0A1BMNPQ', '0A1B MNPQ', '0000 0000', '0A1BMNPQ0'])('now: %j', (typed) => {
    expect(isWhole(typed, groupsOf(CODE), [0, 3])).toBe(true);
  });
});
