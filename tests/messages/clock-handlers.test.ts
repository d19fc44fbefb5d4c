import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hotp, rfcSeed } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { Background, effects } from './background.ts';
import { contentScript, SENDERS, SIGN_IN_URL } from './senders.ts';

const account = 'alex@contoso.example';
/** What another device shows whose clock is right, in milliseconds since 1970. */
const shownAt = (ms: number) =>
  referenceCode(rfcSeed(20), { algorithm: 'SHA1', digits: 6, step: Math.floor(ms / 30_000) });

let background: Background;
let id: string;

beforeEach(async () => {
  background = new Background();
  await background.create();
  ({ id } = await background.add());
  vi.clearAllMocks();
});

const now = () => background.machine.clock.now();

/** The user reads a device whose clock is `skewSeconds` ahead of ours. */
function measure(skewSeconds: number, ...ats: number[]) {
  const samples = ats.map((at) => {
    const code = shownAt(at + skewSeconds * 1000);
    return { code: `${code.slice(0, 3)} ${code.slice(3)}`, at };
  });
  return background.get('clock.measure', { id, samples });
}

describe('clock.measure', () => {
  it('is fine where the clocks agree', async () => {
    expect(await measure(0, now() - 10_000 + 20_000)).toEqual({ kind: 'fine' });
  });

  it.each([300, -300, 3600])('finds a skew of %i s, to half a period', async (skewSeconds) => {
    const answer = await measure(skewSeconds, now());
    if (answer.kind !== 'skewed') throw new Error(answer.kind);
    expect(Math.abs(answer.offsetSeconds - skewSeconds)).toBeLessThanOrEqual(15);
  });

  it('is unsure where one code leaves it open, and asks for one more when that tells', async () => {
    // Our step's first moment, and the other's last one: anything from 0 to 30 s.
    const first = now();
    const answer = await measure(25, first);
    if (answer.kind !== 'unsure') throw new Error(answer.kind);
    expect(answer.askAgainInMs).toBeGreaterThan(0);
    expect(answer.askAgainInMs).toBeLessThanOrEqual(30_000);
    background.machine.clock.advance(answer.askAgainInMs);
    const second = await measure(25, first, now());
    expect(second.kind).not.toBe('fine');
    const third =
      second.kind === 'unsure'
        ? await measure(25, first, now(), now() + second.askAgainInMs)
        : second;
    if (third.kind !== 'skewed') throw new Error(third.kind);
    expect(Math.abs(third.offsetSeconds - 25)).toBeLessThanOrEqual(5);
  });

  it.each([
    [300, 300, 'fine'],
    [300, 305, 'fine'],
    [-300, -300, 'fine'],
    [300, 0, 'skewed'],
    [0, 300, 'skewed'],
    [300, 900, 'skewed'],
    [-300, 300, 'skewed'],
  ] as const)(
    'measures on top of the offset in use: %i s set, %i s right, is %s',
    async (set, right, kind) => {
      await background.vault.setSettings({ clockOffsetSeconds: set });
      // In the middle of a step of the corrected clock.
      const answer = await measure(right, now() + 12_000, now() + 42_000);
      expect(answer.kind).toBe(kind);
      // What is answered is the whole offset, to be set as it is.
      if (answer.kind === 'skewed') {
        expect(Math.abs(answer.offsetSeconds - right)).toBeLessThanOrEqual(15);
        await background.get('settings.set', { clockOffsetSeconds: answer.offsetSeconds });
        expect(await measure(right, now() + 12_000, now() + 42_000)).not.toMatchObject({
          kind: 'skewed',
        });
      }
    },
  );

  it('asks again by the corrected clock: as if the clock itself were set right', async () => {
    await background.vault.setSettings({ clockOffsetSeconds: 98 });
    const corrected = await measure(98 + 15, now());
    if (corrected.kind !== 'unsure') throw new Error(corrected.kind);
    await background.vault.setSettings({ clockOffsetSeconds: 0 });
    background.machine.clock.advance(98_000);
    expect(await measure(15, now())).toEqual(corrected);
  });

  it('says where a code fits no time', async () => {
    const samples = [{ code: '00000', at: now() }];
    expect(await background.ask(SENDERS.manager, 'clock.measure', { id, samples })).toEqual({
      ok: false,
      code: 'clock-not-found',
      field: 'code',
    });
  });

  it('has no clock in an account of a counter', async () => {
    const counted = await background.add(hotp({ secret: 'MZXW6YTBOI' }));
    const samples = [{ code: '000000', at: now() }];
    expect(
      await background.ask(SENDERS.manager, 'clock.measure', { id: counted.id, samples }),
    ).toEqual({ ok: false, code: 'unsupported', field: 'id' });
  });
});

describe('code.refused', () => {
  const page = SENDERS['sign-in-page'];
  const doubt = async () => (await background.get('vault.status')).clockDoubt;

  const fill = async () => {
    await background.showField(page, { account });
    await background.ask(page, 'code.filled');
    effects.announceChange.mockClear();
  };

  it('raises a doubt for our code in this tab, and tells our pages', async () => {
    await fill();
    expect(await background.ask(page, 'code.refused')).toEqual({ ok: true, response: undefined });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await doubt()).toBe(id);
    // Until the user has looked at it; also for the next worker.
    background.restart();
    expect(await doubt()).toBe(id);
    await background.ask(SENDERS.popup, 'clock.looked');
    expect(effects.announceChange).toHaveBeenCalledTimes(2);
    expect(await doubt()).toBeUndefined();
  });

  it('raises one up to two minutes after it was filled in', async () => {
    await fill();
    background.machine.clock.advance(120_000);
    await background.ask(page, 'code.refused');
    expect(await doubt()).toBe(id);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['no code of ours went out', async () => {}],
    ['it was not filled in', () => background.showField(page, { account })],
    [
      'it was filled in longer ago',
      async () => {
        await fill();
        background.machine.clock.advance(120_001);
      },
    ],
    [
      'it was filled in in another tab',
      async () => {
        const other = contentScript(SIGN_IN_URL, { tab: { id: 8 } });
        await background.showField(other, { account });
        await background.ask(other, 'code.filled');
      },
    ],
  ])('raises none where %s', async (_, before) => {
    await before();
    effects.announceChange.mockClear();
    expect(await background.ask(page, 'code.refused')).toEqual({ ok: true, response: undefined });
    expect(await doubt()).toBeUndefined();
    expect(effects.announceChange).not.toHaveBeenCalled();
  });

  it('is not told while the vault is locked', async () => {
    await fill();
    await background.ask(page, 'code.refused');
    await background.vault.lock();
    expect(await doubt()).toBeUndefined();
  });
});

it('a sign-in page gets the code of the clock as it is set right', async () => {
  await background.vault.setSettings({ clockOffsetSeconds: 95 });
  expect(await background.showField(SENDERS['sign-in-page'], { account })).toEqual({
    ok: true,
    response: { kind: 'code', code: shownAt(now() + 95_000), submit: false },
  });
});

it('a sign-in page gets no code of a counter by itself: only the user asks for that', async () => {
  await background.get('accounts.delete', { ids: [id] });
  await background.get('accounts.emptyBin');
  const counted = await background.add(hotp());
  expect(await background.showField(SENDERS['sign-in-page'], { account })).toEqual({
    ok: true,
    response: { kind: 'none' },
  });
  expect((await background.accounts()).find((each) => each.id === counted.id)).toMatchObject({
    credential: { counter: 0 },
  });
});
