import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FILL } from '../../src/messages/told.ts';
import { fault } from '../vault/builders.ts';
import { BANK, ENTRA, LIVE, TAB } from './signing-in.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { askPage } = await import('../../src/sign-in/ask-page.ts');

function newBrowser() {
  return {
    tabs: {
      sendMessage: vi.fn(async (..._: unknown[]): Promise<unknown> => ({ outcome: 'filled' })),
    },
    scripting: { executeScript: vi.fn(async (_: object): Promise<unknown> => []) },
  };
}

const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');

beforeEach(() => {
  fake.browser = newBrowser();
});

describe('a page that has our script', () => {
  it('is told, in its top frame, and what it answers comes back', async () => {
    expect(await askPage(TAB, BANK)).toBe('filled');
    expect(fake.browser.tabs.sendMessage.mock.calls).toEqual([[TAB, FILL, { frameId: 0 }]]);
    expect(fake.browser.scripting.executeScript).not.toHaveBeenCalled();
  });

  it.each([undefined, null, 'filled', {}, { outcome: 'done' }, { outcome: 'filled', code: '1' }])(
    'that answers %o had no field',
    async (answer) => {
      fake.browser.tabs.sendMessage.mockResolvedValueOnce(answer);
      expect(await askPage(TAB, BANK)).toBe('no-field');
    },
  );
});

describe('a page that has none', () => {
  beforeEach(() => {
    fake.browser.tabs.sendMessage.mockRejectedValueOnce(NOBODY);
  });

  it.each([
    [BANK, '/attend-site.js'],
    ['https://login.live.com.evil.example', '/attend-site.js'],
    [ENTRA, '/content-scripts/sign-in.js'],
    [LIVE, '/content-scripts/sign-in.js'],
  ])('on %s gets %s, and is told then', async (origin, file) => {
    fake.browser.tabs.sendMessage.mockResolvedValueOnce({ outcome: 'waiting' });
    expect(await askPage(TAB, origin)).toBe('waiting');
    expect(fake.browser.scripting.executeScript.mock.calls).toEqual([
      [{ target: { tabId: TAB }, files: [file] }],
    ]);
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledTimes(2);
  });

  it('and into which the browser lets nobody, is told so', async () => {
    fake.browser.scripting.executeScript.mockRejectedValueOnce(new Error('Cannot access'));
    await expect(askPage(TAB, BANK)).rejects.toMatchObject(fault('page-not-readable'));
    expect(fake.browser.tabs.sendMessage).toHaveBeenCalledOnce();
  });
});
