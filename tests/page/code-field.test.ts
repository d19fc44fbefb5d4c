import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReleaseAnswer } from '../../src/messages/protocol.ts';

const page = vi.hoisted(() => ({
  fill: vi.fn<(inputs: readonly object[], code: string) => Promise<boolean>>(),
  isFillable: vi.fn<(field: object) => boolean>(),
  send: vi.fn<(name: string) => Promise<void>>(),
}));
vi.mock('../../src/page/fill.ts', () => ({ fill: page.fill, isFillable: page.isFillable }));
vi.mock('../../src/messages/client.ts', () => ({ send: page.send }));

const { attendCodeField } = await import('../../src/page/code-field.ts');

/** Only its identity counts here: what is done to a real one is `fill`'s. */
const newField = (value = '') => ({ value }) as HTMLInputElement;
const CODE: ReleaseAnswer = { kind: 'code', code: '123456', submit: false };

let field: HTMLInputElement | undefined;
const ask = vi.fn<() => Promise<ReleaseAnswer>>();
const lookAgain = vi.fn();

let isOurs: (field: HTMLInputElement) => boolean;

/** Looks at the page and waits until all that follows from it has happened. */
let look: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  page.isFillable.mockReturnValue(true);
  page.fill.mockResolvedValue(true);
  page.send.mockResolvedValue();
  ask.mockResolvedValue(CODE);
  field = newField();
  const { attend, isOurs: holdsOurs } = attendCodeField({ find: () => field, ask, lookAgain });
  isOurs = holdsOurs;
  look = async () => {
    attend();
    await vi.advanceTimersByTimeAsync(0);
  };
  return () => vi.useRealTimers();
});

describe('a code field', () => {
  it('is filled, and that is told', async () => {
    await look();
    expect(page.fill).toHaveBeenCalledExactlyOnceWith([field], '123456', expect.any(Function));
    expect(page.send).toHaveBeenCalledExactlyOnceWith('code.filled');
  });

  it('that did not take the code is not told as filled', async () => {
    page.fill.mockResolvedValue(false);
    await look();
    expect(page.send).not.toHaveBeenCalled();
  });

  it('is filled once: what was cleared or refused stays as it is', async () => {
    await look();
    await look();
    expect(ask).toHaveBeenCalledOnce();
    expect(page.fill).toHaveBeenCalledOnce();
  });

  it('that appears anew is filled anew', async () => {
    await look();
    field = newField();
    await look();
    expect(page.fill).toHaveBeenCalledTimes(2);
    expect(page.fill).toHaveBeenLastCalledWith([field], '123456', expect.any(Function));
  });
});

describe('our code', () => {
  it('stands in the field that it was filled into, as long as the field holds it', async () => {
    const filled = newField('123456');
    expect(isOurs(filled)).toBe(false);
    await look();
    expect(isOurs(filled)).toBe(true);
    expect(isOurs(newField('123457'))).toBe(false);
    expect(isOurs(newField())).toBe(false);
  });

  it('that a field did not take stands nowhere', async () => {
    page.fill.mockResolvedValue(false);
    await look();
    expect(isOurs(newField('123456'))).toBe(false);
  });

  it('in a field changes no node: the page is looked at again', async () => {
    await look();
    expect(lookAgain).toHaveBeenCalledOnce();
  });
});

describe('no code is asked for', () => {
  it('where there is no field', async () => {
    field = undefined;
    await look();
    expect(ask).not.toHaveBeenCalled();
  });

  it('where the field cannot be filled', async () => {
    page.isFillable.mockReturnValue(false);
    await look();
    expect(ask).not.toHaveBeenCalled();
  });

  it('a second time while one is on its way, nor after it was filled in', async () => {
    const { promise, resolve } = Promise.withResolvers<ReleaseAnswer>();
    ask.mockReturnValue(promise);
    await look();
    await look();
    expect(ask).toHaveBeenCalledOnce();
    resolve(CODE);
    await look();
    expect(ask).toHaveBeenCalledOnce();
    expect(page.fill).toHaveBeenCalledOnce();
  });

  it('before the time that the background named, however often the page changes', async () => {
    ask.mockResolvedValueOnce({ kind: 'wait', ms: 4_000 });
    await look();
    await vi.advanceTimersByTimeAsync(3_000);
    await look();
    await look();
    expect(ask).toHaveBeenCalledOnce();
  });
});

describe('the page is not touched', () => {
  it.each<[string, () => void]>([
    [
      'where another field took its place while the code was on its way',
      () => {
        field = newField();
      },
    ],
    [
      'where the field went',
      () => {
        field = undefined;
      },
    ],
  ])('%s', async (_, moveOn) => {
    const { promise, resolve } = Promise.withResolvers<ReleaseAnswer>();
    ask.mockReturnValueOnce(promise);
    await look();
    moveOn();
    resolve(CODE);
    await vi.advanceTimersByTimeAsync(0);
    expect(page.fill).not.toHaveBeenCalled();
    expect(page.send).not.toHaveBeenCalled();
  });

  it('where there is no code for it, but the next look asks again', async () => {
    ask.mockResolvedValueOnce({ kind: 'none' });
    await look();
    expect(page.fill).not.toHaveBeenCalled();
    await look();
    expect(page.fill).toHaveBeenCalledOnce();
  });

  it('where the background does not answer, but the next look asks again', async () => {
    ask.mockRejectedValueOnce(new Error('the extension was updated'));
    await look();
    expect(page.fill).not.toHaveBeenCalled();
    await look();
    expect(page.fill).toHaveBeenCalledOnce();
  });

  it('before a code lives long enough: it looks again then, not sooner', async () => {
    ask.mockResolvedValueOnce({ kind: 'wait', ms: 4_000 });
    await look();
    await vi.advanceTimersByTimeAsync(3_999);
    expect(lookAgain).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(lookAgain).toHaveBeenCalledOnce();
    expect(page.fill).not.toHaveBeenCalled();
    await look();
    expect(page.fill).toHaveBeenCalledOnce();
  });

  it.each([
    ['a minute', 60_000],
    ['an hour', 3_600_000],
    ['as long as a timer can', 2 ** 31 - 1],
    ['longer than a timer can', 2 ** 31],
    ['much longer than a timer can', 2 ** 31 * 1000],
  ])('for %s: it asks again after a minute, and again', async (_, ms) => {
    ask.mockResolvedValue({ kind: 'wait', ms });
    lookAgain.mockImplementation(() => void look());
    await look();
    for (const asked of [1, 2, 3]) {
      await vi.advanceTimersByTimeAsync(59_999);
      expect(ask).toHaveBeenCalledTimes(asked);
      await vi.advanceTimersByTimeAsync(1);
      expect(ask).toHaveBeenCalledTimes(asked + 1);
    }
    ask.mockResolvedValue(CODE);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(page.fill).toHaveBeenCalledOnce();
  });

  it('and then it asks, though the clock stands earlier: set back, or coarse on purpose', async () => {
    ask.mockResolvedValueOnce({ kind: 'wait', ms: 4_000 });
    await look();
    await vi.advanceTimersByTimeAsync(4_000);
    vi.setSystemTime(Date.now() - 100);
    await look();
    expect(page.fill).toHaveBeenCalledOnce();
  });
});
