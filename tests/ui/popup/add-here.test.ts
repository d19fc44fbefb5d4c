import { beforeEach, describe, expect, it, vi } from 'vitest';

const calls = vi.hoisted((): string[] => []);
const request = vi.hoisted(() => vi.fn<(permissions: unknown) => Promise<boolean>>());
const send = vi.hoisted(() => vi.fn<(name: string, request: unknown) => Promise<unknown>>());
vi.mock('wxt/browser', () => ({ browser: { permissions: { request } } }));
vi.mock('../../../src/messages/client.ts', () => ({ send }));

const { addHere } = await import('../../../src/ui/popup/add-here.ts');

const CONFIRMED = { tabId: 7, findingId: 'one' };
const ADDED = { kind: 'added', issuer: 'GitHub', account: 'alex', organisation: '' };

beforeEach(() => {
  calls.length = 0;
  request.mockReset().mockImplementation(() => {
    calls.push('permission');
    return Promise.resolve(true);
  });
  send.mockReset().mockImplementation((name) => {
    calls.push(name);
    return Promise.resolve(ADDED);
  });
});

describe('addHere', () => {
  it('sends first, and without waiting for the answer to the question', async () => {
    request.mockImplementation(() => {
      calls.push('permission');
      // The browser is still asking, and the popup is gone.
      return new Promise(() => undefined);
    });
    const { added } = addHere(CONFIRMED, 'https://github.example');
    expect(calls).toEqual(['enrolment.add', 'permission']);
    expect(send).toHaveBeenCalledWith('enrolment.add', CONFIRMED);
    expect(await added).toBe(ADDED);
  });

  it.each([
    ['https://github.example', 'https://github.example/*'],
    // A port is nothing that Firefox takes; without one, both browsers mean all of them.
    ['https://github.example:8443', 'https://github.example/*'],
  ])('asks for %s and nothing else: %s', async (site, pattern) => {
    expect(await addHere(CONFIRMED, site).allowed).toBe(true);
    expect(request).toHaveBeenCalledWith({ origins: [pattern] });
  });

  it('asks for nothing where there is no site', async () => {
    expect(addHere(CONFIRMED, undefined).allowed).toBeUndefined();
    expect(calls).toEqual(['enrolment.add']);
  });

  it.each([
    ['says no', () => Promise.resolve(false)],
    ['does not ask', () => Promise.reject(new Error('not within a click'))],
    [
      'takes it for a mistake',
      () => {
        throw new TypeError('no such origin');
      },
    ],
  ])('adds the account all the same where the browser %s', async (_, answer) => {
    request.mockImplementation(answer);
    const { added, allowed } = addHere(CONFIRMED, 'https://github.example');
    expect(await allowed).toBe(false);
    expect(await added).toBe(ADDED);
  });
});
