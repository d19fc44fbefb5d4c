import type { AccountFinding } from '../../../../src/ui/enrolment/finding.ts';

/** An account that was found. */
export function foundAccount(id: string, other: Partial<AccountFinding> = {}): AccountFinding {
  return {
    kind: 'account',
    id,
    issuer: 'Shop',
    account: id,
    organisation: '',
    type: 'totp',
    algorithm: 'SHA1',
    digits: 6,
    period: 30,
    unusual: [],
    state: 'new',
    accountKind: 'other',
    ...other,
  };
}
