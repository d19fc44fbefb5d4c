import { beforeEach, expect, it, vi } from 'vitest';
import { CHANGED } from '../../src/messages/told.ts';
import { HeldSignIns } from '../../src/sign-in/held.ts';
import { MemoryStorage } from '../vault/in-memory.ts';
import { PAGE } from './background.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { announceChange } = await import('../../src/messages/announce.ts');

const NOBODY = new Error('Could not establish connection. Receiving end does not exist.');
/** The tab of Microsoft's, and one whose number the browser does not tell. */
const MICROSOFT: { id?: number }[] = [{ id: 3 }, {}];

function newBrowser() {
  return {
    runtime: { sendMessage: vi.fn(async (_: unknown): Promise<unknown> => undefined) },
    tabs: {
      query: vi.fn(async (_: { url: string[] }) => MICROSOFT),
      sendMessage: vi.fn(async (..._: unknown[]): Promise<unknown> => undefined),
    },
    storage: { session: new MemoryStorage() },
  };
}

/** To these tabs it was told, in order. */
const told = () => fake.browser.tabs.sendMessage.mock.calls.map(([tabId]) => tabId);
const wantsCode = (tabId: number, wants: 'code' | 'other-approval' = 'code') =>
  new HeldSignIns(fake.browser.storage.session).hold(tabId, {
    ...{ page: PAGE, origin: 'https://bank.example', wants, shown: [] },
    ...{ state: 'ready', onlyOffered: false },
  });

beforeEach(() => {
  fake.browser = newBrowser();
});

it("tells our pages, and Microsoft's in their top frame, nothing but that something changed", async () => {
  announceChange();
  await vi.waitFor(() => expect(told()).toEqual([3]));
  expect(fake.browser.runtime.sendMessage.mock.calls).toEqual([[CHANGED]]);
  expect(fake.browser.tabs.sendMessage.mock.calls).toEqual([[3, CHANGED, { frameId: 0 }]]);
  expect(fake.browser.tabs.query.mock.calls).toEqual([
    [
      {
        url: [
          'https://mysignins.microsoft.com/*',
          'https://account.activedirectory.windowsazure.com/*',
          'https://account.live.com/*',
          'https://login.microsoftonline.com/*',
          'https://login.live.com/*',
        ],
      },
    ],
  ]);
});

it('tells tabs of other sites that want something, each once', async () => {
  await wantsCode(3);
  await wantsCode(12);
  await wantsCode(14, 'other-approval');
  await new HeldSignIns(fake.browser.storage.session).setAct(15, {
    ...{ origin: 'https://bank.example', accountId: PAGE, isForFitting: false, until: 0 },
  });
  announceChange();
  await vi.waitFor(() => expect(told()).toEqual([3, 12, 14]));
});

it('where nobody listens, that is no fault, and the others hear of it', async () => {
  await wantsCode(12);
  fake.browser.runtime.sendMessage.mockRejectedValue(NOBODY);
  fake.browser.tabs.sendMessage.mockRejectedValue(NOBODY);
  announceChange();
  await vi.waitFor(() => expect(told()).toEqual([3, 12]));
});
