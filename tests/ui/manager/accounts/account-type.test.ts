import { expect, it, vi } from 'vitest';
import { getMessage } from '../../messages.ts';
import { accountRow } from './account-row.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { accountType } = await import('../../../../src/ui/manager/accounts/account-type.ts');

it.each([
  [{ type: 'totp', period: 60 }, 'Changes every 60 seconds'],
  [{ type: 'hotp' }, 'Based on a counter'],
  [{ type: 'steam' }, 'Steam'],
] as const)('accountType of %o is %j', (differs, expected) => {
  expect(accountType(accountRow(differs))).toBe(expected);
});
