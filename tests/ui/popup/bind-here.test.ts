import { beforeEach, expect, it, vi } from 'vitest';
import { siteHere } from './sign-in-here.ts';

const calls = vi.hoisted((): string[] => []);
const request = vi.hoisted(() => vi.fn<(permissions: unknown) => Promise<boolean>>());
const send = vi.hoisted(() => vi.fn<(name: string, request: unknown) => Promise<unknown>>());
vi.mock('wxt/browser', () => ({ browser: { permissions: { request } } }));
vi.mock('../../../src/messages/client.ts', () => ({ send }));

const { bindHere } = await import('../../../src/ui/popup/bind-here.ts');

const KEPT_OUT = siteHere({ mayReach: false });

beforeEach(() => {
  calls.length = 0;
  request.mockReset().mockImplementation(() => {
    calls.push('permission');
    return Promise.resolve(true);
  });
  send.mockReset().mockImplementation((name) => {
    calls.push(name);
    return Promise.resolve();
  });
});

it('binds first, to the origin on show, and without waiting for the answer to the question', async () => {
  request.mockImplementation(() => {
    calls.push('permission');
    // The browser is still asking, and the popup is gone.
    return new Promise(() => undefined);
  });
  const { bound } = bindHere(7, 'one', KEPT_OUT);
  expect(calls).toEqual(['signIn.bind', 'permission']);
  expect(send).toHaveBeenCalledWith('signIn.bind', {
    tabId: 7,
    id: 'one',
    origin: 'https://github.example',
  });
  await bound;
});

it('asks for the site and nothing else', async () => {
  expect(await bindHere(7, 'one', KEPT_OUT).allowed).toBe(true);
  expect(request).toHaveBeenCalledWith({ origins: ['https://github.example/*'] });
});

it.each([
  ['is open to us', siteHere()],
  ['came with the installation', { ...KEPT_OUT, isMicrosoft: true }],
])('asks for nothing where the site %s', (_, site) => {
  expect(bindHere(7, 'one', site).allowed).toBeUndefined();
  expect(calls).toEqual(['signIn.bind']);
});
