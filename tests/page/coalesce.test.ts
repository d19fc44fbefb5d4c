import { beforeEach, describe, expect, it, vi } from 'vitest';
import { coalesce } from '../../src/page/coalesce.ts';

/** Work whose runs end when the test says so. */
function steppedWork() {
  const ends: PromiseWithResolvers<void>[] = [];
  const work = vi.fn(() => {
    const end = Promise.withResolvers<void>();
    ends.push(end);
    return end.promise;
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    work,
    finish: async () => {
      ends.shift()?.resolve();
      await settled();
    },
    fail: async () => {
      ends.shift()?.reject(new Error('the background is being restarted'));
      await settled();
    },
  };
}

describe('coalesced work', () => {
  it('runs at once', () => {
    const { work } = steppedWork();
    coalesce(work)();
    expect(work).toHaveBeenCalledOnce();
  });

  it('runs again for each call that comes after it', async () => {
    const { work, finish } = steppedWork();
    const call = coalesce(work);
    call();
    await finish();
    call();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('never runs twice at the same time, and once more for all calls meanwhile', async () => {
    const { work, finish } = steppedWork();
    const call = coalesce(work);
    for (let calls = 0; calls < 5; calls += 1) call();
    expect(work).toHaveBeenCalledOnce();
    await finish();
    expect(work).toHaveBeenCalledTimes(2);
    await finish();
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('goes on after a failure, with what was called meanwhile and later', async () => {
    const { work, fail } = steppedWork();
    const call = coalesce(work);
    call();
    call();
    await fail();
    expect(work).toHaveBeenCalledTimes(2);
    await fail();
    call();
    expect(work).toHaveBeenCalledTimes(3);
  });
});

describe('coalesced work with a pause', () => {
  const work = vi.fn<() => Promise<void>>();
  let call: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    work.mockReset().mockResolvedValue();
    call = coalesce(work, 250);
    return () => vi.useRealTimers();
  });

  it('runs at once', () => {
    call();
    expect(work).toHaveBeenCalledOnce();
  });

  it('runs once more after the pause for all calls meanwhile', async () => {
    call();
    await vi.advanceTimersByTimeAsync(100);
    call();
    call();
    await vi.advanceTimersByTimeAsync(149);
    expect(work).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('rests after a failure, too', async () => {
    work.mockRejectedValueOnce(new Error('the background is being restarted'));
    call();
    await vi.advanceTimersByTimeAsync(0);
    call();
    expect(work).toHaveBeenCalledOnce();
    await vi.advanceTimersByTimeAsync(250);
    expect(work).toHaveBeenCalledTimes(2);
  });
});
