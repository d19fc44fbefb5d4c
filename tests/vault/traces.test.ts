import { describe, expect, it } from 'vitest';
import { Traces } from '../../src/vault/traces.ts';
import { MemoryStorage } from './in-memory.ts';

const newTraces = () => {
  const storage = new MemoryStorage();
  return { storage, traces: new Traces(storage) };
};

describe('the newest state', () => {
  it('is not known at first, and then the last one that was told', async () => {
    const { storage, traces } = newTraces();
    expect(await traces.newest()).toBeUndefined();
    await traces.rememberNewest({ generation: 1, savedAt: 10 });
    await traces.rememberNewest({ generation: 2, savedAt: 20 });
    expect(await new Traces(storage).newest()).toEqual({ generation: 2, savedAt: 20 });
  });

  it.each([
    'yes',
    1,
    {},
    null,
    { generation: '1', savedAt: 1 },
    { generation: 9.5, savedAt: 1 },
    { generation: 0, savedAt: 1 },
  ])('is not told by %j', async (value) => {
    const { storage, traces } = newTraces();
    await storage.set({ 'vault.newest': value });
    expect(await traces.newest()).toBeUndefined();
  });
});

describe('the last use', () => {
  it('of a way is kept beside that of the others', async () => {
    const { traces } = newTraces();
    await traces.rememberUse('one', 1, ['one', 'two']);
    await traces.rememberUse('two', 2, ['one', 'two']);
    await traces.rememberUse('one', 3, ['one', 'two']);
    expect(await traces.lastUsed()).toEqual({ one: 3, two: 2 });
  });

  it('of a way that is gone is forgotten', async () => {
    const { traces } = newTraces();
    await traces.rememberUse('gone', 1, ['gone', 'one']);
    await traces.rememberUse('one', 2, ['one']);
    expect(await traces.lastUsed()).toEqual({ one: 2 });
  });

  it.each(['yesterday', [], { one: 'yesterday' }, null])(
    'is none where what was remembered is %j',
    async (value) => {
      const { storage, traces } = newTraces();
      await storage.set({ 'ways.lastUsed': value });
      expect(await traces.lastUsed()).toEqual({});
      await traces.rememberUse('one', 1, ['one']);
      expect(await traces.lastUsed()).toEqual({ one: 1 });
    },
  );
});

it('what cannot be remembered costs nothing else', async () => {
  const { storage, traces } = newTraces();
  storage.set = () => Promise.reject(new Error('the disk is full'));
  await traces.rememberNewest({ generation: 1, savedAt: 1 });
  await traces.rememberUse('one', 1, ['one']);
  expect(await traces.newest()).toBeUndefined();
});
