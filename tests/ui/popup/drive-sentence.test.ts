import { describe, expect, it, vi } from 'vitest';
import { STOP_REASONS } from '../../../src/enrolment/drive.ts';
import { STEPS } from '../../../src/enrolment/wizard.ts';
import { getMessage } from '../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { STEPS_ON_THE_WAY, stepNumber, stepSentence, stopSentence } = await import(
  '../../../src/ui/popup/drive-sentence.ts'
);

describe('stepSentence', () => {
  it.each([undefined, ...STEPS])('has words for %s, without a full stop', (step) => {
    expect(stepSentence(step)).toMatch(/^\p{Lu}.*\p{L}$/u);
  });

  it('has no two steps with the same words', () => {
    const sentences = [undefined, ...STEPS].map(stepSentence);
    expect(new Set(sentences).size).toBe(sentences.length);
  });
});

describe('stepNumber', () => {
  it('grows along the way, up to its end', () => {
    const way = [
      'overview',
      'pick-method',
      'get-app',
      'set-up-account',
      'qr',
      'enter-code',
      'done',
    ];
    const numbers = STEPS.filter((step) => way.includes(step)).map(stepNumber);
    expect(numbers).toEqual([...numbers].sort((one, other) => one - other));
    expect(new Set(numbers).size).toBe(way.length);
    expect(stepNumber('done')).toBe(STEPS_ON_THE_WAY);
  });

  it.each([undefined, 'loading', 'other', 'push-trial', 'captcha'] as const)(
    'of %s, which is not on it, is 0',
    (step) => {
      expect(stepNumber(step)).toBe(0);
    },
  );
});

describe('stopSentence', () => {
  it.each(STOP_REASONS)('says for %s what happened and what to do', (reason) => {
    expect(stopSentence(reason)).toMatch(/^\p{Lu}.*\p{L}.*\. .*\p{L}.*\.$/u);
  });

  it('has no two reasons with the same sentence', () => {
    expect(new Set(STOP_REASONS.map(stopSentence)).size).toBe(STOP_REASONS.length);
  });
});
