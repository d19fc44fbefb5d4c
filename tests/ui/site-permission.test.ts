import { beforeEach, describe, expect, it, vi } from 'vitest';

const contains = vi.hoisted(() => vi.fn<(permissions: unknown) => Promise<boolean>>());
const request = vi.hoisted(() => vi.fn<(permissions: unknown) => Promise<boolean>>());
vi.mock('wxt/browser', () => ({ browser: { permissions: { contains, request } } }));

const { askForSite, mayReachSite } = await import('../../src/ui/site-permission.ts');

beforeEach(() => {
  contains.mockReset();
  request.mockReset();
});

describe.each([
  ['mayReachSite', mayReachSite, contains],
  ['askForSite', askForSite, request],
])('%s', (_, ask, browser) => {
  it.each([true, false])('gives the browser’s answer: %s', async (answer) => {
    browser.mockResolvedValue(answer);
    expect(await ask('https://bank.example')).toBe(answer);
  });

  it.each(['https://bank.example', 'https://bank.example:8443'])(
    'names the host of %s alone, without a port: Firefox takes none',
    async (site) => {
      browser.mockResolvedValue(true);
      await ask(site);
      expect(browser.mock.calls).toEqual([[{ origins: ['https://bank.example/*'] }]]);
    },
  );

  it.each([
    ['refuses to answer', () => Promise.reject(new Error('not within a click'))],
    [
      'takes it for a mistake',
      () => {
        throw new TypeError('no such origin');
      },
    ],
  ])('is no where the browser %s', async (__, answer) => {
    browser.mockImplementation(answer);
    expect(await ask('https://bank.example')).toBe(false);
  });
});
