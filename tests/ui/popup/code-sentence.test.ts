import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';
import { boundAccount } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { codeSentence } = await import('../../../src/ui/popup/code-sentence.ts');

const current = { code: '123456', next: '654321', changesAt: 1_700_000_010_000, isShort: false };
const short = { ...current, isShort: true };

it('says nothing while a code is good for long', () => {
  expect(codeSentence(boundAccount(), current, false, false)).toBe('');
});

it('says that it is about to change, whether the next one was asked for or not', () => {
  const sentence = 'The code of GitHub, alex is about to change. The next one is 654 321.';
  expect(codeSentence(boundAccount(), short, false, true)).toBe(sentence);
  expect(codeSentence(boundAccount(), short, true, false)).toBe(sentence);
});

it('says the next one where it was asked for', () => {
  expect(codeSentence(boundAccount(), current, true, true)).toBe(
    'The next code of GitHub, alex is 654 321.',
  );
});

it('waits for what it would have to say', () => {
  expect(codeSentence(boundAccount(), { ...short, next: undefined }, true, false)).toBe('');
  expect(codeSentence(boundAccount(), undefined, true, true)).toBe('');
});

it('says the code itself where it was hidden before', () => {
  expect(codeSentence(boundAccount(), current, false, true)).toBe(
    'The code of GitHub, alex is 123 456.',
  );
});
