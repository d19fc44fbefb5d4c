import { describe, expect, test } from 'vitest';
import { kindOf } from '../../src/enrolment/kind.ts';
import type { Account, AccountKind } from '../../src/vault/account.ts';
import { totp } from '../otp/credentials.ts';

const CONTOSO = '11111111-2222-3333-4444-555555555555';
const FABRIKAM = '66666666-7777-8888-9999-aaaaaaaaaaaa';

function enrolled(prefix: string, account = 'alex@contoso.example') {
  return totp({ issuer: 'Microsoft', prefix, account });
}

function known(kind: AccountKind, prefix: string, tenant?: string): Account {
  return {
    id: 'a0000000-0000-4000-8000-000000000000',
    credential: enrolled(prefix, 'Alex@Contoso.example'),
    kind,
    createdAt: 0,
    origins: [],
    ...(tenant === undefined ? {} : { tenant }),
  };
}

describe('an account that is enrolled', () => {
  test.each<[string, AccountKind, Parameters<typeof kindOf>[0], Account[]]>([
    [
      'at another site is other',
      'other',
      { credential: enrolled('Contoso'), variant: undefined, tenant: undefined },
      [],
    ],
    [
      'at account.live.com is personal',
      'personal',
      { credential: enrolled('Microsoft'), variant: 'personal', tenant: undefined },
      [],
    ],
    [
      'at Security info is of work',
      'work',
      { credential: enrolled('Contoso'), variant: 'security-info', tenant: CONTOSO },
      [],
    ],
    [
      'under a name that a tenant gives to guests is a guest',
      'guest',
      {
        credential: enrolled('Fabrikam', 'alex_contoso.example#EXT#@fabrikam.example'),
        variant: 'legacy',
        tenant: undefined,
      },
      [],
    ],
    [
      'where the same address is at work in another tenant is a guest',
      'guest',
      { credential: enrolled('Fabrikam'), variant: 'security-info', tenant: FABRIKAM },
      [known('work', 'Contoso', CONTOSO)],
    ],
    [
      'where it is at work in another organisation is a guest, also without tenants',
      'guest',
      { credential: enrolled('Fabrikam'), variant: 'security-info', tenant: FABRIKAM },
      [known('work', 'Contoso')],
    ],
    [
      'again in the same tenant is of work, whatever its organisation is called now',
      'work',
      { credential: enrolled('Contoso Ltd'), variant: 'security-info', tenant: CONTOSO },
      [known('work', 'Contoso', CONTOSO)],
    ],
    [
      'again in the same organisation is of work',
      'work',
      { credential: enrolled('Contoso'), variant: 'security-info', tenant: undefined },
      [known('work', 'Contoso', CONTOSO)],
    ],
    [
      'where the address is only a guest elsewhere is of work',
      'work',
      { credential: enrolled('Fabrikam'), variant: 'registration', tenant: FABRIKAM },
      [known('guest', 'Contoso', CONTOSO)],
    ],
  ])('%s', (_, kind, account, accounts) => {
    expect(kindOf(account, accounts)).toBe(kind);
  });
});
