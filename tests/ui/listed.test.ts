import { expect, it, vi } from 'vitest';

const spoken = vi.hoisted(() => ({ language: 'en' }));
vi.mock('../../src/ui/i18n.ts', () => ({ language: () => spoken.language }));

const { listed } = await import('../../src/ui/listed.ts');

it.each([
  ['en', 'a, b, and c'],
  ['de', 'a, b und c'],
  ['ja', 'a、b、c'],
])('in %s, three things are %s', (language, sentence) => {
  spoken.language = language;
  expect(listed(['a', 'b', 'c'])).toBe(sentence);
});

it('one thing is itself', () => expect(listed(['a'])).toBe('a'));
