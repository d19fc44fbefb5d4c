import { readdirSync } from 'node:fs';
import { beforeEach, expect, it, vi } from 'vitest';
import { MESSAGES } from './messages.ts';

const stored = new Map<string, string>();
vi.stubGlobal('localStorage', {
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => stored.set(key, value),
  removeItem: (key: string) => stored.delete(key),
});
const reload = vi.fn();
vi.stubGlobal('location', { reload });

/** The browser keeps it until it ends. */
const remove = vi.fn(async (_key: string) => undefined);
vi.mock('wxt/browser', () => ({
  browser: { storage: { session: { remove: (key: string) => remove(key) } } },
}));

const { chooseLanguage, chosenLanguage, LANGUAGES, messagesOf } = await import(
  '../../src/ui/language.ts'
);

beforeEach(() => stored.clear());

it('languages are called as their speakers call them', () => {
  expect(LANGUAGES).toContainEqual({ code: 'en', name: 'English' });
});

it('every language that is packaged can be chosen', () => {
  const codes = LANGUAGES.map(({ code }) => code.replace('-', '_')).sort();
  const packaged = readdirSync(new URL('../../public/_locales/', import.meta.url));
  expect(codes).toEqual(packaged.sort());
});

it('none is chosen at first', () => expect(chosenLanguage()).toBeUndefined());

it('a chosen one is kept, and the page speaks it at once', async () => {
  await chooseLanguage('en');
  expect(chosenLanguage()).toBe('en');
  // What the popup begins with is of the language before.
  expect(remove).toHaveBeenCalledWith('popup.words');
  expect(reload).toHaveBeenCalledOnce();
});

it('the browser’s own can be chosen again', async () => {
  await chooseLanguage('en');
  await chooseLanguage(undefined);
  expect(chosenLanguage()).toBeUndefined();
});

it('one that is not there (any more) counts as none', async () => {
  await chooseLanguage('tlh');
  expect(chosenLanguage()).toBeUndefined();
});

it('the sentences of a language come without what is for translators', async () => {
  const sentences = Object.entries(MESSAGES).map(([key, { message }]) => [key, message]);
  expect(await messagesOf('en')).toEqual(Object.fromEntries(sentences));
  expect(await messagesOf('tlh')).toBeUndefined();
});
