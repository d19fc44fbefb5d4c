import { beforeEach, describe, expect, it } from 'vitest';
import { Session, UNUSED_MS } from '../../src/vault/session.ts';
import { DATA_KEY } from '../crypto/slots.ts';
import { Clock, MemoryStorage } from './in-memory.ts';

const MINUTE = 60_000;

let clock: Clock;
let storage: MemoryStorage;
let session: Session;

beforeEach(async () => {
  clock = new Clock();
  storage = new MemoryStorage();
  session = new Session(storage, clock.now);
  await session.begin(DATA_KEY);
});

describe('an open session', () => {
  it('gives the data key', async () => {
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it('outlives the worker', async () => {
    expect(await new Session(storage, clock.now).read()).toEqual(DATA_KEY);
  });

  it('is open until the last millisecond', async () => {
    clock.advance(UNUSED_MS - 1);
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it('stays open as long as it is used', async () => {
    for (let used = 0; used < 10; used += 1) {
      clock.advance(UNUSED_MS - 1);
      await session.use();
    }
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it('does not stay open by being looked at', async () => {
    clock.advance(UNUSED_MS - 1);
    await session.read();
    clock.advance(1);
    expect(await session.read()).toBeUndefined();
  });

  it('is not opened again by a use after its end', async () => {
    clock.advance(UNUSED_MS);
    await session.use();
    expect(await session.read()).toBeUndefined();
  });

  it('forgives a clock that is corrected by a little', async () => {
    clock.advance(-MINUTE / 2);
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it('is not written again for every use', async () => {
    for (let second = 0; second < 30; second += 1) {
      await session.use();
      clock.advance(1000);
    }
    expect(storage.writes).toHaveLength(1);
  });

  it('is renewed at the latest half a minute after its last renewal', async () => {
    clock.advance(MINUTE / 2 + 1);
    await session.use();
    clock.advance(UNUSED_MS - 1);
    expect(await session.read()).toEqual(DATA_KEY);
  });
});

describe('a session ends', () => {
  it.each<[string, () => void | Promise<void>]>([
    ['when it is ended', () => session.end()],
    ['at its deadline', () => clock.advance(UNUSED_MS)],
    ['long after its deadline', () => clock.advance(1000 * UNUSED_MS)],
    ['when the clock is set back by an hour', () => clock.advance(-60 * MINUTE)],
    ['when its memory is not understood', () => storage.set({ 'vault.open': { dataKey: 'AA==' } })],
  ])('%s', async (_, happens) => {
    await happens();
    expect(await session.read()).toBeUndefined();
  });

  it.each([
    ['the deadline', UNUSED_MS],
    ['a clock that was set back', -60 * MINUTE],
  ])('at %s for good: the key is gone from memory', async (_, ms) => {
    clock.advance(ms);
    await session.use();
    expect(storage.size).toBe(0);
    clock.advance(-ms);
    expect(await session.read()).toBeUndefined();
  });
});

it('is not open before it began', async () => {
  expect(await new Session(new MemoryStorage(), clock.now).read()).toBeUndefined();
});
