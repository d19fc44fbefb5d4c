import { beforeEach, expect, it, vi } from 'vitest';
import { getMessage, MESSAGES } from './messages.ts';

const ask = vi.fn(getMessage);
const getUILanguage = vi.fn(() => 'en-GB');
vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage: ask, getUILanguage } } }));
vi.mock('../../src/ui/language.ts', () => ({
  messagesOf: async () => ({ languageTag: 'pl', managerTitle: 'Konta' }),
}));
const stored = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null });
vi.stubGlobal('document', { documentElement: {}, title: '' });

/** A document of its own each time. */
async function newDocument() {
  vi.resetModules();
  return import('../../src/ui/i18n.ts');
}

async function firstWords() {
  const { localizeDocument, t, tn, wordsToKeep } = await newDocument();
  await localizeDocument('extensionName');
  t('bindTitle', 'alex', 'bank.example');
  tn('addFound', 2);
  return wordsToKeep();
}

beforeEach(() => {
  stored.clear();
  ask.mockClear();
});

it('the sentences that a document said are kept as they are in the file', async () => {
  expect(await firstWords()).toEqual({
    browsers: 'en-GB',
    sentences: Object.fromEntries(
      ['languageTag', 'extensionName', 'bindTitle', 'addFound_other'].map((key) => [
        key,
        MESSAGES[key]?.message,
      ]),
    ),
  });
});

it('the next document says them without asking the browser', async () => {
  const words = await firstWords();
  ask.mockClear();
  const { localizeDocument, t, tn, wordsToKeep } = await newDocument();
  await localizeDocument('extensionName', words);
  expect(t('bindTitle', 'sam', 'shop.example')).toBe(
    getMessage('bindTitle', ['sam', 'shop.example']),
  );
  expect(tn('addFound', 3)).toBe('Add 3 accounts');
  expect(ask).not.toHaveBeenCalled();
  // Nor are they kept anew.
  expect(wordsToKeep()).toBeUndefined();
});

it('a sentence that is not among them is asked for, and kept with them', async () => {
  const words = await firstWords();
  const { localizeDocument, t, wordsToKeep } = await newDocument();
  await localizeDocument('extensionName', words);
  expect(t('deleteTitle', 'x')).toBe('Delete x?');
  expect(wordsToKeep()?.sentences).toEqual({
    ...words?.sentences,
    deleteTitle: MESSAGES['deleteTitle']?.message,
  });
});

it('in a browser of another language by now, they are not used', async () => {
  const words = await firstWords();
  getUILanguage.mockReturnValueOnce('fr');
  ask.mockClear();
  const { localizeDocument } = await newDocument();
  await localizeDocument('extensionName', words);
  expect(ask).toHaveBeenCalledWith('extensionName', []);
});

it('none are kept in a language that the user chose', async () => {
  stored.set('countersign:language', 'pl');
  expect(await firstWords()).toBeUndefined();
});
