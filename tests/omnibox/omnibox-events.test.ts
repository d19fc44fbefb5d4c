import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Suggested } from '../../src/omnibox/omnibox.ts';
import { FakeEvent } from '../fake-event.ts';

function newBrowser() {
  return {
    omnibox: {
      onInputStarted: new FakeEvent(),
      onInputChanged: new FakeEvent(),
      onInputEntered: new FakeEvent(),
      setDefaultSuggestion: vi.fn((_: { description: string }) => {}),
    },
    tabs: { TAB_ID_NONE: -1, query: vi.fn(async (_: object) => [{ id: 7, windowId: 3 }]) },
    action: { openPopup: vi.fn(async (_: object) => {}) },
    i18n: { getMessage: (name: string, given = '') => `${name} ${given}`.trim() },
  };
}

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { listenForOmnibox } = await import('../../src/omnibox/omnibox-events.ts');

const suggest = vi.fn<(typed: string, tabId: number) => Promise<Suggested>>();
const choose = vi.fn<(text: string, tabId: number) => Promise<boolean>>();

const found = (...names: string[]): Suggested => ({
  kind: 'found',
  found: names.map((name) => ({ name, fits: false })),
});

beforeEach(() => {
  vi.unstubAllEnvs();
  fake.browser = newBrowser();
  suggest.mockReset().mockResolvedValue(found('Shop · alex'));
  choose.mockReset().mockResolvedValue(true);
  listenForOmnibox({ suggest, choose });
});

const described = () =>
  fake.browser.omnibox.setDefaultSuggestion.mock.calls.map(([{ description }]) => description);

/** Types, and gives what is suggested for it. */
async function typed(text: string): Promise<unknown> {
  const give = vi.fn();
  await fake.browser.omnibox.onInputChanged.happen(text, give);
  await vi.waitFor(() => expect(give).toHaveBeenCalled());
  return give.mock.calls[0]?.[0];
}

it('listens before it returns, so that an event wakes the worker', () => {
  const { onInputStarted, onInputChanged, onInputEntered } = fake.browser.omnibox;
  const events = [onInputStarted, onInputChanged, onInputEntered];
  expect(events.map(({ listeners }) => listeners.length)).toEqual([1, 1, 1]);
});

it('says what can be done here before anything was typed', async () => {
  await fake.browser.omnibox.onInputStarted.happen();
  expect(described()).toEqual(['omniboxHint']);
});

describe('what is typed', () => {
  it('is looked for, from the tab under the address bar', async () => {
    expect(await typed('shop')).toEqual([{ content: 'Shop · alex', description: 'Shop · alex' }]);
    expect(suggest).toHaveBeenCalledExactlyOnceWith('shop', 7);
    expect(fake.browser.tabs.query).toHaveBeenCalledWith({ active: true, lastFocusedWindow: true });
    expect(described()).toEqual(['omniboxFirst Shop · alex']);
  });

  it('finds an account of this page, which is said', async () => {
    suggest.mockResolvedValue({ kind: 'found', found: [{ name: 'Shop', fits: true }] });
    expect(await typed('shop')).toEqual([{ content: 'Shop', description: 'omniboxFits Shop' }]);
  });

  it.each([
    ['locked', 'omniboxLocked'],
    ['none', 'omniboxNone'],
  ] as const)('is told where nothing can be: %s', async (kind, sentence) => {
    suggest.mockResolvedValue({ kind });
    expect(await typed('shop')).toEqual([]);
    expect(described()).toEqual([sentence]);
  });

  it('is answered by the last answer only', async () => {
    const first = Promise.withResolvers<Suggested>();
    suggest.mockReturnValueOnce(first.promise);
    const give = vi.fn();
    await fake.browser.omnibox.onInputChanged.happen('s', give);
    await vi.waitFor(() => expect(suggest).toHaveBeenCalledOnce());
    await typed('sh');
    first.resolve(found('Old'));
    await first.promise;
    await typed('sho');
    expect(give).not.toHaveBeenCalled();
    expect(described()).not.toContain('omniboxFirst Old');
  });

  it('holds no markup for Chrome, which reads XML, and is as it is for Firefox', async () => {
    suggest.mockResolvedValue(found('<b>&"'));
    expect(await typed('b')).toEqual([{ content: '<b>&"', description: '<b>&"' }]);
    vi.stubEnv('CHROME', 'true');
    expect(await typed('b')).toEqual([{ content: '<b>&"', description: '&#60;b&#62;&#38;&#34;' }]);
  });
});

describe('Enter', () => {
  it('does what was chosen', async () => {
    await fake.browser.omnibox.onInputEntered.happen('Shop · alex');
    await vi.waitFor(() => expect(choose).toHaveBeenCalledExactlyOnceWith('Shop · alex', 7));
    expect(fake.browser.action.openPopup).not.toHaveBeenCalled();
  });

  it('opens the popup where no account is meant', async () => {
    choose.mockResolvedValue(false);
    await fake.browser.omnibox.onInputEntered.happen('zebra');
    await vi.waitFor(() =>
      expect(fake.browser.action.openPopup).toHaveBeenCalledExactlyOnceWith({ windowId: 3 }),
    );
  });
});
