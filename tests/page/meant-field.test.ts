import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeField, FieldKind } from '../../src/page/detector/field.ts';

const mocked = vi.hoisted(() => ({
  detectFields: vi.fn<(page: object) => readonly CodeField[]>(),
  isFillable: vi.fn<(input: { value: string }) => boolean>(),
  isOnShow: vi.fn<(element: object) => boolean>(),
}));
vi.mock('../../src/page/detector/detect.ts', () => ({ detectFields: mocked.detectFields }));
vi.mock('../../src/page/detector/to-fill.ts', () => ({
  fieldToFill: ([field]: readonly CodeField[]) => field,
}));
vi.mock('../../src/page/fill.ts', () => ({ isFillable: mocked.isFillable }));
vi.mock('../../src/page/on-show.ts', () => ({ isOnShow: mocked.isOnShow }));

const { meantField } = await import('../../src/page/meant-field.ts');

const newInput = (more: object = {}) =>
  ({
    localName: 'input',
    type: 'text',
    value: '',
    autocomplete: '',
    id: '',
    name: '',
    placeholder: '',
    ariaLabel: null,
    role: null,
    closest: () => null,
    ...more,
  }) as unknown as HTMLInputElement;
const fieldOf = (kind: FieldKind, input = newInput()): CodeField => ({
  kind,
  score: 10,
  inputs: [input],
});

interface Page {
  activeElement: Element | undefined;
  fields: CodeField[];
  frames: object[];
  querySelectorAll: () => object[];
}
const newPage = (): Page => {
  const made: Page = {
    activeElement: undefined,
    fields: [],
    frames: [],
    querySelectorAll: () => made.frames,
  };
  return made;
};
let page: Page;

beforeEach(() => {
  page = newPage();
  vi.stubGlobal('document', page);
  mocked.detectFields.mockImplementation((each) => (each as Page).fields);
  mocked.isFillable.mockImplementation(({ value }) => value === '');
  mocked.isOnShow.mockReturnValue(true);
  return () => vi.unstubAllGlobals();
});

describe('the field with the focus', () => {
  it.each<FieldKind>(['app', 'sent', 'other'])('is meant where it is for codes: %s', (kind) => {
    const focused = fieldOf(kind);
    page.fields = [fieldOf('app'), focused];
    page.activeElement = focused.inputs[0];
    expect(meantField()).toBe(focused);
  });

  it.each<FieldKind>(['recovery', 'access-pass', 'hardware'])(
    'that never gets a code leaves nothing else to be meant: %s',
    (kind) => {
      const focused = fieldOf(kind);
      page.fields = [fieldOf('app'), focused];
      page.activeElement = focused.inputs[0];
      expect(meantField()).toBeUndefined();
    },
  );

  it('that holds something leaves nothing else to be meant', () => {
    const focused = fieldOf('app', newInput({ value: '1' }));
    page.fields = [fieldOf('app'), focused];
    page.activeElement = focused.inputs[0];
    expect(meantField()).toBeUndefined();
  });

  it('that is none for codes is not meant where one is on the page', () => {
    const field = fieldOf('app');
    page.fields = [field];
    page.activeElement = newInput();
    expect(meantField()).toBe(field);
  });

  it('that is none for codes is not meant where the page has one that cannot be filled', () => {
    page.fields = [fieldOf('recovery')];
    page.activeElement = newInput();
    expect(meantField()).toBeUndefined();
  });

  it('that nobody knows is meant where the page has none for codes', () => {
    const input = newInput({ autocomplete: 'off' });
    page.activeElement = input;
    expect(meantField()?.inputs).toEqual([input]);
  });

  it.each<object>([
    { type: 'search' },
    { type: 'email' },
    { type: 'url' },
    { type: 'password' },
    { autocomplete: 'username' },
    { autocomplete: 'section-a email' },
    { autocomplete: 'tel' },
    { role: 'searchbox' },
    { role: 'combobox' },
    { closest: (selector: string) => (selector.includes('[role="search" i]') ? {} : null) },
    { name: 'q' },
    { id: 'site-search' },
    { name: 'username' },
    { id: 'chat-input' },
    { placeholder: 'Type a message' },
    { ariaLabel: 'Search' },
    { localName: 'textarea' },
    { value: '1' },
  ])('that is plainly for something else is not: %o', (more) => {
    page.activeElement = newInput(more);
    expect(meantField()).toBeUndefined();
  });
});

describe('a frame of the same origin', () => {
  const hidden = {};
  const framed = (field: CodeField, more: object = {}) => {
    const inside = newPage();
    inside.fields = [field];
    return { contentDocument: inside, ...more };
  };

  it('is looked into, and its frames', () => {
    const field = fieldOf('app');
    const outer = newPage();
    outer.frames = [framed(field)];
    page.frames = [{ contentDocument: outer }];
    expect(meantField()).toBe(field);
  });

  it.each([
    ['counts with the focus in it', {}, true],
    ['does not where nobody sees it', { hidden }, false],
  ])('%s', (_, more, isMeant) => {
    const input = newInput();
    const frame = { contentDocument: Object.assign(newPage(), { activeElement: input }), ...more };
    mocked.isOnShow.mockImplementation((element) => !('hidden' in element));
    page.activeElement = frame as unknown as Element;
    expect(meantField()?.inputs).toEqual(isMeant ? [input] : undefined);
  });

  it('is not where nobody sees it, nor one of those it lies in', () => {
    mocked.isOnShow.mockImplementation((element) => !('hidden' in element));
    page.frames = [framed(fieldOf('app'), { hidden })];
    expect(meantField()).toBeUndefined();
    const outer = newPage();
    outer.frames = [framed(fieldOf('app'))];
    page.frames = [{ contentDocument: outer, hidden }];
    expect(meantField()).toBeUndefined();
  });
});
