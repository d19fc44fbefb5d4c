import { beforeEach, expect, it, vi } from 'vitest';

const send = vi.fn(async () => undefined);
vi.mock('../../src/messages/client.ts', () => ({ send }));
const { tellUse } = await import('../../src/ui/tell-use.ts');

type Listener = (event: { isTrusted: boolean }) => void;
let listeners: Map<string, Listener>;

beforeEach(() => {
  vi.useFakeTimers();
  send.mockClear();
  listeners = new Map();
  vi.stubGlobal('addEventListener', (type: string, listener: Listener) => {
    listeners.set(type, listener);
  });
  tellUse();
});

const after = (ms: number, type: string, isTrusted = true) => {
  vi.advanceTimersByTime(ms);
  listeners.get(type)?.({ isTrusted });
};

it('opening the page is use', () => {
  expect(send.mock.calls).toEqual([['vault.used']]);
});

it.each(['pointerdown', 'keydown'])('a %s is use, at most once in ten seconds', (type) => {
  after(9_999, type);
  expect(send).toHaveBeenCalledTimes(1);
  after(1, type);
  after(1, type);
  expect(send).toHaveBeenCalledTimes(2);
});

it('neither a script nor time alone is use', () => {
  after(60_000, 'keydown', false);
  vi.advanceTimersByTime(3_600_000);
  expect(send).toHaveBeenCalledTimes(1);
});
