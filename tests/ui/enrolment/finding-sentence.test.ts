import { describe, expect, it, vi } from 'vitest';
import { OTHER_FINDING_SCHEMAS } from '../../../src/enrolment/finding.ts';
import type { OtherFinding } from '../../../src/ui/enrolment/finding.ts';
import { getMessage } from '../messages.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { findingContent, findingSentence } = await import(
  '../../../src/ui/enrolment/finding-sentence.ts'
);

const FINDINGS: Record<OtherFinding['kind'], OtherFinding> = {
  refused: { kind: 'refused', code: 'invalid', field: 'digits' },
  push: { kind: 'push', form: 'https', account: 'work' },
  'steam-sign-in': { kind: 'steam-sign-in' },
  'other-app': { kind: 'other-app', app: 'Duo Mobile' },
  web: { kind: 'web', address: 'https://example.com/' },
  wifi: { kind: 'wifi', name: 'Home' },
  text: { kind: 'text', text: 'Hello' },
};
const KINDS = OTHER_FINDING_SCHEMAS.map(({ entries }) => entries.kind.literal);

describe('findingSentence', () => {
  it.each(KINDS)('has one for %s', (kind) => {
    const sentence = findingSentence(FINDINGS[kind]);
    expect(sentence).toMatch(/^\p{Lu}.*\p{L}.*[.:]$/u);
    expect(sentence).not.toContain('$');
  });

  it('has no two kinds with the same one', () => {
    expect(new Set(KINDS.map((kind) => findingSentence(FINDINGS[kind]))).size).toBe(KINDS.length);
  });

  it('names the field that was refused', () => {
    expect(findingSentence(FINDINGS.refused)).toContain('the number of digits');
  });

  it('names the app that a code is for', () => {
    expect(findingSentence(FINDINGS['other-app'])).toContain('Duo Mobile');
  });

  it.each([
    ['work', 'Set up a different authenticator app'],
    ['personal', 'set up a different Authenticator app'],
  ] as const)('names the link on the page of a %s account', (account, link) => {
    expect(findingSentence({ kind: 'push', form: 'https', account })).toContain(`“${link}”`);
  });
});

describe('findingContent', () => {
  it.each([
    ['web', 'https://example.com/'],
    ['wifi', 'Home'],
    ['text', 'Hello'],
    ['refused', undefined],
    ['push', undefined],
    ['steam-sign-in', undefined],
    ['other-app', undefined],
  ] as const)('of %s is %s', (kind, content) => {
    expect(findingContent(FINDINGS[kind])).toBe(content);
  });

  it.each(['web', 'wifi', 'text'] as const)('is not repeated in the sentence of %s', (kind) => {
    expect(findingSentence(FINDINGS[kind])).not.toContain(`${findingContent(FINDINGS[kind])}`);
  });
});
