import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('../../src/qr/worker.ts?worker&url', () => ({ default: '/assets/worker-1.js' }));

type CreateScriptUrl = (url: string) => string;
const createPolicy = vi.fn(
  (_name: string, { createScriptURL }: { createScriptURL: CreateScriptUrl }) => ({
    createScriptURL: (url: string) => `trusted ${createScriptURL(url)}`,
  }),
);
const started = vi.fn<(url: string) => void>();

beforeEach(() => {
  vi.resetModules();
  vi.clearAllMocks();
  vi.stubGlobal('trustedTypes', { createPolicy });
  vi.stubGlobal(
    'Worker',
    class {
      constructor(url: string) {
        started(url);
      }
    },
  );
});

afterEach(() => vi.unstubAllGlobals());

const start = async () => (await import('../../src/qr/trusted-worker.ts')).startTrustedWorker();

describe('the one worker', () => {
  it('starts through the one policy that the content security policy names', async () => {
    await start();
    expect(createPolicy).toHaveBeenCalledExactlyOnceWith('countersign', expect.anything());
    expect(started).toHaveBeenCalledExactlyOnceWith('trusted /assets/worker-1.js');
  });

  it('may start again: a policy of one name can be made only once', async () => {
    await start();
    await start();
    expect(createPolicy).toHaveBeenCalledOnce();
    expect(started).toHaveBeenCalledTimes(2);
  });

  it.each([
    '',
    '/assets/worker-2.js',
    '/assets/worker-1.js?x',
    '//evil.example/assets/worker-1.js',
    'https://evil.example/worker.js',
    'blob:chrome-extension://id/1',
    'data:text/javascript,1',
  ])('is the only script that the policy lets pass: not %j', async (url) => {
    await start();
    const rules = createPolicy.mock.calls[0]?.[1];
    expect(() => rules?.createScriptURL(url)).toThrow(TypeError);
  });
});
