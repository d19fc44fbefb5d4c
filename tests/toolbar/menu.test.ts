import { beforeEach, expect, it, vi } from 'vitest';
import { FakeEvent } from '../fake-event.ts';

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
    i18n: { getMessage: (name: string) => `‹${name}›` },
    contextMenus: {
      removeAll: vi.fn(async () => void items.splice(0)),
      create: vi.fn((item: Item) => {
        if (items.some(({ id }) => id === item.id)) throw new Error('duplicate id');
        items.push(item);
      }),
    },
  };
}

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

const { keepMenu } = await import('../../src/toolbar/menu.ts');
const { SCAN_ITEMS } = await import('../../src/scan/entries.ts');
const { FILL_ITEMS } = await import('../../src/sign-in/entries.ts');

beforeEach(() => {
  fake.browser = newBrowser();
  keepMenu([...SCAN_ITEMS, ...FILL_ITEMS]);
});

it('listens before it returns, so that an event wakes the worker', () => {
  const { onInstalled, onStartup } = fake.browser.runtime;
  expect([onInstalled, onStartup].map(({ listeners }) => listeners.length)).toEqual([1, 1]);
});

it('is made when the extension is installed and when the browser starts, each item once', async () => {
  const { runtime, contextMenus, items } = fake.browser;
  await runtime.onInstalled.happen({ reason: 'install' });
  const made = [...items];
  expect(made.map(({ title, contexts }) => [title, contexts])).toEqual([
    ['‹menuScanPage›', ['action']],
    ['‹menuScanPage›', ['page', 'frame', 'video']],
    ['‹menuScanImage›', ['image']],
    ['‹menuFillCode›', ['editable']],
  ]);
  await runtime.onStartup.happen();
  await runtime.onInstalled.happen({ reason: 'update' });
  expect(items).toEqual(made);
  expect(contextMenus.removeAll).toHaveBeenCalledTimes(3);
});

it('is not made by a worker that only wakes up', () => {
  expect(fake.browser.contextMenus.create).not.toHaveBeenCalled();
});
