import { beforeEach, expect, it, vi } from 'vitest';

const mocked = vi.hoisted(() => ({
  send: vi.fn<(name: string, request?: unknown) => Promise<void>>(),
  watchFields: vi.fn<(look: () => void) => () => void>(),
  stop: vi.fn(),
  candidates: [] as object[],
}));
vi.mock('../../src/messages/client.ts', () => ({ send: mocked.send }));
vi.mock('../../src/page/watch-fields.ts', () => ({ watchFields: mocked.watchFields }));
vi.mock('../../src/page/detector/candidates.ts', () => ({
  candidatesIn: () => mocked.candidates.values(),
}));

const { awaitField } = await import('../../src/page/await-field.ts');

const asked = () => mocked.send.mock.calls.filter(([name]) => name === 'signIn.attend').length;
/** As the attending script does when it comes. */
const attend = () => Object.assign(globalThis, { countersignAttends: true });

let look: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  vi.stubGlobal('document', {});
  vi.stubGlobal('countersignDocument', undefined);
  vi.stubGlobal('countersignAttends', undefined);
  mocked.send.mockResolvedValue(undefined);
  mocked.candidates = [];
  mocked.watchFields.mockImplementation((looks) => {
    look = async () => {
      looks();
      await vi.advanceTimersByTimeAsync(0);
    };
    return mocked.stop;
  });
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

it('a page tells that the one before is gone, and asks for nothing without a candidate', async () => {
  awaitField();
  await look();
  expect(mocked.send.mock.calls).toEqual([['signIn.left', { page: expect.any(String) }]]);
  expect(mocked.stop).not.toHaveBeenCalled();
});

it('a page with a candidate asks for the script that attends it, and watches no longer', async () => {
  mocked.send.mockImplementation(async (name) => {
    if (name === 'signIn.attend') attend();
  });
  awaitField();
  mocked.candidates = [{}];
  await look();
  expect(asked()).toBe(1);
  expect(mocked.stop).toHaveBeenCalledOnce();
});

it('a script that does not come is asked for again with a later change, every two seconds at most', async () => {
  mocked.send.mockRejectedValue(new Error('no answer'));
  awaitField();
  mocked.candidates = [{}];
  for (let times = 0; times < 4; times += 1) await look();
  expect(asked()).toBe(1);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked()).toBe(2);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked()).toBe(2);
  expect(mocked.stop).not.toHaveBeenCalled();
});

it('a page that is attended because the user wanted a code there is watched no longer', async () => {
  awaitField();
  attend();
  mocked.candidates = [{}];
  await look();
  expect(mocked.stop).toHaveBeenCalledOnce();
  expect(asked()).toBe(0);
});

it('a script that comes to a page twice waits there once', () => {
  awaitField();
  awaitField();
  expect(mocked.watchFields).toHaveBeenCalledOnce();
  expect(mocked.send).toHaveBeenCalledOnce();
});
