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

const { listenForScans, SCAN_ITEMS } = await import('../../src/scan/entries.ts');

const TAB = { id: 7, windowId: 3 };
const scan = vi.fn();

beforeEach(() => {
  vi.clearAllMocks();
  fake.browser = newBrowser();
  listenForScans(scan);
});

const itemFor = (context: string) =>
  SCAN_ITEMS.find(({ contexts }) => contexts.some((each) => each === context));

it('listens before it returns, so that an event wakes the worker', () => {
  const { commands, contextMenus } = fake.browser;
  const events = [commands.onCommand, contextMenus.onClicked];
  expect(events.map(({ listeners }) => listeners.length)).toEqual([1, 1]);
});

describe('the menus', () => {
  it('have one item for each place', () => {
    expect(SCAN_ITEMS.map(({ title, contexts }) => [title, contexts])).toEqual([
      ['menuScanPage', ['action']],
      ['menuScanPage', ['page', 'frame', 'video']],
      ['menuScanImage', ['image']],
    ]);
  });

  it.each(['action', 'page', 'frame', 'video'])('scan the page (%s)', async (context) => {
    const { contextMenus, action } = fake.browser;
    const given = { menuItemId: itemFor(context)?.id, srcUrl: 'https://shop.example/film.mp4' };
    await contextMenus.onClicked.happen(given, TAB);
    expect(scan.mock.calls).toEqual([[{ tabId: 7, image: undefined }]]);
    expect(action.openPopup.mock.calls).toEqual([[{ windowId: 3 }]]);
  });

  it('scan the image that was pointed to', async () => {
    const { contextMenus, action } = fake.browser;
    const given = { menuItemId: itemFor('image')?.id, srcUrl: 'https://cdn.example/qr.png' };
    await contextMenus.onClicked.happen(given, TAB);
    expect(scan.mock.calls).toEqual([[{ tabId: 7, image: 'https://cdn.example/qr.png' }]]);
    expect(action.openPopup).toHaveBeenCalledOnce();
  });

  it('of others, or outside of tabs, do nothing', async () => {
    const { contextMenus, action } = fake.browser;
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
