/** The part of an account that decides where its codes may go. */
interface Bound {
  readonly credential: { readonly account: string; readonly prefix: string };
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly origins: readonly string[];
  readonly tenant?: string | undefined;
  /** Whether the site that enrolled it has accepted a code of it; absent where that cannot be told. */
  readonly proof?: 'verified' | 'unverified' | undefined;
}

/** The place that asks: origin and address from the browser, account and tenant as the page shows them. */
export interface Asking {
  readonly origin: string;
  readonly account: string;
  readonly tenant: string | undefined;
}

/**
 * The one account that a sign-in page asks for: bound to exactly this origin, with the address on show, and
 * not of another tenant.
 *
 * Undefined where none fits, and where those that fit belong to several organisations: a guess would send
 * one's code to the other. Of several in one organisation, one that the site has verified comes first, then one of
 * which that cannot be told, and last an unverified one: an enrolment that was left half-way must not sign in. Among
 * equals it is the newest: an enrolment that was begun again replaces the one before. One of the tenant that is asked
 * for stands before one whose tenant is not known, but for its proof.
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
  const isOfTenant = ({ tenant }: Account) => tenant !== undefined && tenant === asking.tenant;
  const ofTenant = fitting.filter(isOfTenant);
  const named = ofTenant.length > 0 ? ofTenant : fitting;
  const [organisation, ...others] = new Set(named.map(({ credential }) => credential.prefix));
  if (organisation === undefined || others.length > 0) return undefined;
  return fitting
    .filter(({ credential }) => credential.prefix === organisation)
    .reduce((best, account) => {
      const preferred =
        trust(account) - trust(best) ||
        Number(isOfTenant(account)) - Number(isOfTenant(best)) ||
        account.createdAt - best.createdAt;
      return preferred >= 0 ? account : best;
    });
}

function trust({ proof }: Bound): number {
  if (proof === 'verified') return 2;
  return proof === 'unverified' ? 0 : 1;
}
