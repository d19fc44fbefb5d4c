import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';
import { boundAccount } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { copyLabel, nextCodeLabel } = await import('../../../src/ui/popup/copy-label.ts');

it('names whose code a button copies or makes', () => {
  expect(copyLabel(boundAccount(), undefined)).toBe('Copy the code of GitHub, alex');
  expect(nextCodeLabel(boundAccount(), undefined)).toBe('Next code of GitHub, alex');
});

it('tells the same account’s button in the card from that in the list', () => {
  const label = copyLabel(boundAccount({ proof: 'unverified' }), 'github.example');
  expect(label).toBe('Copy the code of GitHub, alex (not verified) (at github.example)');
  expect(nextCodeLabel(boundAccount(), 'github.example')).toMatch(/\(at github\.example\)$/u);
});
