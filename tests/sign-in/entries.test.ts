import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEvent } from '../fake-event.ts';

function newBrowser() {
  return {
    commands: { onCommand: new FakeEvent() },
    contextMenus: { onClicked: new FakeEvent() },
    action: { openPopup: vi.fn(async (_options: object) => {}) },
  };
}

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { FILL_ITEMS, listenForFills } = await import('../../src/sign-in/entries.ts');

const TAB = { id: 7, windowId: 3 };
const ITEM = FILL_ITEMS[0]?.id;
const fill = vi.fn((_asked: object, _open: () => void) => {});

beforeEach(() => {
  vi.clearAllMocks();
  fake.browser = newBrowser();
  listenForFills(fill);
});

const asked = () => fill.mock.calls.map(([each]) => each);

it('listens before it returns, so that an event wakes the worker', () => {
  const { commands, contextMenus } = fake.browser;
  const events = [commands.onCommand, contextMenus.onClicked];
  expect(events.map(({ listeners }) => listeners.length)).toEqual([1, 1]);
});

describe('the menu', () => {
  it('is that of fields', () => {
    expect(FILL_ITEMS.map(({ title, contexts }) => [title, contexts])).toEqual([
      ['menuFillCode', ['editable']],
    ]);
  });

  it.each([0, 4])('asks for the frame of the field (%i)', (frameId) => {
    void fake.browser.contextMenus.onClicked.happen({ menuItemId: ITEM, frameId }, TAB);
    expect(asked()).toEqual([{ tabId: 7, windowId: 3, frameId }]);
  });

  it('of others, or outside of tabs, asks for nothing', () => {
    const { onClicked } = fake.browser.contextMenus;
    void onClicked.happen({ menuItemId: 'scan-from-page', frameId: 0 }, TAB);
    void onClicked.happen({ menuItemId: ITEM, frameId: 0 }, undefined);
    void onClicked.happen({ menuItemId: ITEM, frameId: 0 }, { windowId: 3 });
    expect(fill).not.toHaveBeenCalled();
  });
});

describe('the keyboard command', () => {
  it('asks for the top frame, and no other command does', () => {
    const { onCommand } = fake.browser.commands;
    void onCommand.happen('scan-page', TAB);
    expect(fill).not.toHaveBeenCalled();
    void onCommand.happen('fill-code', TAB);
    expect(asked()).toEqual([{ tabId: 7, windowId: 3, frameId: 0 }]);
  });
});

describe('the popup', () => {
  it('opens only if that is wanted', () => {
    void fake.browser.commands.onCommand.happen('fill-code', TAB);
    expect(fake.browser.action.openPopup).not.toHaveBeenCalled();
  });

  it('opens in that window, in the same turn as the user’s act', () => {
    fill.mockImplementationOnce((_, open) => open());
    void fake.browser.commands.onCommand.happen('fill-code', TAB);
    expect(fake.browser.action.openPopup.mock.calls).toEqual([[{ windowId: 3 }]]);
  });

  it('opens in front where the window is not known', () => {
    fill.mockImplementationOnce((_, open) => open());
    void fake.browser.commands.onCommand.happen('fill-code', { id: 7 });
    expect(fake.browser.action.openPopup.mock.calls).toStrictEqual([[{}]]);
  });

  it('may be refused by the browser', async () => {
    // Not a mock: that one would take its own refusal for handled.
    const refused = () => Promise.reject(new Error('the window is not in front'));
    Object.assign(fake.browser.action, { openPopup: refused });
    fill.mockImplementationOnce((_, open) => open());
    await fake.browser.commands.onCommand.happen('fill-code', TAB);
    expect(fill).toHaveBeenCalledOnce();
  });
});
