import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeEvent } from '../fake-event.ts';

const CHROME = () => ({ sidePanel: { open: vi.fn(async (_: object) => {}) } });
const FIREFOX = () => ({ sidebarAction: { open: vi.fn(async () => {}) } });

const fake = vi.hoisted(() => ({ browser: {} as object }));
vi.mock('wxt/browser', () => fake);

const { listenForPanel, PANEL_ITEMS } = await import('../../src/panel/panel-entry.ts');

const TAB = { id: 7, windowId: 3 };
let onClicked: FakeEvent;

function start<Own extends object>(own: Own): Own {
  onClicked = new FakeEvent();
  fake.browser = { contextMenus: { onClicked }, ...own };
  listenForPanel();
  return own;
}

beforeEach(() => vi.clearAllMocks());

it('the item is that of the toolbar button', () => {
  expect(PANEL_ITEMS.map(({ title, contexts }) => [title, contexts])).toEqual([
    ['menuOpenPanel', ['action']],
  ]);
});

it('the item is called as Firefox calls it there', async () => {
  vi.stubEnv('FIREFOX', 'true');
  vi.resetModules();
  const inFirefox = await import('../../src/panel/panel-entry.ts');
  vi.unstubAllEnvs();
  expect(inFirefox.PANEL_ITEMS.map(({ title }) => title)).toEqual(['menuOpenSidebar']);
});

describe('the item', () => {
  const click = (menuItemId = PANEL_ITEMS[0]?.id) => onClicked.happen({ menuItemId }, TAB);

  it('opens Chrome’s side panel, in that window', async () => {
    const { sidePanel } = start(CHROME());
    await click();
    expect(sidePanel.open).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
  });

  it('opens Firefox’s sidebar', async () => {
    const { sidebarAction } = start(FIREFOX());
    await click();
    expect(sidebarAction.open).toHaveBeenCalledExactlyOnceWith();
  });

  it('opens it in the turn of the click: only then is it the user’s', () => {
    const { sidePanel } = start(CHROME());
    void click();
    expect(sidePanel.open).toHaveBeenCalledOnce();
  });

  it('of others opens nothing', async () => {
    const { sidePanel } = start(CHROME());
    await click('another');
    expect(sidePanel.open).not.toHaveBeenCalled();
  });
});
