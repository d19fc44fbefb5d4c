/** The part of an account that decides where its codes may go. */
interface Bound {
  readonly credential: { readonly account: string };
  readonly origins: readonly string[];
  readonly tenant?: string | undefined;
}

/** The place that asks: origin and address from the browser, account and tenant as the page shows them. */
export interface Asking {
  readonly origin: string;
  readonly account: string;
  readonly tenant: string | undefined;
}

/**
 * The one account that a sign-in page asks for: bound to exactly this origin, with the address on show, and
 * not of another tenant. Undefined where none fits, and where several do: a guess between two
 * organisations would lock the user out of one of them.
 */
export function findBoundAccount<Account extends Bound>(
  accounts: readonly Account[],
  asking: Asking,
): Account | undefined {
  const address = asking.account.trim().toLowerCase();
  if (address === '') return undefined;
  const fitting = accounts.filter(
    ({ credential, origins, tenant }) =>
      origins.includes(asking.origin) &&
      credential.account.toLowerCase() === address &&
      (tenant === undefined || asking.tenant === undefined || tenant === asking.tenant),
  );
  const ofTenant = fitting.filter(({ tenant }) => tenant !== undefined && tenant === asking.tenant);
  const best = ofTenant.length > 0 ? ofTenant : fitting;
  return best.length === 1 ? best[0] : undefined;
}
