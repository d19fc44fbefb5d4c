import type { AccountFinding } from '../../../src/ui/enrolment/finding.ts';

/** An account as a page offers it, with what a test says of it. */
export function accountFinding(differences: Partial<AccountFinding> = {}): AccountFinding {
  return {
    kind: 'account',
    id: 'one',
    issuer: 'Microsoft',
    account: 'alex@contoso.example',
    organisation: 'Contoso',
    type: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    unusual: [],
    state: 'new',
    accountKind: 'work',
    ...differences,
  };
}
