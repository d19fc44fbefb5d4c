import { beforeEach, describe, expect, it, vi } from 'vitest';
import { onChanged, onFill, send } from '../../src/messages/client.ts';
import type { FillOutcome } from '../../src/messages/envelope.ts';
import { CHANGED, FILL } from '../../src/messages/told.ts';

type Listener = (message: unknown, sender: unknown, answer: (response: unknown) => void) => unknown;

const runtime = {
  sendMessage: vi.fn<(message: unknown) => Promise<unknown>>(),
  listeners: new Set<Listener>(),
};

vi.stubGlobal('chrome', {
  runtime: {
    sendMessage: runtime.sendMessage,
    onMessage: {
      addListener: (listener: Listener) => runtime.listeners.add(listener),
      removeListener: (listener: Listener) => runtime.listeners.delete(listener),
    },
  },
});

beforeEach(() => {
  runtime.sendMessage.mockReset();
  runtime.listeners.clear();
});

describe('send', () => {
  it('sends name and request, and gives the response', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: true, response: { found: 2 } });
    expect(await send('enrolment.scan', { tabId: 7 })).toEqual({ found: 2 });
    expect(runtime.sendMessage).toHaveBeenCalledExactlyOnceWith({
      name: 'enrolment.scan',
      request: { tabId: 7 },
    });
  });

  it.each([{ ok: true }, { ok: true, response: undefined }])(
    'gives nothing for %o',
    async (reply) => {
      runtime.sendMessage.mockResolvedValue(reply);
      expect(await send('vault.lock')).toBeUndefined();
    },
  );

  it('throws a refusal as a Fault with its code and field', async () => {
    runtime.sendMessage.mockResolvedValue({ ok: false, code: 'already-here', field: 'secret' });
    await expect(send('enrolment.add', { tabId: 7, findingId: 'f' })).rejects.toMatchObject({
      name: 'Fault',
      code: 'already-here',
      field: 'secret',
    });
  });

  it.each([undefined, null, 'ok', {}, { ok: 'yes' }, { ok: false }, { ok: true, code: 'x' }])(
    'takes %o for no answer',
    async (reply) => {
      runtime.sendMessage.mockResolvedValue(reply);
      await expect(send('vault.lock')).rejects.toThrow();
    },
  );
});

describe('onChanged', () => {
  const hear = (message: unknown) =>
    [...runtime.listeners].map((listener) => listener(message, {}, () => undefined));

  it('calls back for that one message, and answers none', () => {
    const callback = vi.fn();
    onChanged(callback);
    expect(hear({ name: 'vault.lock' })).toEqual([undefined]);
    expect(hear('another text')).toEqual([undefined]);
    expect(callback).not.toHaveBeenCalled();
    expect(hear(CHANGED)).toEqual([undefined]);
    expect(callback).toHaveBeenCalledOnce();
  });

  it('until it is told to stop', () => {
    const callback = vi.fn();
    onChanged(callback)();
    hear(CHANGED);
    expect(callback).not.toHaveBeenCalled();
  });
});

describe('onFill', () => {
  const answer = vi.fn<(response: unknown) => void>();
  const hear = (message: unknown) =>
    [...runtime.listeners].map((listener) => listener(message, {}, answer));

  beforeEach(() => {
    answer.mockReset();
  });

  it('calls back for that one message, and keeps the way open for what comes of it', async () => {
    const { promise, resolve } = Promise.withResolvers<FillOutcome>();
    onFill(() => promise);
    expect(hear(CHANGED)).toEqual([undefined]);
    expect(hear(FILL)).toEqual([true]);
    expect(answer).not.toHaveBeenCalled();
    resolve('filled');
    await vi.waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith({ outcome: 'filled' }));
  });

  it('answers a failure as not filled', async () => {
    onFill(() => Promise.reject(new Error('the extension was updated')));
    hear(FILL);
    await vi.waitFor(() =>
      expect(answer).toHaveBeenCalledExactlyOnceWith({ outcome: 'not-filled' }),
    );
  });
});
