import { beforeEach, describe, expect, it, vi } from 'vitest';
import { TELLING_ATTRIBUTES, watchPage } from '../../src/page/watch.ts';
import * as common from '../../src/page/wizard/common-table.ts';
import { INTERRUPT } from '../../src/page/wizard/interrupt-table.ts';
import { TABLES } from '../../src/page/wizard/tables.ts';

const observe = vi.fn<(target: object, options: MutationObserverInit) => void>();
let frames: (() => void)[];
let page: EventTarget;

beforeEach(() => {
  observe.mockReset();
  frames = [];
  page = new EventTarget();
  vi.stubGlobal('document', page);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = observe;
    },
  );
  return () => vi.unstubAllGlobals();
});

function nextFrame(): void {
  for (const frame of frames.splice(0)) frame();
}

/** All strings in a table: among them the selectors. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (value instanceof RegExp || typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

describe('a watched page', () => {
  it('is looked at in the next frame, once for all that happened by then', () => {
    const look = vi.fn();
    const ask = watchPage(look);
    ask();
    page.dispatchEvent(new Event('load'));
    expect(look).not.toHaveBeenCalled();
    nextFrame();
    expect(look).toHaveBeenCalledOnce();
    ask();
    nextFrame();
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('is observed for the attributes that tell something, and no others', () => {
    watchPage(vi.fn());
    const { attributeFilter } = observe.mock.lastCall?.[1] ?? {};
    expect(attributeFilter).toEqual(TELLING_ATTRIBUTES);
  });
});

it('every attribute that a table asks for tells something', () => {
  const selectors = stringsOf([TABLES, INTERRUPT, common]);
  const asked = selectors.flatMap((selector) =>
    [...selector.matchAll(/\[([a-z-]+)/gu)].map(([, attribute = '']) => attribute),
  );
  expect(asked).toContain('data-testid');
  expect(asked.filter((attribute) => !TELLING_ATTRIBUTES.includes(attribute))).toEqual([]);
});
