import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OwnCopy } from '../../src/clipboard/own-copy.ts';
import { Clock, MemoryStorage } from '../vault/in-memory.ts';

const overwrite = vi.fn(async () => {});

let clock: Clock;
let storage: MemoryStorage;
let copy: OwnCopy;

beforeEach(() => {
  overwrite.mockReset().mockResolvedValue(undefined);
  clock = new Clock();
  storage = new MemoryStorage();
  copy = new OwnCopy(storage, clock.now, overwrite);
});

describe('when the vault locks, the clipboard', () => {
  it.each([
    [0, true],
    [59_999, true],
    [60_000, false],
    [3_600_000, false],
    // The clock was set back: whether the copy is young, nobody knows.
    [-1, false],
  ])('%i ms after a copy of ours is overwritten: %s', async (ms, isOverwritten) => {
    await copy.made();
    clock.advance(ms);
    await copy.locked();
    expect(overwrite).toHaveBeenCalledTimes(isOverwritten ? 1 : 0);
    expect(storage.size).toBe(0);
  });

  it('is left alone where nothing of ours was copied', async () => {
    await copy.locked();
    expect(overwrite).not.toHaveBeenCalled();
    expect(storage.writes).toEqual([]);
  });

  it('is overwritten by the age of the last copy', async () => {
    await copy.made();
    clock.advance(50_000);
    await copy.made();
    clock.advance(59_999);
    await copy.locked();
    expect(overwrite).toHaveBeenCalledOnce();
  });

  it('is overwritten once, not again at the next lock', async () => {
    await copy.made();
    await copy.locked();
    await copy.locked();
    expect(overwrite).toHaveBeenCalledOnce();
  });

  it('is overwritten for what another worker saw copied', async () => {
    await copy.made();
    await new OwnCopy(storage, clock.now, overwrite).locked();
    expect(overwrite).toHaveBeenCalledOnce();
  });

  it('is left alone where the memory is not understood', async () => {
    await copy.made();
    for (const key of [...storage.writes]) await storage.set({ [key]: 'just now' });
    await copy.locked();
    expect(overwrite).not.toHaveBeenCalled();
  });

  it('that cannot be overwritten is told, and not tried again', async () => {
    overwrite.mockRejectedValueOnce(new Error('no clipboard'));
    await copy.made();
    await expect(copy.locked()).rejects.toThrow('no clipboard');
    await copy.locked();
    expect(overwrite).toHaveBeenCalledOnce();
  });
});
