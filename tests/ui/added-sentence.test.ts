import { describe, expect, it, vi } from 'vitest';
import { getMessage } from './messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { addedSentence, siteSentence } = await import('../../src/ui/added-sentence.ts');

const NAMES = { issuer: 'GitHub', account: 'alex', organisation: '' };

describe('addedSentence', () => {
  it.each([
    [{ kind: 'added', ...NAMES }, /^GitHub, alex is in the vault\.$/u],
    [
      { kind: 'already-here', ...NAMES, restored: false },
      /already have this account as GitHub, alex/u,
    ],
    [{ kind: 'already-here', ...NAMES, restored: true }, /in the recycle bin, and is back/u],
  ] as const)('of %j', (added, sentence) => {
    expect(addedSentence(added)).toMatch(sentence);
  });
});

describe('siteSentence', () => {
  it.each([true, false])(
    'names the host in full, whether it is allowed (%s) or not',
    (isAllowed) => {
      expect(siteSentence('login.github.example:8443', isAllowed)).toContain(
        ' login.github.example:8443',
      );
    },
  );

  it('tells one from the other', () => {
    expect(siteSentence('x', true)).not.toBe(siteSentence('x', false));
  });
});
