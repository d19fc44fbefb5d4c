import { describe, expect, it } from 'vitest';
import { EN } from './en.ts';
import { filled, type Language, textsIn } from './texts.ts';

/** Names of things that are the same in every language, or may be. */
const SAME = new Set([
  'authenticator',
  'code',
  'url',
  'activation',
  'codeLabel',
  'organisation',
  'no',
]);

const places = (text: string) => text.match(/\{\w+\}/g) ?? [];

describe.each(['de', 'fr', 'es', 'ja'] as const)('the texts in %s', (language: Language) => {
  const texts = textsIn(language);

  it.each(Object.keys(EN) as (keyof typeof EN)[])(
    'of %s are translated, places kept',
    (section) => {
      for (const [name, english] of Object.entries<string>(EN[section])) {
        const translated = Object.entries<string>(texts[section]).find(
          ([key]) => key === name,
        )?.[1];
        expect(translated, name).toBeTruthy();
        expect(places(translated ?? ''), name).toEqual(places(english));
        if (!SAME.has(name)) expect(translated, name).not.toBe(english);
      }
    },
  );
});

describe('a text with places', () => {
  it('is filled in by name, and keeps what nobody gave', () => {
    expect(filled('{a} to {b}', { a: 'x' })).toBe('x to {b}');
  });
});
