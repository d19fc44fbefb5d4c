import { describe, expect, it, vi } from 'vitest';
import { NUMBER_PLACES } from '../../../src/approvals/number-place.ts';
import { OUTCOMES, WHYS } from '../../../src/approvals/request.ts';
import { getMessage } from '../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const {
  numberQuestion,
  numberSentence,
  outcomeSentence,
  outcomeTitle,
  waitingSentence,
  whySentence,
} = await import('../../../src/ui/approve/sentences.ts');

const APPROVED = ['filled', 'unused', 'gone'];

describe('how it ended', () => {
  it.each(OUTCOMES)('%s has a title, and a sentence that says more', (outcome) => {
    expect(outcomeTitle(outcome)).toMatch(/^\p{Lu}.*\p{L}$/u);
    expect(outcomeSentence(outcome)).toMatch(/^\p{Lu}.*\p{L}\.$/u);
  });

  it('is never called the same', () => {
    expect(new Set(OUTCOMES.map(outcomeTitle)).size).toBe(OUTCOMES.length);
  });

  it('is "Approved" where the code is in the page, and there alone', () => {
    expect(OUTCOMES.filter((outcome) => outcomeTitle(outcome) === 'Approved')).toEqual(['filled']);
  });

  it.each(OUTCOMES.filter((outcome) => !APPROVED.includes(outcome)))(
    '%s is called a refusal, and nothing was sent',
    (outcome) => {
      expect(outcomeTitle(outcome)).toMatch(/^Refused: /u);
      expect(outcomeSentence(outcome)).toContain('Nothing was sent');
    },
  );
});

it('why it is this account is a sentence, another one for each reason', () => {
  const sentences = WHYS.map(whySentence);
  for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\p{L}\.$/u);
  expect(new Set(sentences).size).toBe(WHYS.length);
});

describe('where the number is', () => {
  it('is another sentence for each place', () => {
    const sentences = NUMBER_PLACES.map(numberSentence);
    for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\p{L}\.$/u);
    expect(new Set(sentences).size).toBe(NUMBER_PLACES.length);
    expect(numberSentence('any-popup')).toMatch(/popup in any browser window/u);
  });

  it('is asked as it is to be found', () => {
    expect(numberQuestion('button')).toMatch(/toolbar button/u);
    for (const place of ['popup', 'any-popup'] as const) {
      expect(numberQuestion(place)).toMatch(/popup/u);
    }
  });
});

it('how many wait is said as people count', () => {
  expect(waitingSentence(1)).toBe('1 more request waits.');
  expect(waitingSentence(2)).toBe('2 more requests wait.');
});
