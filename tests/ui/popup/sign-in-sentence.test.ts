import { describe, expect, it, vi } from 'vitest';
import { FillOutcomeSchema } from '../../../src/messages/envelope.ts';
import { SIGN_IN_STATES } from '../../../src/sign-in/states.ts';
import type { SignInHere } from '../../../src/ui/popup/sign-in-cards.ts';
import { getMessage } from '../messages.ts';
import { boundAccount, signInHere } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { lockedSentence, pushSentence, signInSentence } = await import(
  '../../../src/ui/popup/sign-in-sentence.ts'
);

const ONE = boundAccount();
const OTHER = boundAccount({ id: 'other', account: 'sam' });
const OUTCOMES = FillOutcomeSchema.entries.outcome.options;

describe('signInSentence', () => {
  const ofState = (state: (typeof SIGN_IN_STATES)[number]) =>
    signInSentence(signInHere({ state, accounts: [ONE], accountId: 'one' }), undefined);

  it.each(['waiting', 'asked', 'filled', 'stopped', 'switching'] as const)(
    'tells %s, whatever the page wants by now',
    (state) => {
      expect(ofState(state)).toMatch(/^\p{Lu}.*[.…]$/u);
    },
  );

  it('has no two of them with the same words', () => {
    const sentences = (['waiting', 'asked', 'filled', 'stopped', 'switching'] as const).map(
      ofState,
    );
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  it('says nothing of a page that wants nothing', () => {
    expect(ofState('idle')).toBeUndefined();
    expect(ofState('locked')).toBeUndefined();
  });

  it('names the account whose code was filled in', () => {
    expect(ofState('filled')).toBe('The code of GitHub, alex was filled in.');
    const gone = signInHere({ state: 'filled', accountId: 'gone', accounts: [ONE] });
    expect(signInSentence(gone, undefined)).toBe('The code was filled in.');
  });

  it('says where the number is', () => {
    const asked = (isPinned: boolean) =>
      signInSentence(signInHere({ state: 'asked', isPinned }), undefined);
    expect(asked(true)).toMatch(/toolbar button/u);
    expect(asked(false)).toMatch(/shown here/u);
  });

  it.each([
    ['nobody is known', [], [], /^The page asks for a code\. None/u],
    ['one fits', [ONE, { ...OTHER, fits: false }], ['alex@x.example'], /^GitHub, alex fits/u],
    ['several fit', [ONE, OTHER], [], /^Several/u],
    ['none fits', [{ ...ONE, fits: false }], ['sam@x.example'], /has the address/u],
    ['it cannot be told', [{ ...ONE, fits: false }], [], /does not say/u],
  ])('says what the user can do where %s', (_, accounts, shown, sentence) => {
    const waiting = signInHere({ wants: 'code', state: 'ready', accounts, shown });
    expect(signInSentence(waiting, undefined)).toMatch(sentence);
  });

  describe('after “Fill”', () => {
    const last = { accountId: 'one', origin: 'https://github.example', state: 'ready' } as const;
    const ready = signInHere({ wants: 'code', state: 'ready', accounts: [ONE] });

    it('has a sentence of its own for each outcome', () => {
      const sentences = OUTCOMES.map((outcome) => signInSentence(ready, { ...last, outcome }));
      for (const sentence of sentences) expect(sentence).toMatch(/^\p{Lu}.*\.$/u);
      expect(new Set(sentences).size).toBe(OUTCOMES.length);
    });

    it.each(['idle', 'ready', 'several'] as const)(
      'keeps it while the page is no further: %s',
      (state) => {
        const sentence = signInSentence({ ...ready, state }, { ...last, outcome: 'no-field' });
        expect(sentence).toMatch(/no field/u);
      },
    );

    it.each(['waiting', 'asked', 'filled', 'stopped'] as const)(
      'gives way to what has happened since: %s',
      (state) => {
        const now = { ...ready, state };
        const sentence = signInSentence(now, { ...last, outcome: 'no-field' });
        expect(sentence).toBe(signInSentence(now, undefined));
      },
    );

    it('tells the outcome of a second one in the same state', () => {
      const filled = signInHere({ state: 'filled', accounts: [ONE] });
      const again = { ...last, state: 'filled', outcome: 'no-field' } as const;
      expect(signInSentence(filled, again)).toMatch(/no field/u);
    });

    it('says nothing of it on another site', () => {
      const elsewhere = { ...last, origin: 'https://other.example', outcome: 'no-field' } as const;
      expect(signInSentence(ready, elsewhere)).toBe(signInSentence(ready, undefined));
    });
  });
});

describe('pushSentence', () => {
  const push = (differences: Partial<SignInHere>) =>
    pushSentence(signInHere({ wants: 'other-approval', ...differences }));

  it.each<[string, Partial<SignInHere>, RegExp]>([
    ['one fits', { accounts: [ONE] }, /code of GitHub, alex/u],
    ['several fit', { accounts: [ONE, OTHER] }, /^Several/u],
    ['none fits', { accounts: [{ ...ONE, fits: false }] }, /copy the code/u],
    ['none is known', {}, /^None of your accounts is bound/u],
    ['there is no way', { accounts: [ONE], state: 'stopped' }, /did not find the way/u],
    ['it is on its way', { accounts: [ONE], state: 'switching' }, /^Going on/u],
  ])('says what can be done where %s', (_, differences, sentence) => {
    expect(push(differences)).toMatch(sentence);
  });
});

describe('lockedSentence', () => {
  it('says in full which site waits, and for what', () => {
    const locked = { state: 'locked', wants: 'code' } as const;
    expect(lockedSentence(signInHere(locked))).toMatch(/^github\.example waits for a code/u);
    const phone = lockedSentence(signInHere({ ...locked, wants: 'other-approval' }));
    expect(phone).toMatch(/on your phone/u);
  });

  it.each(SIGN_IN_STATES.filter((state) => state !== 'locked'))('says nothing of %s', (state) => {
    expect(lockedSentence(signInHere({ state, wants: 'code' }))).toBeUndefined();
  });
});
