import { expect, it, vi } from 'vitest';
import { getMessage } from '../messages.ts';
import { boundAccount } from './sign-in-here.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { copyLabel, nextCodeLabel, showLabel } = await import('../../../src/ui/popup/copy-label.ts');

it('names whose code a button copies or makes', () => {
  expect(copyLabel(boundAccount(), undefined)).toBe('Copy the code of GitHub, alex');
  expect(nextCodeLabel(boundAccount(), undefined)).toBe('Next code of GitHub, alex');
});

it('tells the same account’s button in the card from that in the list', () => {
  const label = copyLabel(boundAccount({ proof: 'unverified' }), { host: 'github.example' });
  expect(label).toBe('Copy the code of GitHub, alex (not verified) (at github.example)');
  expect(nextCodeLabel(boundAccount(), { host: 'github.example' })).toMatch(
    /\(at github\.example\)$/u,
  );
});

it('tells accounts of one name by when they were added', () => {
  expect(showLabel(boundAccount(), { added: 'Nov 14, 2023' })).toBe(
    'Show the code of GitHub, alex (added: Nov 14, 2023)',
  );
});

it.each([
  [{ issuer: '' }, 'alex'],
  [{ account: '' }, 'GitHub'],
  [{ issuer: '', account: '' }, 'Account without a name'],
])('leaves no gap where a name is missing: %j', (missing, name) => {
  expect(copyLabel(boundAccount(missing), undefined)).toBe(`Copy the code of ${name}`);
  expect(showLabel(boundAccount(missing), undefined)).toBe(`Show the code of ${name}`);
  expect(nextCodeLabel(boundAccount(missing), undefined)).toBe(`Next code of ${name}`);
});
