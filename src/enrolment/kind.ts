import type { Credential } from '../otp/credential.ts';
import type { Account, AccountKind } from '../vault/account.ts';
import type { Variant } from './wizard.ts';

interface Enrolled {
  readonly credential: Credential;
  readonly variant: Variant | undefined;
  readonly tenant: string | undefined;
}

/** In the name that a resource tenant gives to a guest: `alex_contoso.com#EXT#@fabrikam.onmicrosoft.com`. */
const GUEST_MARK = '#ext#';

/**
 * Whose account it is, as far as can be told. Microsoft's page says nowhere whether somebody is a guest there: who is
 * known with the same address in another organisation already counts as one. The user can say otherwise.
 */
export function kindOf(
  { credential, variant, tenant }: Enrolled,
  accounts: readonly Account[],
): AccountKind {
  if (variant === undefined) return 'other';
  if (variant === 'personal') return 'personal';
  const address = credential.account.toLowerCase();
  if (address.includes(GUEST_MARK)) return 'guest';
  const isHomeElsewhere = accounts.some(
    (account) =>
      account.kind === 'work' &&
      account.credential.account.toLowerCase() === address &&
      isAnotherPlace(account, { credential, tenant }),
  );
  return isHomeElsewhere ? 'guest' : 'work';
}

function isAnotherPlace(
  account: Account,
  { credential, tenant }: Pick<Enrolled, 'credential' | 'tenant'>,
): boolean {
  return account.tenant !== undefined && tenant !== undefined
    ? account.tenant !== tenant
    : account.credential.prefix !== credential.prefix;
}
