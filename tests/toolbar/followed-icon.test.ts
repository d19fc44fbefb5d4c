import { beforeEach, expect, it } from 'vitest';
import { FollowedIcon } from '../../src/toolbar/followed-icon.ts';
import type { IconState } from '../../src/toolbar/icon.ts';

const TAB = 7;
const OTHER_TAB = 8;

let held: Record<string, unknown>;
let isOpen: boolean;
let asking: Set<number>;
let gone: Set<number>;
/** What the browser was told: the state, and the tab it is for. */
let told: [IconState, number | undefined][];
let icon: FollowedIcon;

/** As after a start of the worker: what is held in memory stays. */
function start(): void {
  icon = new FollowedIcon({
    storage: {
      get: async () => held,
      set: async (items) => {
        held = { ...held, ...items };
      },
    },
    isOpen: async () => isOpen,
    isAsking: async (tabId) => asking.has(tabId),
    show: async (state, tabId) => {
      if (tabId !== undefined && gone.has(tabId)) throw new Error('no such tab');
      told.push([state, tabId]);
    },
  });
}

beforeEach(() => {
  [held, isOpen, asking, gone, told] = [{}, false, new Set(), new Set(), []];
  start();
});

/** @returns what the browser was told by it */
async function follow(tabId?: number): Promise<typeof told> {
  told = [];
  await icon.follow(tabId);
  return told;
}

it('shows a locked vault, and an open one, once each', async () => {
  expect(await follow()).toEqual([['locked', undefined]]);
  expect(await follow()).toEqual([]);
  isOpen = true;
  expect(await follow()).toEqual([['open', undefined]]);
});

it('remembers over the worker what the browser shows', async () => {
  await follow();
  start();
  expect(await follow()).toEqual([]);
});

it('shows in the tab that asks that it does, and no more when it is over', async () => {
  isOpen = true;
  asking.add(TAB);
  expect(await follow(TAB)).toEqual([['asking', TAB]]);
  asking.clear();
  expect(await follow(TAB)).toEqual([['open', TAB]]);
});

it('leaves a tab alone that never asked', async () => {
  isOpen = true;
  expect(await follow(TAB)).toEqual([]);
  isOpen = false;
  expect(await follow()).toEqual([['locked', undefined]]);
});

it('locks the icon of a tab that has asked, too', async () => {
  isOpen = true;
  asking.add(TAB);
  await follow(TAB);
  asking.clear();
  await follow(TAB);
  isOpen = false;
  expect(await follow()).toEqual([
    ['locked', undefined],
    ['locked', TAB],
  ]);
});

it('tells a tab again that still asks: its page may have taken the icon along', async () => {
  isOpen = true;
  asking = new Set([TAB, OTHER_TAB]);
  await follow(TAB);
  await follow(OTHER_TAB);
  expect(await follow(TAB)).toEqual([['asking', TAB]]);
});

it('forgets a tab that is closed, or gone', async () => {
  isOpen = true;
  asking = new Set([TAB, OTHER_TAB]);
  await follow(TAB);
  await follow(OTHER_TAB);
  await icon.closed(TAB);
  asking.clear();
  gone.add(OTHER_TAB);
  expect(await follow()).toEqual([]);
  gone.clear();
  isOpen = false;
  expect(await follow()).toEqual([['locked', undefined]]);
});
