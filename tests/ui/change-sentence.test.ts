import { describe, expect, it, vi } from 'vitest';
import { CHANGE_KINDS } from '../../src/vault/change.ts';
import { getMessage } from './messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { changeSentence, missingSentence } = await import('../../src/ui/change-sentence.ts');

const LABEL = 'Contoso, alex@contoso.example';
/** Those that are about an account, a group or a way in. */
const NAMED = CHANGE_KINDS.filter((kind) => /^(?:account|counter|way|group)-/u.test(kind));

describe('changeSentence', () => {
  it.each(CHANGE_KINDS)('has words for %s', (kind) => {
    const sentence = changeSentence({ kind, label: LABEL });
    expect(sentence).toMatch(/^\p{Ll}.*\p{L}/u);
    expect(sentence).not.toContain('$');
  });

  it.each(CHANGE_KINDS.filter((kind) => kind.startsWith('accounts-')))(
    'of %s says how many',
    (kind) => {
      expect(changeSentence({ kind, label: '1' })).toMatch(/\b1 account\b/u);
      expect(changeSentence({ kind, label: '1200' })).toMatch(/\b1,200 accounts\b/u);
    },
  );

  it('has no two kinds with the same words', () => {
    const sentences = CHANGE_KINDS.map((kind) => changeSentence({ kind, label: LABEL }));
    expect(new Set(sentences).size).toBe(CHANGE_KINDS.length);
  });

  it.each(NAMED)('of %s names what it is about', (kind) => {
    expect(changeSentence({ kind, label: LABEL })).toContain(`“${LABEL}”`);
    expect(changeSentence({ kind, label: '' })).toMatch(/“[\p{L} ]+”/u);
  });
});

describe('missingSentence', () => {
  const state = { generation: 7, savedAt: Date.UTC(2026, 10, 14, 12), code: 'damaged' };

  it('says when, and what is missing', () => {
    const change = { kind: 'account-added', label: LABEL } as const;
    expect(missingSentence({ ...state, change })).toMatch(/^Nov 14, 2026, .*: added “Contoso, /u);
  });

  it('says when, where the change cannot be read', () => {
    expect(missingSentence(state)).toMatch(/^Nov 14, 2026, .*: a change$/u);
  });
});
