import { beforeEach, describe, expect, it, vi } from 'vitest';

const send = vi.hoisted(() => vi.fn<(name: string, request: { ids: string[] }) => unknown>());
vi.mock('../../../src/messages/client.ts', () => ({ send }));

const { currentCode, isTimed, nextMoment, refreshCodes } = await import(
  '../../../src/ui/popup/codes.ts'
);

const PERIOD = 30;
/** When the next code takes over. */
const CHANGE = 1_700_000_010_000;

const answer = (id: string, changesAt = CHANGE) => ({
  id,
  code: `now of ${id}`,
  next: `next of ${id}`,
  changesAt,
});
const account = (id: string) => ({
  id,
  issuer: 'Microsoft',
  account: id,
  organisation: '',
  type: 'totp' as const,
  kind: 'work' as const,
  origins: [],
  createdAt: 1_700_000_000_000,
  period: PERIOD,
  mode: 'automatic' as const,
  submits: false,
  insteadOfPush: false,
  history: [],
  pinned: false,
  needsAction: false,
});

beforeEach(() => {
  send.mockReset();
});

describe('currentCode', () => {
  const now = { code: 'now of a', next: 'next of a', changesAt: CHANGE, isShort: false };
  const next = {
    code: 'next of a',
    next: undefined,
    changesAt: CHANGE + 30_000,
    isShort: false,
  };

  it.each([
    ['at the start of the period', CHANGE - 30_000, now],
    ['until five seconds are left', CHANGE - 5001, now],
    ['from there on short', CHANGE - 5000, { ...now, isShort: true }],
    ['until the last millisecond', CHANGE - 1, { ...now, isShort: true }],
    ['from the change on', CHANGE, next],
    ['until the next change', CHANGE + 29_999, { ...next, isShort: true }],
    ['after that', CHANGE + 30_000, undefined],
    ['the day after', CHANGE + 86_400_000, undefined],
  ])('%s', (_, at, expected) => {
    expect(currentCode(answer('a'), PERIOD, at)).toEqual(expected);
  });

  it('follows the period of the account', () => {
    expect(currentCode(answer('a'), 60, CHANGE + 59_999)).toMatchObject({ code: 'next of a' });
    expect(currentCode(answer('a'), 15, CHANGE + 15_000)).toBeUndefined();
  });

  it('is none without an answer', () => {
    expect(currentCode(undefined, PERIOD, CHANGE)).toBeUndefined();
  });
});

describe('refreshCodes', () => {
  const accounts = [account('a'), account('b')];

  it('asks for all of them at first', async () => {
    send.mockResolvedValue([answer('a'), answer('b')]);
    const known = await refreshCodes(accounts, new Map(), CHANGE - 1000);
    expect(send).toHaveBeenCalledExactlyOnceWith('accounts.codes', { ids: ['a', 'b'] });
    expect([...known.values()]).toEqual([answer('a'), answer('b')]);
  });

  it('asks for nothing while it knows them', async () => {
    const known = new Map([
      ['a', answer('a')],
      ['b', answer('b')],
    ]);
    expect(await refreshCodes(accounts, known, CHANGE - 1)).toBe(known);
    expect(send).not.toHaveBeenCalled();
  });

  it('asks again, once a period, for those that changed', async () => {
    const known = new Map([
      ['a', answer('a')],
      ['b', answer('b', CHANGE + 5000)],
    ]);
    send.mockResolvedValue([answer('a', CHANGE + 30_000)]);
    const refreshed = await refreshCodes(accounts, known, CHANGE);
    expect(send).toHaveBeenCalledExactlyOnceWith('accounts.codes', { ids: ['a'] });
    expect(refreshed.get('a')).toEqual(answer('a', CHANGE + 30_000));
    expect(refreshed.get('b')).toEqual(answer('b', CHANGE + 5000));
  });

  it('asks for what is on show only, and forgets the rest', async () => {
    const known = new Map([['b', answer('b', CHANGE - 30_000)]]);
    send.mockResolvedValue([answer('a')]);
    const refreshed = await refreshCodes([account('a')], known, CHANGE - 1000);
    expect(send).toHaveBeenCalledExactlyOnceWith('accounts.codes', { ids: ['a'] });
    expect([...refreshed.keys()]).toEqual(['a']);
  });

  it('forgets what is no longer on show without asking', async () => {
    const known = new Map([
      ['a', answer('a')],
      ['b', answer('b')],
    ]);
    const refreshed = await refreshCodes([account('a')], known, CHANGE - 1000);
    expect([...refreshed.keys()]).toEqual(['a']);
    expect(send).not.toHaveBeenCalled();
  });

  it('asks for nothing where nothing is on show', async () => {
    expect((await refreshCodes([], new Map(), CHANGE)).size).toBe(0);
    expect(send).not.toHaveBeenCalled();
  });

  it('passes on what went wrong', async () => {
    send.mockRejectedValue(new Error('locked'));
    await expect(refreshCodes(accounts, new Map(), CHANGE)).rejects.toThrow('locked');
  });
});

describe('isTimed', () => {
  it.each([
    ['totp', 30, true],
    ['steam', 30, true],
    ['hotp', undefined, false],
    ['hotp', 30, false],
  ] as const)('%s', (type, period, expected) => {
    const { period: _, ...rest } = account('a');
    expect(isTimed({ ...rest, type, ...(period && { period }) })).toBe(expected);
  });
});

describe('nextMoment', () => {
  const known = new Map([['a', answer('a')]]);

  it.each([
    ['five seconds before a code changes', CHANGE - 20_000, CHANGE - 5000],
    ['when it changes', CHANGE - 5000, CHANGE],
    ['before the next one changes', CHANGE, CHANGE + 25_000],
    ['in a second, where a code is too old', CHANGE + 30_000, CHANGE + 31_000],
  ])('is %s', (_, at, expected) => {
    expect(nextMoment([account('a')], known, at)).toBe(expected);
  });

  it('is the first of all, and never far off', () => {
    expect(nextMoment([account('a'), account('b')], known, CHANGE - 20_000)).toBe(CHANGE - 19_000);
    expect(nextMoment([], known, CHANGE)).toBe(CHANGE + 60_000);
  });
});
