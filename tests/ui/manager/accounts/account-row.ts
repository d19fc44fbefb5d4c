import type { AccountRow } from '../../../../src/ui/accounts/use-accounts.ts';

/** A row as the background gives it. */
export function accountRow(differs: Partial<AccountRow> = {}): AccountRow {
  return {
    id: 'one',
    issuer: 'Microsoft',
    organisation: 'Contoso',
    account: 'alex@contoso.example',
    type: 'totp',
    kind: 'work',
    methodsPage: 'https://mysignins.microsoft.com/security-info',
    origins: ['https://login.microsoftonline.com'],
    period: 30,
    mode: 'automatic',
    submits: false,
    insteadOfPush: false,
    history: [],
    pinned: false,
    needsAction: false,
    createdAt: 1_700_000_000_000,
    ...differs,
  };
}

/** One of another site than Microsoft's. */
export function siteRow(...origins: string[]): AccountRow {
  const { methodsPage: _, ...row } = accountRow({ kind: 'other', organisation: '', origins });
  return row;
}
