import { beforeEach, describe, expect, it, vi } from 'vitest';
import { getMessage, MESSAGES } from './messages.ts';

const browsers = { getMessage, getUILanguage: () => 'en-GB' };
vi.mock('wxt/browser', () => ({ browser: { i18n: browsers } }));

/** Languages that are there for these tests only. */
const messagesOf = vi.fn();
vi.mock('../../src/ui/language.ts', () => ({ messagesOf }));

const stored = new Map<string, string>();
vi.stubGlobal('localStorage', { getItem: (key: string) => stored.get(key) ?? null });

const documentElement = { lang: '', dir: '' };
const document = { documentElement, title: '' };
vi.stubGlobal('document', document);

const { language, localizeDocument, numeral, t, tn } = await import('../../src/ui/i18n.ts');

const POLISH = {
  languageTag: 'pl',
  managerTitle: 'Konta',
  addFound_one: 'Dodaj $1 konto',
  addFound_few: 'Dodaj $1 konta',
  addFound_many: 'Dodaj $1 kont',
  addFound_other: 'Dodaj $1 konta',
  bindTitle: '$2: $1?',
};

async function speak(code: string | undefined, messages?: Readonly<Record<string, string>>) {
  stored.clear();
  if (code !== undefined) stored.set('countersign:language', code);
  messagesOf.mockReset().mockResolvedValue(messages);
  await localizeDocument('managerTitle');
}

describe('in the browser’s language', () => {
  beforeEach(() => speak(undefined));

  it('the document is as its sentences are', () => {
    expect(document.title).toBe(MESSAGES['managerTitle']?.message);
    expect(documentElement).toEqual({ lang: 'en-GB', dir: 'ltr' });
    expect(language()).toBe('en-GB');
  });

  it('no other language is loaded', () => expect(messagesOf).not.toHaveBeenCalled());

  it('a count has the form that fits it', () => {
    expect(tn('addFound', 1)).toBe('Add 1 account');
    expect(tn('addFound', 0)).toBe('Add 0 accounts');
    expect(tn('addFound', 1234)).toBe('Add 1,234 accounts');
  });

  it('what else a sentence names follows the count', () => {
    expect(tn('fileCodes', 2, 'a.png')).toBe('2 QR codes read in a.png.');
  });
});

it('a browser of a language that is not there gets English, marked as such', async () => {
  vi.spyOn(browsers, 'getUILanguage').mockReturnValueOnce('he-IL');
  await speak(undefined);
  expect(documentElement).toEqual({ lang: 'en', dir: 'ltr' });
});

describe('in a chosen language', () => {
  beforeEach(() => speak('pl', POLISH));

  it('sentences and document are of that language', () => {
    expect(messagesOf).toHaveBeenCalledWith('pl');
    expect(document.title).toBe('Konta');
    expect(documentElement.lang).toBe('pl');
    expect(t('bindTitle', 'konto', 'example.com')).toBe('example.com: konto?');
  });

  it.each([
    [1, 'Dodaj 1 konto'],
    [2, 'Dodaj 2 konta'],
    [5, 'Dodaj 5 kont'],
    [22, 'Dodaj 22 konta'],
  ])('%d has its form', (count, sentence) => expect(tn('addFound', count)).toBe(sentence));

  it('numbers are written as that language does', () => expect(numeral(1234.5)).toBe('1234,5'));

  it('what it does not say is said in the browser’s language', () => {
    expect(t('deleteTitle', 'x')).toBe('Delete x?');
  });
});

it('a form that is not there is the general one', async () => {
  const { addFound_few: _, ...fewer } = POLISH;
  await speak('pl', fewer);
  // No form of English either, in which the browser would look for it.
  expect(tn('addFound', 2)).toBe('Dodaj 2 konta');
});

it('what is put into a sentence is not looked into', async () => {
  await speak('pl', POLISH);
  expect(t('bindTitle', '$2', '$1')).toBe('$1: $2?');
});

it.each(['ar', 'he'])('%s is written from right to left', async (code) => {
  await speak(code, { languageTag: code });
  expect(documentElement).toEqual({ lang: code, dir: 'rtl' });
});

it('a chosen language that is gone gives way to the browser’s', async () => {
  await speak('tlh', undefined);
  expect(documentElement.lang).toBe('en-GB');
});
