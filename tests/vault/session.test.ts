import { beforeEach, describe, expect, it } from 'vitest';
import { FRESH_MS, Session, type SessionWatcher } from '../../src/vault/session.ts';
import { LOCK_AFTER_MINUTES } from '../../src/vault/settings.ts';
import { bytes, DATA_KEY } from '../crypto/slots.ts';
import { UNUSED_MS } from './builders.ts';
import { Clock, MemoryStorage } from './in-memory.ts';

const MINUTE = 60_000;
const KEY = 'vault.open';

let clock: Clock;
let storage: MemoryStorage;
let session: Session;
/** What the watcher was told: deadlines, and `ended`. */
let watched: (number | null | 'ended')[];

const watcher: SessionWatcher = {
  deadlineMoved: (deadline) => void watched.push(deadline),
  ended: () => void watched.push('ended'),
};

const newSession = (over = storage) => new Session(over, clock.now, watcher);

beforeEach(async () => {
  clock = new Clock();
  storage = new MemoryStorage();
  watched = [];
  session = newSession();
  await session.begin(DATA_KEY, UNUSED_MS);
});

describe('an open session', () => {
  it('gives the data key', async () => {
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it('outlives the worker', async () => {
    expect(await newSession().read()).toEqual(DATA_KEY);
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
    for (let second = 0; second < 10; second += 1) {
      await session.use();
      clock.advance(1000);
    }
    expect(storage.writes).toHaveLength(1);
  });

  it('is renewed at the latest ten seconds after its last renewal', async () => {
    clock.advance(10_001);
    await session.use();
    clock.advance(UNUSED_MS - 1);
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it('gives another data key after a re-key, and ends when it would have ended', async () => {
    clock.advance(UNUSED_MS - 1);
    await session.rekey(bytes('another'));
    expect(await newSession().read()).toEqual(bytes('another'));
    clock.advance(1);
    expect(await session.read()).toBeUndefined();
  });
});

describe('the deadline', () => {
  it.each(LOCK_AFTER_MINUTES)(
    'of %i minutes ends the session when they passed',
    async (minutes) => {
      await session.begin(DATA_KEY, minutes * MINUTE);
      clock.advance(minutes * MINUTE - 1);
      expect(await session.read()).toEqual(DATA_KEY);
      await session.use();
      clock.advance(minutes * MINUTE - 1);
      expect(await session.read()).toEqual(DATA_KEY);
      clock.advance(1);
      expect(await session.read()).toBeUndefined();
    },
  );

  it('is none until the browser closes, whatever the clock does', async () => {
    await session.begin(DATA_KEY, null);
    for (const ms of [365 * 24 * 60 * MINUTE, -730 * 24 * 60 * MINUTE]) {
      clock.advance(ms);
      await session.use();
      expect(await newSession().read()).toEqual(DATA_KEY);
    }
    expect(watched).toEqual([new Clock().now() + UNUSED_MS, null]);
  });

  it.each<[string, number | null]>([
    ['shorter', MINUTE],
    ['longer', 60 * MINUTE],
    ['none', null],
  ])('becomes %s when the setting changes, from that moment on', async (_, unusedMs) => {
    clock.advance(MINUTE);
    await session.setUnused(unusedMs);
    expect(watched.at(-1)).toBe(unusedMs === null ? null : clock.now() + unusedMs);
    clock.advance(unusedMs ?? 1000 * UNUSED_MS);
    expect(await session.read()).toEqual(unusedMs === null ? DATA_KEY : undefined);
  });

  it('comes back when "until the browser closes" is given up', async () => {
    await session.begin(DATA_KEY, null);
    await session.setUnused(MINUTE);
    clock.advance(MINUTE);
    expect(await session.read()).toBeUndefined();
  });

  it('is told whenever it moves, and only then', async () => {
    const first = clock.now() + UNUSED_MS;
    await session.use();
    await session.read();
    expect(watched).toEqual([first]);
    clock.advance(MINUTE);
    await session.use();
    expect(watched).toEqual([first, first + MINUTE]);
  });
});

describe('a session ends', () => {
  it.each<[string, () => void | Promise<void>]>([
    ['when it is ended', () => session.end()],
    ['at its deadline', () => clock.advance(UNUSED_MS)],
    ['long after its deadline', () => clock.advance(1000 * UNUSED_MS)],
    ['when the clock is set back by an hour', () => clock.advance(-60 * MINUTE)],
    ['when its memory is not understood', () => storage.set({ [KEY]: { dataKey: 'AA==' } })],
  ])('%s, which is told once, and nothing is left', async (_, happens) => {
    await happens();
    expect(await session.read()).toBeUndefined();
    await session.use();
    await session.end();
    expect(await newSession().read()).toBeUndefined();
    expect(watched.filter((told) => told === 'ended')).toHaveLength(1);
    expect(storage.size).toBe(0);
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

  it.each<[string, (session: Session) => Promise<unknown>]>([
    ['reads the key', (ended) => ended.read()],
    ['uses it', (ended) => ended.use()],
    ['sets another time', (ended) => ended.setUnused(null)],
    ['changes the key', (ended) => ended.rekey(bytes('another'))],
    ['verifies the user', (ended) => ended.verified()],
    ['asks for freshness', (ended) => ended.isFresh()],
  ])('and stays ended where a worker that woke late %s', async (_, happens) => {
    clock.advance(UNUSED_MS);
    await happens(newSession());
    expect(storage.size).toBe(0);
    clock.advance(-UNUSED_MS);
    expect(await newSession().read()).toBeUndefined();
  });
});

describe('a record in memory locks the vault where', () => {
  const record = () => ({
    dataKey: Buffer.from(DATA_KEY).toString('base64'),
    deadline: clock.now() + UNUSED_MS,
    unusedMs: UNUSED_MS,
    verifiedAt: clock.now(),
  });

  it('(as it should be, it does not)', async () => {
    await storage.set({ [KEY]: record() });
    expect(await session.read()).toEqual(DATA_KEY);
  });

  it.each<[string, unknown]>([
    ['it is null', null],
    ['it is a text', 'open'],
    ['it is a list', []],
    ['the key is a number', { dataKey: 1 }],
    ['the deadline is a text', { deadline: '9' }],
    ['it has a deadline but no time', { unusedMs: null }],
    ['it has a time but no deadline', { deadline: null }],
    ['the deadline is further off than the time allows', { unusedMs: MINUTE }],
    ['it has a key too many', { note: 'x' }],
    ['it was written by an older Countersign', { verifiedAt: undefined }],
  ])('%s', async (_, change) => {
    const changed =
      change && typeof change === 'object' && !Array.isArray(change)
        ? { ...record(), ...change }
        : change;
    await storage.set({ [KEY]: changed });
    expect(await session.read()).toBeUndefined();
    expect([storage.size, watched.at(-1)]).toEqual([0, 'ended']);
  });
});

describe('the user has shown that it is him', () => {
  it.each([
    ['just now', 0, true],
    ['a minute ago', FRESH_MS, true],
    ['more than a minute ago', FRESH_MS + 1, false],
    ['later than now: the clock was set back', -1, false],
  ])('%s', async (_, ms, fresh) => {
    clock.advance(ms);
    expect(await session.isFresh()).toBe(fresh);
    expect(await newSession().isFresh()).toBe(fresh);
  });

  it('again, which counts from then', async () => {
    clock.advance(5 * MINUTE);
    await session.verified();
    clock.advance(FRESH_MS);
    expect(await session.isFresh()).toBe(true);
  });

  it('not by use, by a setting or by another key', async () => {
    clock.advance(FRESH_MS + 1);
    await session.use();
    await session.setUnused(null);
    await session.rekey(DATA_KEY);
    expect(await session.isFresh()).toBe(false);
  });

  it('never in a session that is not open', async () => {
    await session.end();
    expect(await session.isFresh()).toBe(false);
  });
});

it('takes along what was made out of the open vault, in one call with the data key', async () => {
  const removed: (string | string[])[] = [];
  class Watched extends MemoryStorage {
    override async remove(keys: string | string[]): Promise<void> {
      removed.push(keys);
      await super.remove(keys);
    }
  }
  const memory = new Watched();
  const ending = new Session(memory, clock.now, watcher, ['codes', 'rows']);
  await memory.set({ codes: 1, rows: 2, other: 3 });
  await ending.begin(DATA_KEY, UNUSED_MS);
  clock.advance(UNUSED_MS);
  await ending.read();
  expect(removed).toEqual([[KEY, 'codes', 'rows']]);
  expect(await memory.get(null)).toEqual({ other: 3 });
});

it('is not open before it began', async () => {
  const before = newSession(new MemoryStorage());
  expect(await before.read()).toBeUndefined();
  await before.end();
  expect(watched).not.toContain('ended');
});
