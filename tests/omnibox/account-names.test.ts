import { expect, it, vi } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { totp } from '../otp/credentials.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage: () => 'Nameless' } } }));

const { namedAccounts } = await import('../../src/omnibox/account-names.ts');

const named = (issuer: string, account: string, prefix = issuer): Account => ({
  id: `${issuer}/${account}/${prefix}`,
  credential: totp({ issuer, prefix, account }),
  kind: 'other',
  createdAt: 1,
  origins: [],
});
const namesOf = (...accounts: Account[]) => [...namedAccounts(accounts).keys()];

it('an account has the names that it is known by, the organisation first', () => {
  expect(namesOf(named('Microsoft', 'alex', 'Contoso'))).toEqual(['Contoso · Microsoft · alex']);
  expect(namesOf(named('Shop', ''))).toEqual(['Shop']);
  expect(namesOf(named('', ''))).toEqual(['Nameless']);
});

it('no two have the same, also where one is called as another would be', () => {
  const accounts = [named('a', ''), named('a (2)', ''), named('a', ''), named('a', '')];
  expect(namesOf(...accounts)).toEqual(['a', 'a (2)', 'a (3)', 'a (4)']);
});

it('a stranger’s name cannot turn the direction of the address bar, or hide in it', () => {
  expect(namesOf(named('Shop\u202e', 'a\u200bb\nc'))).toEqual(['Shop\ufffd · a\ufffdb c']);
});

it('a long one is cut', () => {
  expect(namesOf(named('x'.repeat(500), ''))).toEqual([`${'x'.repeat(120)}…`]);
});
