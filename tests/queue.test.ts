import { describe, expect, it } from 'vitest';
import { Queue } from '../src/queue.ts';

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

describe('a queue', () => {
  it('runs work one after the other, in the order in which it came', async () => {
    const queue = new Queue();
    const log: string[] = [];
    const work = (name: string, ms: number) => async () => {
      log.push(`${name} begins`);
      await later(ms);
      log.push(`${name} ends`);
    };
    await Promise.all([
      queue.run(work('slow', 20)),
      queue.run(work('quick', 0)),
      queue.run(work('last', 5)),
    ]);
    expect(log).toEqual([
      'slow begins',
      'slow ends',
      'quick begins',
      'quick ends',
      'last begins',
      'last ends',
    ]);
  });

  it('gives each its own result', async () => {
    const queue = new Queue();
    const results = [
      queue.run(async () => 1),
      queue.run(async () => 'two'),
      queue.run(async () => {}),
    ];
    expect(await Promise.all(results)).toEqual([1, 'two', undefined]);
  });

  it('takes work that comes when all else is done, and from work that runs', async () => {
    const queue = new Queue();
    expect(await queue.run(async () => 1)).toBe(1);
    let inner: Promise<number> | undefined;
    await queue.run(async () => {
      // Not awaited here: it would wait for itself.
      inner = queue.run(async () => 2);
    });
    expect(await inner).toBe(2);
  });

  it.each<[string, () => Promise<never>]>([
    ['a rejection', () => Promise.reject(new Error('failed'))],
    [
      'what is thrown at once',
      () => {
        throw new Error('failed');
      },
    ],
  ])('is stopped by nothing: %s goes to whoever asked, and the next runs', async (_, fail) => {
    const queue = new Queue();
    const outcomes = await Promise.allSettled([
      queue.run(async () => 1),
      queue.run(fail),
      queue.run(async () => 3),
    ]);
    expect(outcomes).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: new Error('failed') },
      { status: 'fulfilled', value: 3 },
    ]);
    expect(await queue.run(async () => 4)).toBe(4);
  });

  it('does not wait for another queue', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = new Queue().run(() => promise);
    expect(await new Queue().run(async () => 1)).toBe(1);
    resolve();
    await waiting;
  });
});
