import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ENTRA, LIVE } from '../../src/page/microsoft-selectors.ts';
import { OpenRoots } from '../../src/page/open-roots.ts';
import { FIELD_ATTRIBUTES, watchFields } from '../../src/page/watch-fields.ts';
import { INTERRUPT } from '../../src/page/wizard/interrupt-table.ts';

const observe = vi.fn<(target: object, options: MutationObserverInit) => void>();
const disconnect = vi.fn();
const look = vi.fn();
let mutate: () => void;
let inputs: object[];
let page: EventTarget & { hidden: boolean };
let frames: (() => void)[];

class Part {
  readonly shadowRoot: object | undefined;
  constructor(shadowRoot?: object) {
    this.shadowRoot = shadowRoot;
  }
}
let elements: Part[];

/** The document, or a shadow root. */
interface Tree {
  readonly parts: () => readonly Part[];
}

const nextFrame = () => {
  for (const frame of frames.splice(0)) frame();
};
const happen = (type: string, isTrusted = true) => {
  const event = new Event(type);
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  page.dispatchEvent(event);
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.resetAllMocks();
  inputs = [{}];
  elements = [];
  frames = [];
  page = Object.assign(new EventTarget(), {
    hidden: false,
    getElementsByTagName: () => ({ item: (index: number) => inputs[index] ?? null }),
    parts: () => elements,
    createTreeWalker: ({ parts }: Tree) => {
      const rest = [...parts()];
      return { nextNode: () => rest.shift() ?? null };
    },
  });
  vi.stubGlobal('NodeFilter', { SHOW_ELEMENT: 1 });
  vi.stubGlobal('document', page);
  vi.stubGlobal('Element', Part);
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal(
    'MutationObserver',
    class {
      observe = observe;
      disconnect = disconnect;
      constructor(callback: () => void) {
        mutate = callback;
      }
    },
  );
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

const watch = (isInputNeeded = true) =>
  watchFields(look, { isInputNeeded, roots: new OpenRoots() });

describe('a page with inputs', () => {
  it('is looked at in the next frame', () => {
    watch();
    expect(look).not.toHaveBeenCalled();
    nextFrame();
    expect(look).toHaveBeenCalledOnce();
  });

  it('that changes all the time is looked at four times a second, the last time after the last change', () => {
    watch();
    for (let ms = 0; ms < 1_000; ms += 10) {
      mutate();
      nextFrame();
      vi.advanceTimersByTime(10);
    }
    expect(look).toHaveBeenCalledTimes(4);
    vi.advanceTimersByTime(1_000);
    nextFrame();
    expect(look).toHaveBeenCalledTimes(5);
    vi.advanceTimersByTime(1_000);
    nextFrame();
    expect(look).toHaveBeenCalledTimes(5);
  });

  it.each(['transitionend', 'animationend', 'load'])('is looked at after %s', (type) => {
    watch();
    nextFrame();
    vi.advanceTimersByTime(250);
    happen(type, false);
    nextFrame();
    expect(look).toHaveBeenCalledOnce();
    happen(type);
    nextFrame();
    expect(look).toHaveBeenCalledTimes(2);
  });
});

describe('what is typed', () => {
  const type = (event: string, input: object) => {
    const happened = new Event(event);
    Object.defineProperty(happened, 'composedPath', { value: () => [input] });
    page.dispatchEvent(happened);
    nextFrame();
  };

  // What a password manager fills in, the browser does not vouch for.
  it.each(['input', 'change', 'focusout'])('as a password counts (%s)', (event) => {
    watch();
    nextFrame();
    vi.advanceTimersByTime(250);
    type(event, { localName: 'input', type: 'text' });
    type(event, { localName: 'div' });
    expect(look).toHaveBeenCalledOnce();
    type(event, { localName: 'input', type: 'password' });
    expect(look).toHaveBeenCalledTimes(2);
  });
});

describe('a page without inputs', () => {
  it('is not looked at, but once after the last one went', () => {
    watch();
    nextFrame();
    inputs = [];
    for (let times = 0; times < 3; times += 1) {
      vi.advanceTimersByTime(250);
      mutate();
      nextFrame();
    }
    expect(look).toHaveBeenCalledTimes(2);
  });

  it('is looked at where something else counts', () => {
    inputs = [];
    watch(false);
    nextFrame();
    expect(look).toHaveBeenCalledOnce();
  });
});

describe('who watches no longer', () => {
  it('is called no more, for what was asked or happens later', () => {
    const stop = watch();
    stop();
    expect(disconnect).toHaveBeenCalledOnce();
    nextFrame();
    happen('load');
    happen('visibilitychange');
    vi.advanceTimersByTime(1_000);
    nextFrame();
    expect(look).not.toHaveBeenCalled();
    expect(observe).toHaveBeenCalledOnce();
  });
});

describe('a hidden tab', () => {
  it('is neither observed nor looked at, until it is on show', () => {
    page.hidden = true;
    watch();
    happen('load');
    expect(frames).toEqual([]);
    expect(observe).not.toHaveBeenCalled();
    page.hidden = false;
    happen('visibilitychange');
    nextFrame();
    expect(observe).toHaveBeenCalledOnce();
    expect(look).toHaveBeenCalledOnce();
    disconnect.mockClear();
    page.hidden = true;
    happen('visibilitychange');
    expect(disconnect).toHaveBeenCalledOnce();
  });

  it('is not looked at in the frame for which it was asked', () => {
    watch();
    page.hidden = true;
    nextFrame();
    expect(look).not.toHaveBeenCalled();
  });
});

describe('an open shadow root', () => {
  const root = {
    isConnected: true,
    querySelector: () => ({}),
    parts: () => [] as Part[],
  };

  it('counts with its inputs, and is observed, also a late one', () => {
    inputs = [];
    watch();
    nextFrame();
    expect(look).not.toHaveBeenCalled();
    elements = [new Part(root)];
    vi.advanceTimersByTime(1_000);
    mutate();
    nextFrame();
    expect(observe).toHaveBeenLastCalledWith(root, expect.anything());
    expect(look).toHaveBeenCalledOnce();
  });

  it('that came right after a walk is found by the next one, though nothing changes any more', () => {
    inputs = [];
    watch();
    nextFrame();
    elements = [new Part(root)];
    mutate();
    vi.advanceTimersByTime(250);
    nextFrame();
    expect(look).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1_000);
    nextFrame();
    expect(look).toHaveBeenCalledOnce();
  });

  it('in another one is found', () => {
    inputs = [];
    const outer = { ...root, querySelector: () => null, parts: () => [new Part(root)] };
    elements = [new Part(outer)];
    watch();
    nextFrame();
    expect(observe.mock.calls.map(([target]) => target)).toEqual([page, outer, root]);
    expect(look).toHaveBeenCalledOnce();
  });
});

it('every attribute by which Microsoft’s sign-in pages are told is observed', () => {
  watch();
  expect(observe.mock.lastCall?.[1].attributeFilter).toEqual(FIELD_ATTRIBUTES);
  const selectors: string[] = [
    ...Object.values(ENTRA),
    ...Object.values(LIVE),
    ...INTERRUPT.steps.flatMap(({ selectors: shown = [], hidden = [] }) => [...shown, ...hidden]),
  ];
  const asked = selectors.flatMap((selector) =>
    [...selector.matchAll(/\[([a-z-]+)/gu)].map(([, attribute = '']) => attribute),
  );
  expect(asked).toContain('data-testid');
  const notSeen = asked.filter((attribute) => !FIELD_ATTRIBUTES.includes(attribute));
  // Its value never changes: only whether the message is there.
  expect(notSeen.filter((attribute) => attribute !== 'role')).toEqual([]);
});
