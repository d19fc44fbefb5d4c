import { expect, it, vi } from 'vitest';
import { getMessage } from '../../messages.ts';
import { accountRow, siteRow } from './account-row.ts';

vi.mock('wxt/browser', () => ({ browser: { i18n: { getMessage } } }));

const { removalAdvice } = await import('../../../../src/ui/manager/accounts/removal-advice.ts');

const { methodsPage } = accountRow();

it.each(['work', 'guest'] as const)(
  'a %s account names method, address and organisation',
  (kind) => {
    const advice = removalAdvice(accountRow({ kind, proof: 'verified' }));
    expect(advice).toEqual({ sentence: expect.any(String), methodsPage });
    expect(advice?.sentence).toMatch(
      /^At Microsoft, .*“Authenticator app”.*“TOTP”.* of alex@contoso\.example in Contoso; otherwise Microsoft goes on accepting that method\./u,
    );
  },
);

it('an account whose organisation is not known names the address alone', () => {
  expect(removalAdvice(accountRow({ organisation: '' }))?.sentence).toMatch(
    /“TOTP”\) of alex@contoso\.example; otherwise/u,
  );
});

it('a personal account is told as Microsoft calls it there', () => {
  const { sentence = '' } = removalAdvice(accountRow({ kind: 'personal' })) ?? {};
  expect(sentence).toMatch(
    /^At Microsoft, .* in which alex@contoso\.example can sign in; otherwise/u,
  );
  expect(sentence).not.toContain('TOTP');
});

it.each([
  [accountRow({ account: '' }), 'Contoso · Microsoft'],
  [accountRow({ account: '', issuer: '', organisation: '' }), 'Account without a name'],
])('one without an address is named all the same', (row, who) => {
  expect(removalAdvice(row)?.sentence).toContain(` of ${who}`);
});

it('one of another site names its hosts, and no page of Microsoft’s', () => {
  expect(removalAdvice(siteRow('https://shop.example'))).toEqual({
    sentence:
      'Before you remove it, turn off two-step verification at shop.example, or you may be locked out.',
  });
  expect(removalAdvice(siteRow('https://a.example', 'https://b.example:8443'))?.sentence).toContain(
    'at a.example and b.example:8443, or',
  );
});

it('there is none where no site is known', () => {
  expect(removalAdvice(siteRow())).toBeUndefined();
});

it('there is one also where no code was seen to be accepted: it may have been', () => {
  const { proof: _, ...known } = accountRow({ proof: 'unverified' });
  expect(removalAdvice({ ...known, proof: 'unverified' })).toEqual(removalAdvice(known));
});
