import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { localeFaults } from './locale-faults.ts';
import { MESSAGES } from './messages.ts';

const LOCALES = new URL('../../public/_locales/', import.meta.url);

describe('each language that is there is complete', () => {
  it.each(readdirSync(LOCALES))('%s', (locale) => {
    const file = new URL(`${locale}/messages.json`, LOCALES);
    expect(localeFaults(locale.replace('_', '-'), JSON.parse(readFileSync(file, 'utf8')))).toEqual(
      [],
    );
  });
});

describe('of a translation is told', () => {
  const faultsWith = (changes: Readonly<Record<string, { message: string } | undefined>>) =>
    localeFaults('en', JSON.parse(JSON.stringify({ ...MESSAGES, ...changes })));

  it.each([
    ['what is missing', { deleteTitle: undefined }, 'deleteTitle: missing'],
    ['a form that is missing', { addFound_other: undefined }, 'addFound_other: missing'],
    ['what is too much', { old: { message: 'x' } }, 'old: no such message, or no such form of it'],
    [
      'a form that the language has not',
      { addFound_few: { message: '$1' } },
      'addFound_few: no such message, or no such form of it',
    ],
    ['an empty one', { deleteTitle: { message: ' ' } }, 'deleteTitle: empty'],
    ['a space at an end', { deleteTitle: { message: 'x $1 ' } }, 'deleteTitle: space at an end'],
    ['a place that is lost', { deleteTitle: { message: 'x' } }, 'deleteTitle: $1 is missing'],
    ['one that is new', { deleteTitle: { message: '$1 $2' } }, 'deleteTitle: $2 is too much'],
    ['one without a number', { done: { message: '$x' } }, 'done: a $ that is no place'],
    ['a lost count', { addFound_other: { message: 'x' } }, 'addFound_other: $1 is missing'],
    ['another language', { languageTag: { message: 'de' } }, 'languageTag: has to be en'],
    [
      'what Chrome cuts off',
      { extensionDescription: { message: 'x'.repeat(133) } },
      'extensionDescription: 133 characters',
    ],
  ])('%s', (_, changes, fault) => expect(faultsWith(changes)).toEqual([fault]));

  it('but not a count in words, where a form is for one number', () => {
    expect(faultsWith({ addFound_one: { message: 'Add the account' } })).toEqual([]);
  });

  it('every form that its language has', () => {
    const missing = (tag: string) =>
      localeFaults(tag, {})
        .filter((fault) => fault.startsWith('addFound_'))
        .map((fault) => fault.replace(/^addFound_|: missing$/gu, ''))
        .sort();
    expect(missing('ja')).toEqual(['other']);
    expect(missing('fr')).toEqual(['many', 'one', 'other']);
    expect(missing('ar')).toEqual(['few', 'many', 'one', 'other', 'two', 'zero']);
  });

  it('a count in words, where a form is for several numbers: one of French is for none, too', () => {
    const message = 'Ajouter le compte';
    expect(localeFaults('fr', { addFound_one: { message } })).toContain(
      'addFound_one: $1 is missing',
    );
  });
});
