import { describe, expect, it, vi } from 'vitest';
import { ACCOUNT_KINDS } from '../../../src/vault/account.ts';
import { getMessage } from '../messages.ts';
import { accountFinding } from './account-finding.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { stateMark, stateSentence } = await import('../../../src/ui/enrolment/state-sentence.ts');
const { ACCOUNT_KINDS_OFFERED, whoseAccount } = await import(
  '../../../src/ui/enrolment/whose-account.ts'
);
const { offerQuestion } = await import('../../../src/ui/enrolment/offer-question.ts');

const STATES = ['known', 'second', 'unfinished', 'waiting'] as const;

describe('stateSentence', () => {
  it.each(STATES)('has one for %s, and a mark for the list', (state) => {
    expect(stateSentence(state)).toMatch(/^\p{Lu}.*\p{L}.*\.$/u);
    expect(stateMark(state)).toMatch(/^\p{Ll}.*\p{L}$/u);
  });

  it('has no two states with the same one', () => {
    expect(new Set(STATES.map(stateSentence)).size).toBe(STATES.length);
    expect(new Set(STATES.map(stateMark)).size).toBe(STATES.length);
  });

  it('has nothing to say of a new account', () => {
    expect(stateSentence('new')).toBeUndefined();
    expect(stateMark('new')).toBeUndefined();
  });
});

describe('whoseAccount', () => {
  it('names each kind by a name of its own', () => {
    expect([...ACCOUNT_KINDS_OFFERED]).toEqual([...ACCOUNT_KINDS]);
    const names = ACCOUNT_KINDS.map(whoseAccount);
    expect(new Set(names).size).toBe(ACCOUNT_KINDS.length);
    for (const name of names) expect(name).toMatch(/\p{L}/u);
  });
});

describe('offerQuestion', () => {
  it.each([
    [{}, 'Add Contoso, alex@contoso.example?'],
    [{ organisation: '', issuer: 'GitHub', account: 'alex' }, 'Add GitHub, alex?'],
    [{ organisation: '', account: '' }, 'Add Microsoft?'],
    [{ organisation: '', issuer: '', account: 'alex' }, 'Add alex?'],
    [{ organisation: '', issuer: '', account: '' }, 'Add Account without a name?'],
    [{ organisation: 'a\u202Eb', account: 'c\u200Bd' }, 'Add a\uFFFDb, c\uFFFDd?'],
  ])('%j: %s', (names, question) => {
    expect(offerQuestion(accountFinding(names))).toBe(question);
  });
});
