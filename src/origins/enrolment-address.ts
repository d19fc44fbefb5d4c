/**
 * Where Microsoft keeps the sign-in methods of an account: the page to enrol at, and to remove a method from. Undefined
 * for accounts of other sites.
 *
 * @param tenant a GUID; without it, Microsoft opens the organisation that the user signs in to
 */
export function enrolmentAddress(
  kind: 'work' | 'guest' | 'personal' | 'other',
  tenant?: string,
): string | undefined {
  switch (kind) {
    case 'work':
    case 'guest': {
      const query = tenant === undefined ? '' : `?tenantId=${tenant}`;
      return `https://mysignins.microsoft.com/security-info${query}`;
    }
    case 'personal':
      return 'https://account.live.com/proofs/Manage/additional';
    case 'other':
      return undefined;
  }
}
