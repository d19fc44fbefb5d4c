import { describe, expect, it, vi } from 'vitest';
import { getMessage } from '../../messages.ts';
import { foundAccount } from './findings.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { foundSentence, newlyFound } = await import('../../../../src/ui/manager/add/newly-found.ts');

const TEXT = { kind: 'text', text: 'hello' } as const;

describe('what is new among the findings', () => {
  it('is what was not there before', () => {
    const [one, two] = [foundAccount('one'), foundAccount('two')];
    const other = { kind: 'text', text: 'good day' } as const;
    expect(newlyFound([one, TEXT], [two, one, TEXT, other])).toEqual([two, other]);
  });

  it('is not an account whose state changed', () => {
    expect(newlyFound([foundAccount('one')], [foundAccount('one', { state: 'known' })])).toEqual(
      [],
    );
  });
});

describe('what is said of it', () => {
  it.each([
    ['one account', [foundAccount('kim')], 'Found: Shop, kim.'],
    ['one among others', [TEXT, foundAccount('kim')], 'Found: Shop, kim.'],
    ['two accounts', [foundAccount('kim'), foundAccount('lee')], '2 accounts found'],
    ['something else', [TEXT], 'Read, but there is no account in it.'],
    ['nothing', [], 'Nothing new in it: this was read before.'],
  ])('for %s', (_, found, sentence) => {
    expect(foundSentence(found)).toBe(sentence);
  });

  it('shows no character that turns the text around', () => {
    expect(foundSentence([foundAccount('\u202ekim')])).toBe('Found: Shop, \ufffdkim.');
  });
});
