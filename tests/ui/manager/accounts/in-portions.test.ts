import { describe, expect, it } from 'vitest';
import { inPortions } from '../../../../src/ui/manager/accounts/in-portions.ts';

describe('inPortions', () => {
  it.each([
    [1, [1]],
    [5000, [5000]],
    [12_001, [5000, 5000, 2001]],
  ])('acts on %i accounts by %j', async (total, expected) => {
    const ids = Array.from({ length: total }, (_, index) => `${index}`);
    const acted: string[][] = [];
    const told: number[] = [];
    await inPortions(ids, {
      act: async (some) => void acted.push(some),
      onProgress: (done) => void told.push(done),
    });
    expect(acted.map(({ length }) => length)).toEqual(expected);
    expect(acted.flat()).toEqual(ids);
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(total);
  });

  it('stops where one of them fails', async () => {
    const ids = Array.from({ length: 6000 }, (_, index) => `${index}`);
    let calls = 0;
    const act = async () => {
      calls += 1;
      throw new Error('refused');
    };
    await expect(inPortions(ids, { act, onProgress: () => undefined })).rejects.toThrow('refused');
    expect(calls).toBe(1);
  });
});
