import { beforeEach, describe, expect, it, vi } from 'vitest';

const isOnShow = vi.hoisted(() => vi.fn<(element: Element) => boolean>());
vi.mock('../../src/page/on-show.ts', () => ({ isOnShow }));

const { fill, holds, isFillable } = await import('../../src/page/fill.ts');

/** As much of the browser's class as is asked for; a page may put a `value` of its own on an element. */
class Input extends EventTarget {
  isConnected = true;
  readOnly = false;
  isDisabled = false;
  maxLength = -1;
  readonly ownerDocument = { defaultView: world };
  #value = '';
  get value() {
    return this.#value;
  }
  set value(value: string) {
    this.#value = value;
  }
  matches = () => this.isDisabled;
}

class InputEvent extends Event {
  readonly data: string;
  constructor(type: string, { data, ...options }: EventInit & { data: string }) {
    super(type, options);
    this.data = data;
  }
}

class DataTransfer {
  readonly #texts = new Map<string, string>();
  setData = (type: string, text: string) => this.#texts.set(type, text);
  getData = (type: string) => this.#texts.get(type) ?? '';
}

class ClipboardEvent extends Event {
  readonly clipboardData: DataTransfer;
  constructor(
    type: string,
    { clipboardData, ...options }: EventInit & { clipboardData: DataTransfer },
  ) {
    super(type, options);
    this.clipboardData = clipboardData;
  }
}

const world = { HTMLInputElement: Input, InputEvent, Event, DataTransfer, ClipboardEvent, Object };

type Inputs = [HTMLInputElement, ...HTMLInputElement[]];
const asInputs = (...inputs: Input[]) => inputs as unknown as Inputs;
const boxesOf = (count: number) => Array.from({ length: count }, () => new Input());
const valuesOf = (inputs: readonly Input[]) => inputs.map(({ value }) => value);
const filling = async (...args: Parameters<typeof fill>) => {
  const filled = fill(...args);
  await vi.runAllTimersAsync();
  return filled;
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  isOnShow.mockReset().mockReturnValue(true);
  vi.stubGlobal('window', world);
  // Frames do not come.
  vi.stubGlobal('requestAnimationFrame', () => 0);
  return () => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  };
});

describe('an input may be filled', () => {
  it('where it is on show, open, and empty', () => {
    expect(isFillable(asInputs(new Input())[0])).toBe(true);
  });

  it.each<[string, (input: Input) => void]>([
    ['is gone', (input) => Object.assign(input, { isConnected: false })],
    ['is disabled', (input) => Object.assign(input, { isDisabled: true })],
    ['is read-only', (input) => Object.assign(input, { readOnly: true })],
    ['holds something', (input) => Object.assign(input, { value: '1' })],
    ['is not on show', () => isOnShow.mockReturnValue(false)],
  ])('not where it %s', async (_, happens) => {
    const input = new Input();
    happens(input);
    const before = input.value;
    expect(isFillable(asInputs(input)[0])).toBe(false);
    expect(await filling(asInputs(input), '123456')).toBe(false);
    expect(input.value).toBe(before);
  });
});

describe('one field', () => {
  it('holds the code before the page hears of it, once', async () => {
    const input = new Input();
    const heard: string[] = [];
    for (const type of ['input', 'change', 'paste']) {
      input.addEventListener(type, () => heard.push(`${type} ${input.value}`));
    }
    expect(await filling(asInputs(input), '123456')).toBe(true);
    expect(heard).toEqual(['input 123456', 'change 123456']);
  });

  it('is set past what stands on the element itself', async () => {
    const input = new Input();
    const own = vi.fn();
    Object.defineProperty(input, 'value', {
      get: () => Object.getOwnPropertyDescriptor(Input.prototype, 'value')?.get?.call(input),
      set: own,
    });
    expect(await filling(asInputs(input), '123456')).toBe(true);
    expect(own).not.toHaveBeenCalled();
  });

  it('may group the digits', async () => {
    const input = new Input();
    input.addEventListener('input', () => {
      input.value = '123 456';
    });
    expect(await filling(asInputs(input), '123456')).toBe(true);
  });

  it('without room for the code is left as it is', async () => {
    const input = Object.assign(new Input(), { maxLength: 5 });
    expect(await filling(asInputs(input), '123456')).toBe(false);
    expect(input.value).toBe('');
  });

  it('that the page empties at once was taken: it gets nothing a second time', async () => {
    const input = new Input();
    const heard: string[] = [];
    input.addEventListener('input', () => {
      heard.push(input.value);
      input.value = '';
    });
    input.addEventListener('paste', () => heard.push('paste'));
    expect(await filling(asInputs(input), '123456')).toBe(true);
    expect(heard).toEqual(['123456']);
  });

  it('that the page empties and takes away was taken', async () => {
    const input = new Input();
    input.addEventListener('input', () => {
      Object.assign(input, { value: '', isConnected: false });
    });
    expect(await filling(asInputs(input), '123456', () => undefined)).toBe(true);
  });

  it('that holds something else then is not touched again', async () => {
    const input = new Input();
    const pasted = vi.fn();
    input.addEventListener('input', () => {
      input.value = 'the page';
    });
    input.addEventListener('paste', pasted);
    expect(await filling(asInputs(input), '123456')).toBe(false);
    expect(input.value).toBe('the page');
    expect(pasted).not.toHaveBeenCalled();
  });

  it.each([
    ['with the code in it, is filled', '123456', true],
    ['without it, is not', '', false],
  ])('that is drawn anew, %s', async (_, value, isFilled) => {
    const input = new Input();
    const anew = new Input();
    input.addEventListener('input', () => {
      input.isConnected = false;
      anew.value = value;
    });
    expect(await filling(asInputs(input), '123456', () => asInputs(anew))).toBe(isFilled);
  });

  it('that is gone, as after it was sent, was filled', async () => {
    const input = new Input();
    input.addEventListener('input', () => {
      input.isConnected = false;
    });
    expect(await filling(asInputs(input), '123456', () => undefined)).toBe(true);
  });
});

describe('boxes', () => {
  it('get a digit each, with its own event, in order', async () => {
    const boxes = boxesOf(6);
    const heard: string[] = [];
    for (const box of boxes) {
      box.addEventListener('input', (event) => {
        heard.push(`${(event as InputEvent).data} of ${valuesOf(boxes).join('')}`);
      });
    }
    expect(await filling(asInputs(...boxes), '123456')).toBe(true);
    expect(heard).toEqual([
      '1 of 1',
      '2 of 12',
      '3 of 123',
      '4 of 1234',
      '5 of 12345',
      '6 of 123456',
    ]);
  });

  it.each([5, 7])('of another number (%i) are left as they are', async (count) => {
    const boxes = boxesOf(count);
    expect(await filling(asInputs(...boxes), '123456')).toBe(false);
    expect(valuesOf(boxes).join('')).toBe('');
  });

  it('that are closed meanwhile get no more', async () => {
    const boxes = boxesOf(6);
    boxes[1]?.addEventListener('input', () => {
      for (const box of boxes.slice(2)) box.readOnly = true;
    });
    expect(await filling(asInputs(...boxes), '123456')).toBe(false);
    expect(valuesOf(boxes)).not.toContain('3');
  });

  it('that the page empties after the last digit were taken, and get nothing a second time', async () => {
    const boxes = boxesOf(6);
    const pasted = vi.fn();
    boxes[0]?.addEventListener('paste', pasted);
    boxes[5]?.addEventListener('input', () => {
      for (const box of boxes) box.value = '';
    });
    expect(await filling(asInputs(...boxes), '123456')).toBe(true);
    expect(pasted).not.toHaveBeenCalled();
  });

  it('that take no digit by itself get all pasted', async () => {
    const boxes = boxesOf(6);
    for (const box of boxes) {
      box.addEventListener('input', () => {
        box.value = '';
      });
    }
    boxes[0]?.addEventListener('paste', (event) => {
      const text = (event as ClipboardEvent).clipboardData.getData('text/plain');
      for (const [index, box] of boxes.entries()) box.value = text[index] ?? '';
    });
    expect(await filling(asInputs(...boxes), '123456')).toBe(true);
    expect(valuesOf(boxes).join('')).toBe('123456');
  });

  it('that lose digits are cleared of ours, and pasted into the first', async () => {
    const boxes = boxesOf(6);
    // A page that remembers the last digit only.
    for (const box of boxes) {
      box.addEventListener('input', () => {
        for (const other of boxes) if (other !== box) other.value = '';
      });
    }
    boxes[0]?.addEventListener('paste', (event) => {
      const text = (event as ClipboardEvent).clipboardData.getData('text/plain');
      for (const [index, box] of boxes.entries()) box.value = text[index] ?? '';
    });
    expect(await filling(asInputs(...boxes), '123456')).toBe(true);
    expect(valuesOf(boxes).join('')).toBe('123456');
  });
});

it.each<[string, boolean]>([
  ['123456', true],
  ['123 456', true],
  ['123-456', true],
  ['12345', false],
  ['', false],
])('"%s" counts as the code: %s', (value, isCode) => {
  expect(holds(asInputs(Object.assign(new Input(), { value })), '123456')).toBe(isCode);
});
