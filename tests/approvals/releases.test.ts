import { beforeEach, describe, expect, it } from 'vitest';
import { Releases } from '../../src/approvals/releases.ts';
import type { ReleaseAnswer } from '../../src/messages/protocol.ts';
import { LEAST_LIFE_MS } from '../../src/otp/release.ts';
import type { Account } from '../../src/vault/document.ts';
import { rfcSeed, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { Clock, MemoryStorage } from '../vault/in-memory.ts';

const TAB = 7;
const OTHER_TAB = 8;
/** The start of a step of 30 seconds. */
const START = 56_666_666 * 30_000;

const account = (id: string, period = 30): Account => ({
  id,
  credential: totp({ period }),
  createdAt: 0,
  origins: ['https://login.microsoftonline.com'],
});
const ALEX = account('alex');
const KIM = account('kim');

/** The code of a moment of all these accounts: they share a secret. */
const codeAt = (ms: number, period = 30): ReleaseAnswer => ({
  kind: 'code',
  code: referenceCode(rfcSeed(20), {
    algorithm: 'SHA1',
    digits: 6,
    step: Math.floor(ms / 1000 / period),
  }),
});
const wait = (ms: number): ReleaseAnswer => ({ kind: 'wait', ms });

let clock: Clock;
let storage: MemoryStorage;
let releases: Releases;

beforeEach(() => {
  clock = new Clock(START);
  storage = new MemoryStorage();
  releases = new Releases(storage, clock.now);
});

describe('a page gets a code', () => {
  it('of the present step', async () => {
    expect(await releases.release(ALEX, TAB)).toEqual(codeAt(START));
  });

  it('that lives at least 5 seconds', async () => {
    clock.advance(30_000 - LEAST_LIFE_MS);
    expect(await releases.release(ALEX, TAB)).toEqual(codeAt(START));
  });

  it('or is told to wait until the next one begins, and then gets that', async () => {
    clock.advance(30_001 - LEAST_LIFE_MS);
    expect(await releases.release(ALEX, TAB)).toEqual(wait(LEAST_LIFE_MS - 1));
    clock.advance(LEAST_LIFE_MS - 1);
    expect(await releases.release(ALEX, TAB)).toEqual(codeAt(START + 30_000));
  });

  it('with the period of its account', async () => {
    clock.advance(3_000);
    expect(await releases.release(account('short', 5), TAB)).toEqual(wait(2_000));
    expect(await releases.release(account('long', 60), TAB)).toEqual(codeAt(START, 60));
  });

  it('in whole milliseconds of waiting, where the clock has finer ones', async () => {
    clock.advance(29_999.5);
    expect(await releases.release(ALEX, TAB)).toEqual(wait(1));
  });
});

describe('a code that was filled in', () => {
  beforeEach(async () => {
    await releases.release(ALEX, TAB);
    await releases.filled(TAB);
    clock.advance(1_000);
  });

  it.each([TAB, OTHER_TAB])('is given no second time (tab %i)', async (tabId) => {
    expect(await releases.release(ALEX, tabId)).toEqual(wait(29_000));
  });

  it.each([TAB, OTHER_TAB])('nor after a restart of the worker (tab %i)', async (tabId) => {
    const restarted = new Releases(storage, clock.now);
    expect(await restarted.release(ALEX, tabId)).toEqual(wait(29_000));
  });

  it('is followed by that of the next step', async () => {
    clock.advance(29_000);
    expect(await releases.release(ALEX, TAB)).toEqual(codeAt(START + 30_000));
  });

  it.each([
    ['a second', 2_000, 30_000 + 1_000],
    ['a minute', 61_000, 90_000],
  ])('stays spent when the clock is set back by %s too much', async (_, ms, waitMs) => {
    clock.advance(-ms);
    expect(await releases.release(ALEX, OTHER_TAB)).toEqual(wait(waitMs));
    clock.advance(waitMs);
    expect(await releases.release(ALEX, OTHER_TAB)).toEqual(codeAt(START + 30_000));
  });

  it('holds up nothing for longer, where the clock had been far ahead', async () => {
    clock.advance(-3_601_000);
    expect(await releases.release(ALEX, OTHER_TAB)).toEqual(codeAt(START - 3_600_000));
  });

  it('does not hold up another account', async () => {
    expect(await releases.release(KIM, TAB)).toEqual(codeAt(START));
  });

  it('stays spent when a code of another account goes out', async () => {
    await releases.release(KIM, OTHER_TAB);
    await releases.filled(OTHER_TAB);
    expect(await releases.release(ALEX, TAB)).toEqual(wait(29_000));
    expect(await releases.release(KIM, TAB)).toEqual(wait(29_000));
  });
});

describe('a code that went out and was not filled in yet', () => {
  beforeEach(async () => {
    await releases.release(ALEX, TAB);
  });

  it('is given again to the same tab, whose page drew its field anew', async () => {
    expect(await releases.release(ALEX, TAB)).toEqual(codeAt(START));
  });

  it('is not given to another tab', async () => {
    expect(await releases.release(ALEX, OTHER_TAB)).toEqual(wait(30_000));
  });

  it('is not spent by what another tab fills in', async () => {
    await releases.filled(OTHER_TAB);
    expect(await releases.release(ALEX, TAB)).toEqual(codeAt(START));
  });

  it('is still kept from other tabs after a restart of the worker', async () => {
    const restarted = new Releases(storage, clock.now);
    expect(await restarted.release(ALEX, OTHER_TAB)).toEqual(wait(30_000));
  });
});

describe('where several ask at the same time', () => {
  it('one tab gets the code', async () => {
    const answers = await Promise.all(
      [TAB, OTHER_TAB, 9].map((tab) => releases.release(ALEX, tab)),
    );
    expect(answers).toEqual([codeAt(START), wait(30_000), wait(30_000)]);
  });

  it('for two accounts, both are remembered', async () => {
    await Promise.all([releases.release(ALEX, TAB), releases.release(KIM, OTHER_TAB)]);
    await Promise.all([releases.filled(TAB), releases.filled(OTHER_TAB)]);
    expect(await releases.release(ALEX, TAB)).toEqual(wait(30_000));
    expect(await releases.release(KIM, OTHER_TAB)).toEqual(wait(30_000));
  });
});

it('keeps no code and no secret in memory', async () => {
  const before = storage.writes.length;
  const answer = await releases.release(ALEX, TAB);
  expect(storage.writes.length).toBeGreaterThan(before);
  const held = JSON.stringify(
    await Promise.all([...new Set(storage.writes)].map((key) => storage.get(key))),
  );
  expect(held).toContain('alex');
  expect(held.includes(answer.kind === 'code' ? answer.code : '')).toBe(false);
  expect(held.includes(ALEX.credential.secret)).toBe(false);
});

it('begins anew where its memory is not understood', async () => {
  await releases.release(ALEX, TAB);
  for (const key of new Set(storage.writes)) await storage.set({ [key]: 'nonsense' });
  expect(await releases.release(ALEX, OTHER_TAB)).toEqual(codeAt(START));
});
