import { expect, it } from 'vitest';
import { ClockDoubt } from '../../src/approvals/clock-doubt.ts';
import { MemoryStorage } from '../vault/in-memory.ts';

it('is remembered until it is settled, also by the next worker', async () => {
  const storage = new MemoryStorage();
  const doubt = new ClockDoubt(storage);
  expect(await doubt.account()).toBeUndefined();
  await doubt.raise('alex');
  expect(await new ClockDoubt(storage).account()).toBe('alex');
  await doubt.raise('kim');
  expect(await doubt.account()).toBe('kim');
  await doubt.settle();
  expect(await doubt.account()).toBeUndefined();
  expect(storage.size).toBe(0);
});

it('is none where its memory is not understood', async () => {
  const storage = new MemoryStorage();
  const doubt = new ClockDoubt(storage);
  await doubt.raise('alex');
  for (const key of [...storage.writes]) await storage.set({ [key]: { account: 'alex' } });
  expect(await doubt.account()).toBeUndefined();
});
