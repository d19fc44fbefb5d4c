import { beforeEach, describe, expect, it } from 'vitest';
import { type Released, Releases } from '../../src/approvals/releases.ts';
import type { HotpCredential } from '../../src/otp/credential.ts';
import { LEAST_LIFE_MS } from '../../src/otp/release.ts';
import type { Account } from '../../src/vault/account.ts';
import { hotp, rfcSeed, steam, totp } from '../otp/credentials.ts';
import { referenceCode, referenceSteamCode } from '../otp/reference.ts';
import { Clock, MemoryStorage } from '../vault/in-memory.ts';

const TAB = 7;
const OTHER_TAB = 8;
/** The start of a step of 30 seconds. */
const START = 56_666_666 * 30_000;

const account = (id: string, period = 30): Account => ({
  id,
  credential: totp({ period }),
  kind: 'work',
  createdAt: 0,
  origins: ['https://login.microsoftonline.com'],
});
const ALEX = account('alex');
const KIM = account('kim');

/** The code of a moment of all these accounts: they share a secret. */
const codeAt = (ms: number, period = 30): Released => ({
  kind: 'code',
  code: referenceCode(rfcSeed(20), {
    algorithm: 'SHA1',
    digits: 6,
    step: Math.floor(ms / 1000 / period),
  }),
  isAgain: false,
});
const again = (given: Released): Released => ({ ...given, ...{ isAgain: true } });
const wait = (ms: number): Released => ({ kind: 'wait', ms });

let clock: Clock;
let storage: MemoryStorage;
let releases: Releases;

/** What {@link give} gives where the account has no counter. */
const noCounter = async (): Promise<HotpCredential> => {
  throw new Error('there is no counter to advance');
};

/** A code for the wizard of a tab, or for a document in it that signs in. */
const give = (each: Account, tabId: number, offsetMs: number, to = releases, page?: string) =>
  to.release(each, { tabId, page }, offsetMs, noCounter);

beforeEach(() => {
  clock = new Clock(START);
  storage = new MemoryStorage();
  releases = new Releases(storage, clock.now);
});

describe('a page gets a code', () => {
  it('of the present step', async () => {
    expect(await give(ALEX, TAB, 0)).toEqual(codeAt(START));
  });

  it('that lives at least 5 seconds', async () => {
    clock.advance(30_000 - LEAST_LIFE_MS);
    expect(await give(ALEX, TAB, 0)).toEqual(codeAt(START));
  });

  it('or is told to wait until the next one begins, and then gets that', async () => {
    clock.advance(30_001 - LEAST_LIFE_MS);
    expect(await give(ALEX, TAB, 0)).toEqual(wait(LEAST_LIFE_MS - 1));
    clock.advance(LEAST_LIFE_MS - 1);
    expect(await give(ALEX, TAB, 0)).toEqual(codeAt(START + 30_000));
  });

  it('with the period of its account', async () => {
    clock.advance(3_000);
    expect(await give(account('short', 5), TAB, 0)).toEqual(wait(2_000));
    expect(await give(account('long', 60), TAB, 0)).toEqual(codeAt(START, 60));
  });

  it('in whole milliseconds of waiting, where the clock has finer ones', async () => {
    clock.advance(29_999.5);
    expect(await give(ALEX, TAB, 0)).toEqual(wait(1));
  });
});

describe('a code that was filled in', () => {
  beforeEach(async () => {
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    clock.advance(1_000);
  });

  it.each([TAB, OTHER_TAB])('is given no second time (tab %i)', async (tabId) => {
    expect(await give(ALEX, tabId, 0)).toEqual(wait(29_000));
  });

  it.each([TAB, OTHER_TAB])('nor after a restart of the worker (tab %i)', async (tabId) => {
    const restarted = new Releases(storage, clock.now);
    expect(await give(ALEX, tabId, 0, restarted)).toEqual(wait(29_000));
  });

  it('is followed by that of the next step', async () => {
    clock.advance(29_000);
    expect(await give(ALEX, TAB, 0)).toEqual(codeAt(START + 30_000));
  });

  it.each([
    ['a second', 2_000, 30_000 + 1_000],
    ['a minute', 61_000, 90_000],
  ])('stays spent when the clock is set back by %s too much', async (_, ms, waitMs) => {
    clock.advance(-ms);
    expect(await give(ALEX, OTHER_TAB, 0)).toEqual(wait(waitMs));
    clock.advance(waitMs);
    expect(await give(ALEX, OTHER_TAB, 0)).toEqual(codeAt(START + 30_000));
  });

  it('holds up nothing for longer, where the clock had been far ahead', async () => {
    clock.advance(-3_601_000);
    expect(await give(ALEX, OTHER_TAB, 0)).toEqual(codeAt(START - 3_600_000));
  });

  it('tells its account, once', async () => {
    expect(await releases.filled(TAB)).toEqual([]);
    await give(KIM, TAB, 0);
    expect(await releases.filled(OTHER_TAB)).toEqual([]);
    expect(await releases.filled(TAB)).toEqual([KIM.id]);
    expect(await releases.filled(TAB)).toEqual([]);
  });

  it('does not hold up another account', async () => {
    expect(await give(KIM, TAB, 0)).toEqual(codeAt(START));
  });

  it('stays spent when a code of another account goes out', async () => {
    await give(KIM, OTHER_TAB, 0);
    await releases.filled(OTHER_TAB);
    expect(await give(ALEX, TAB, 0)).toEqual(wait(29_000));
    expect(await give(KIM, TAB, 0)).toEqual(wait(29_000));
  });
});

describe('a code that went out and was not filled in yet', () => {
  beforeEach(async () => {
    await give(ALEX, TAB, 0);
  });

  it('is given again to the same tab, whose page drew its field anew', async () => {
    expect(await give(ALEX, TAB, 0)).toEqual(again(codeAt(START)));
  });

  it('is not given to another tab', async () => {
    expect(await give(ALEX, OTHER_TAB, 0)).toEqual(wait(30_000));
  });

  it('is given to no document of that tab that signs in', async () => {
    expect(await give(ALEX, TAB, 0, releases, 'a document')).toEqual(wait(30_000));
  });

  it('is given again to the very same document alone, also after a restart', async () => {
    const restarted = new Releases(storage, clock.now);
    expect(await give(KIM, TAB, 0, releases, 'a document')).toEqual(codeAt(START));
    for (const to of [releases, restarted]) {
      expect(await give(KIM, TAB, 0, to, 'another one')).toEqual(wait(30_000));
      expect(await give(KIM, TAB, 0, to)).toEqual(wait(30_000));
      expect(await give(KIM, OTHER_TAB, 0, to, 'a document')).toEqual(wait(30_000));
      expect(await give(KIM, TAB, 0, to, 'a document')).toEqual(again(codeAt(START)));
    }
  });

  it('is followed by that of the next step, which the document has not had', async () => {
    clock.advance(30_000);
    expect(await give(ALEX, TAB, 0)).toEqual(codeAt(START + 30_000));
    expect(await give(ALEX, TAB, 0)).toEqual(again(codeAt(START + 30_000)));
  });

  it('is spent by a page that says that it is wrong: that may have it all the same', async () => {
    await releases.refused(TAB);
    expect(await give(ALEX, TAB, 0)).toEqual(wait(30_000));
  });

  it.each(['filled', 'refused'] as const)(
    'is not spent by what is %s in another tab',
    async (verb) => {
      await releases[verb](OTHER_TAB);
      expect(await give(ALEX, TAB, 0)).toEqual(again(codeAt(START)));
    },
  );

  it('is still kept from other tabs after a restart of the worker', async () => {
    const restarted = new Releases(storage, clock.now);
    expect(await give(ALEX, OTHER_TAB, 0, restarted)).toEqual(wait(30_000));
  });
});

describe('where several ask at the same time', () => {
  it('one tab gets the code', async () => {
    const answers = await Promise.all([TAB, OTHER_TAB, 9].map((tab) => give(ALEX, tab, 0)));
    expect(answers).toEqual([codeAt(START), wait(30_000), wait(30_000)]);
  });

  it('for two accounts, both are remembered', async () => {
    await Promise.all([give(ALEX, TAB, 0), give(KIM, OTHER_TAB, 0)]);
    await Promise.all([releases.filled(TAB), releases.filled(OTHER_TAB)]);
    expect(await give(ALEX, TAB, 0)).toEqual(wait(30_000));
    expect(await give(KIM, OTHER_TAB, 0)).toEqual(wait(30_000));
  });
});

it('keeps no code and no secret in memory', async () => {
  const before = storage.writes.length;
  const answer = await give(ALEX, TAB, 0);
  expect(storage.writes.length).toBeGreaterThan(before);
  const held = JSON.stringify(
    await Promise.all([...new Set(storage.writes)].map((key) => storage.get(key))),
  );
  expect(held).toContain('alex');
  expect(held.includes(answer.kind === 'code' ? answer.code : '')).toBe(false);
  expect(held.includes(ALEX.credential.secret)).toBe(false);
});

it('begins anew where its memory is not understood', async () => {
  await give(ALEX, TAB, 0);
  for (const key of new Set(storage.writes)) await storage.set({ [key]: 'nonsense' });
  expect(await give(ALEX, OTHER_TAB, 0)).toEqual(codeAt(START));
});

describe('with an offset in use', () => {
  it.each([
    ['ahead', 90_000],
    ['behind', -90_000],
    ['by less than a step', 29_000],
    ['behind by less than a step', -15_000],
  ])('%s, the code is that of the corrected time', async (_, offset) => {
    clock.advance(10_000);
    const corrected = clock.now() + offset;
    // A code of the corrected time that lives long enough.
    expect(await give(ALEX, TAB, offset)).toEqual(codeAt(corrected));
    expect(codeAt(corrected)).not.toEqual(codeAt(clock.now()));
  });

  it('its life is measured by the corrected clock, too', async () => {
    // 26 s into the site's step: 4 s are left.
    expect(await give(ALEX, TAB, 26_000)).toEqual(wait(4_000));
    clock.advance(4_000);
    expect(await give(ALEX, TAB, 26_000)).toEqual(codeAt(START + 30_000));
  });

  it('a spent code stays spent when the offset is put right', async () => {
    expect(await give(ALEX, TAB, 30_000)).toEqual(codeAt(START + 30_000));
    await releases.filled(TAB);
    expect(await give(ALEX, TAB, 0)).toEqual(wait(60_000));
  });
});

describe('an account of another kind', () => {
  it("of Steam's gives Steam's code", async () => {
    const steamAccount: Account = { ...ALEX, credential: steam() };
    expect(await give(steamAccount, TAB, 0)).toEqual({
      kind: 'code',
      code: referenceSteamCode(rfcSeed(20), START / 30_000),
      isAgain: false,
    });
  });
});

describe('an account whose codes a counter makes', () => {
  const PAGE = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
  const OTHER_PAGE = '1f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f71';

  /** Where the counter stands, as on the disk. */
  let counter: number;
  const counted = (): Account => ({ ...ALEX, credential: hotp({ counter }) });
  const advance = async () => {
    const passed = hotp({ counter });
    counter += 1;
    return passed;
  };
  const next = (page: string | undefined, tabId = TAB, to = releases) =>
    to.release(counted(), { tabId, page }, 0, advance);
  const codeOf = (step: number): Released => ({
    kind: 'code',
    code: referenceCode(rfcSeed(20), { algorithm: 'SHA1', digits: 6, step }),
    isAgain: false,
  });

  beforeEach(() => {
    counter = 7;
  });

  it('gives the code of the counter, which then has passed it', async () => {
    expect(await next(PAGE)).toEqual(codeOf(7));
    expect(counter).toBe(8);
  });

  it('gives the same again to a document that drew its field anew, also after a restart', async () => {
    await next(PAGE);
    expect(await next(PAGE)).toEqual(again(codeOf(7)));
    clock.advance(3_600_000);
    expect(await next(PAGE, TAB, new Releases(storage, clock.now))).toEqual(again(codeOf(7)));
    expect(counter).toBe(8);
  });

  it('gives another one once that was filled in', async () => {
    await next(PAGE);
    await releases.filled(TAB);
    expect(await next(PAGE)).toEqual(codeOf(8));
    // Nor does a refusal give it back.
    await releases.filled(TAB);
    await releases.refused(TAB);
    expect(await next(PAGE)).toEqual(codeOf(9));
  });

  it.each([
    ['another document in the tab', OTHER_PAGE, TAB],
    ['one of another tab', OTHER_PAGE, OTHER_TAB],
    ['another tab, under the same name', PAGE, OTHER_TAB],
    ['none that is known', undefined, TAB],
  ])('gives another one to %s', async (_, page, tabId) => {
    await next(PAGE);
    expect(await next(page, tabId)).toEqual(codeOf(8));
  });

  it('gives another one once a page says that it is wrong, be it not seen in its field', async () => {
    await next(PAGE);
    await releases.refused(TAB);
    expect(await next(PAGE)).toEqual(codeOf(8));
  });

  it('never the same to two that ask at the same time', async () => {
    const answers = await Promise.all([next(PAGE), next(OTHER_PAGE, OTHER_TAB), next(PAGE, 9)]);
    expect(answers).toEqual([codeOf(7), codeOf(8), codeOf(9)]);
  });

  it('is advanced before anything is remembered, and gives none where that fails', async () => {
    const failing = async (): Promise<HotpCredential> => {
      expect(storage.writes).toEqual([]);
      throw new Error('the disk is full');
    };
    const asked = releases.release(counted(), { tabId: TAB, page: PAGE }, 0, failing);
    await expect(asked).rejects.toThrow('the disk is full');
    expect(storage.writes).toEqual([]);
    expect(await next(PAGE)).toEqual(codeOf(7));
  });

  it('gives the code of the counter as it stands on the disk, not as it was when the page asked', async () => {
    const stale = counted();
    counter = 11;
    const answer = await releases.release(stale, { tabId: TAB, page: PAGE }, 0, advance);
    expect(answer).toEqual(codeOf(11));
  });
});

describe('a page that says that its code is wrong', () => {
  const TWO_MINUTES = 120_000;

  it('speaks of the account whose code was filled in there', async () => {
    await give(ALEX, TAB, 0);
    await give(KIM, OTHER_TAB, 0);
    await releases.filled(TAB);
    await releases.filled(OTHER_TAB);
    expect(await releases.refused(TAB)).toBe('alex');
    expect(await releases.refused(OTHER_TAB)).toBe('kim');
    // It is known until another one is filled in: the page may say it once more.
    expect(await releases.refused(TAB)).toBe('alex');
  });

  it('also after a restart of the worker', async () => {
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    expect(await new Releases(storage, clock.now).refused(TAB)).toBe('alex');
  });

  it('says nothing of us where no code went there', async () => {
    expect(await releases.refused(TAB)).toBeUndefined();
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    expect(await releases.refused(OTHER_TAB)).toBeUndefined();
  });

  it('nor where ours was not filled in: the user typed another, and may do so again', async () => {
    await give(ALEX, TAB, 0);
    for (let times = 0; times < 2; times += 1) {
      expect(await releases.refused(TAB)).toBeUndefined();
    }
    // What another tab fills in is not this tab's.
    await releases.filled(OTHER_TAB);
    expect(await releases.refused(TAB)).toBeUndefined();
  });

  it.each([
    ['two minutes after', TWO_MINUTES, 'alex'],
    ['later', TWO_MINUTES + 1, undefined],
    ['with the clock set back by two minutes', -TWO_MINUTES, 'alex'],
    ['with the clock set back by more', -TWO_MINUTES - 1, undefined],
  ])('counts %s it was filled: %i ms', async (_, ms, account) => {
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    clock.advance(ms);
    expect(await releases.refused(TAB)).toBe(account);
  });

  it('not for the code of now where that went out again and is not in the field yet', async () => {
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    clock.advance(30_000);
    await give(ALEX, TAB, 0);
    expect(await releases.refused(TAB)).toBeUndefined();
  });

  it('speaks of the last one that was filled in there', async () => {
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    clock.advance(1_000);
    await give(KIM, TAB, 0);
    await releases.filled(TAB);
    expect(await releases.refused(TAB)).toBe('kim');
  });

  it('and another fill there does not make an earlier one younger', async () => {
    await give(ALEX, TAB, 0);
    await releases.filled(TAB);
    clock.advance(TWO_MINUTES);
    // Whatever was in the field: no code of ours went out since.
    await releases.filled(TAB);
    clock.advance(1);
    expect(await releases.refused(TAB)).toBeUndefined();
  });
});
