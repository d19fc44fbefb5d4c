import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (...given: never[]) => unknown;

class FakeEvent {
  readonly listeners: Listener[] = [];
  readonly addListener = (listener: Listener) => void this.listeners.push(listener);
  happen = (...given: unknown[]) =>
    Promise.all(this.listeners.map((listener) => listener(...(given as never[]))));
}

interface Item {
  readonly id: string;
  readonly title: string;
  readonly contexts: readonly string[];
}

function newBrowser() {
  const items: Item[] = [];
  return {
    items,
    runtime: { onInstalled: new FakeEvent(), onStartup: new FakeEvent() },
    commands: { onCommand: new FakeEvent() },
    i18n: { getMessage: (name: string) => `‹${name}›` },
    contextMenus: {
      onClicked: new FakeEvent(),
      removeAll: vi.fn(async () => void items.splice(0)),
      create: vi.fn((item: Item) => {
        if (items.some(({ id }) => id === item.id)) throw new Error('duplicate id');
        items.push(item);
      }),
    },
    action: { openPopup: vi.fn(async (_options: object) => {}) },
  };
}

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { listenForScans } = await import('../../src/scan/entries.ts');

const TAB = { id: 7, windowId: 3 };
const scan = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  fake.browser = newBrowser();
  listenForScans(scan);
});

const itemFor = (context: string) =>
  fake.browser.items.find(({ contexts }) => contexts.includes(context));

it('listens before it returns, so that an event wakes the worker', () => {
  const { runtime, commands, contextMenus } = fake.browser;
  const events = [
    ...[runtime.onInstalled, runtime.onStartup],
    ...[commands.onCommand, contextMenus.onClicked],
  ];
  expect(events.map(({ listeners }) => listeners.length)).toEqual([1, 1, 1, 1]);
});

describe('the menus', () => {
  it('are made when the extension is installed and when the browser starts, each item once', async () => {
    const { runtime, contextMenus, items } = fake.browser;
    await runtime.onInstalled.happen({ reason: 'install' });
    const made = [...items];
    await runtime.onStartup.happen();
    await runtime.onInstalled.happen({ reason: 'update' });
    expect(items).toEqual(made);
    expect(contextMenus.removeAll).toHaveBeenCalledTimes(3);
  });

  it('are not made by a worker that only wakes up', () => {
    expect(fake.browser.contextMenus.create).not.toHaveBeenCalled();
  });

  it('have one item for each place', async () => {
    await fake.browser.runtime.onInstalled.happen({});
    expect(fake.browser.items.map(({ title, contexts }) => [title, contexts])).toEqual([
      ['‹menuScanPage›', ['action']],
      ['‹menuScanPage›', ['page', 'frame', 'video']],
      ['‹menuScanImage›', ['image']],
    ]);
  });

  it.each(['action', 'page', 'frame', 'video'])('scan the page (%s)', async (context) => {
    const { runtime, contextMenus, action } = fake.browser;
    await runtime.onInstalled.happen({});
    const given = { menuItemId: itemFor(context)?.id, srcUrl: 'https://shop.example/film.mp4' };
    await contextMenus.onClicked.happen(given, TAB);
    expect(scan.mock.calls).toEqual([[{ tabId: 7, image: undefined }]]);
    expect(action.openPopup.mock.calls).toEqual([[{ windowId: 3 }]]);
  });

  it('scan the image that was pointed to', async () => {
    const { runtime, contextMenus, action } = fake.browser;
    await runtime.onInstalled.happen({});
    const given = { menuItemId: itemFor('image')?.id, srcUrl: 'https://cdn.example/qr.png' };
    await contextMenus.onClicked.happen(given, TAB);
    expect(scan.mock.calls).toEqual([[{ tabId: 7, image: 'https://cdn.example/qr.png' }]]);
    expect(action.openPopup).toHaveBeenCalledOnce();
  });

  it('of others, or outside of tabs, do nothing', async () => {
    const { runtime, contextMenus, action } = fake.browser;
    await runtime.onInstalled.happen({});
    await contextMenus.onClicked.happen({ menuItemId: 'another' }, TAB);
    await contextMenus.onClicked.happen({ menuItemId: itemFor('action')?.id }, undefined);
    expect(scan).not.toHaveBeenCalled();
    expect(action.openPopup).not.toHaveBeenCalled();
  });
});

describe('the keyboard command', () => {
  it('scans the page, and no other command does', async () => {
    const { commands } = fake.browser;
    await commands.onCommand.happen('lock-vault', TAB);
    expect(scan).not.toHaveBeenCalled();
    await commands.onCommand.happen('scan-page', TAB);
    expect(scan.mock.calls).toEqual([[{ tabId: 7, image: undefined }]]);
  });

  it('goes on where the popup does not open', async () => {
    const { commands, action } = fake.browser;
    action.openPopup.mockRejectedValue(new Error('no gesture'));
    await commands.onCommand.happen('scan-page', TAB);
    expect(scan).toHaveBeenCalledOnce();
  });
});
