import { describe, expect, it } from 'vitest';
import { inPortions } from '../../../src/ui/manager/in-portions.ts';

const ids = (total: number) => Array.from({ length: total }, (_, index) => `${index}`);
const nothing = () => undefined;

describe('inPortions', () => {
  it.each([
    [1, [1], []],
    [5000, [5000], []],
    [12_001, [5000, 5000, 2001], [0, 5000, 10_000]],
  ])('acts on %i accounts by %j, and tells %j', async (total, expected, progress) => {
    const acted: string[][] = [];
    const told: number[] = [];
    await inPortions(ids(total), {
      act: async (some) => void acted.push(some),
      onProgress: (done, of) => {
        expect(of).toBe(total);
        told.push(done);
      },
    });
    expect(acted.map(({ length }) => length)).toEqual(expected);
    expect(acted.flat()).toEqual(ids(total));
    expect(told).toEqual(progress);
  });

  it('stops where one of them fails', async () => {
    let calls = 0;
    const act = async () => {
      calls += 1;
      throw new Error('refused');
    };
    await expect(inPortions(ids(6000), { act, onProgress: nothing })).rejects.toThrow('refused');
    expect(calls).toBe(1);
  });

  it('ends between two portions where it is stopped', async () => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const acted: string[] = [];
    const act = async (some: string[]) => {
      acted.push(...some);
      if (acted.length === 20) stopping.abort();
    };
    await inPortions(ids(50), { act, onProgress: nothing, size: 10, signal });
    expect(acted).toEqual(ids(20));
  });
});
