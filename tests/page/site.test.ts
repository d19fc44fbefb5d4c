import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CodeField } from '../../src/page/detector/field.ts';
import type { SitePages } from '../../src/page/found.ts';

const mocked = vi.hoisted(() => ({
  attendSignIn: vi.fn<(pages: SitePages) => void>(),
  detectFields: vi.fn<() => readonly CodeField[]>(),
}));
vi.mock('../../src/page/attend-sign-in.ts', () => ({ attendSignIn: mocked.attendSignIn }));
vi.mock('../../src/page/detector/detect.ts', () => ({ detectFields: mocked.detectFields }));
vi.mock('../../src/page/detector/to-fill.ts', () => ({
  fieldToFill: ([field]: readonly CodeField[]) => field,
}));
vi.mock('../../src/page/code-error.ts', () => ({ findCodeError: () => undefined }));
vi.mock('../../src/page/on-show.ts', () => ({
  isOnShow: ({ isShown }: { isShown?: boolean }) => isShown !== false,
}));

const { attendSite } = await import('../../src/page/site.ts');

const newInput = (more: object) => ({
  value: '',
  form,
  matches: () => false,
  getRootNode: () => root,
  ...more,
});
const form = {};
let passwords: object[];
const root = {
  activeElement: undefined as object | undefined,
  querySelectorAll: (selector: string) => (selector === 'input[type="password"]' ? passwords : []),
};
let field: CodeField;
let pages: SitePages;

/** What is found where these ask for passwords. */
const foundBeside = (...others: object[]) => {
  passwords = others;
  return pages.find().field;
};

beforeEach(() => {
  vi.stubGlobal('document', root);
  root.activeElement = undefined;
  const input = newInput({ type: 'text' }) as unknown as HTMLInputElement;
  field = { kind: 'app', score: 10, inputs: [input] };
  mocked.detectFields.mockReturnValue([field]);
  passwords = [];
  mocked.attendSignIn.mockImplementation((given) => {
    pages = given;
  });
  attendSite();
  return () => vi.unstubAllGlobals();
});

describe('a field beside a password', () => {
  const password = (more: object = {}) => newInput({ type: 'password', ...more });

  it('waits for it as long as it is empty', () => {
    expect(foundBeside(password())).toBeUndefined();
  });

  it('waits as long as it is being typed', () => {
    const typed = password({ value: 'copper' });
    root.activeElement = typed;
    expect(foundBeside(typed)).toBeUndefined();
    root.activeElement = undefined;
    expect(foundBeside(typed)).toBe(field);
  });

  it.each<[string, object]>([
    ['it is filled in', { value: 'copper kettle' }],
    [
      'the browser has filled it in and tells nobody',
      { matches: (it: string) => it === ':autofill' },
    ],
    ['nobody sees it', { isShown: false }],
    ['it belongs to another form', { form: {} }],
  ])('does not wait where %s', (_, more) => {
    expect(foundBeside(password(more))).toBe(field);
  });

  it('that is a part of the code itself waits for nothing', () => {
    const input = password() as unknown as HTMLInputElement;
    field = { ...field, inputs: [input] };
    mocked.detectFields.mockReturnValue([field]);
    expect(foundBeside(input)).toBe(field);
  });
});

describe('a page without a field', () => {
  beforeEach(() => mocked.detectFields.mockReturnValue([]));

  it.each<[string, object[], boolean]>([
    ['that asks for a password', [newInput({ type: 'password' })], true],
    ['whose password nobody sees', [newInput({ type: 'password', isShown: false })], false],
    ['that asks for none', [], false],
  ])('%s, %o, is told: %s', (_, typed, hasPassword) => {
    passwords = typed;
    expect(pages.find().hasPassword).toBe(hasPassword);
  });
});
