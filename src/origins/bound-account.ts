/** The part of an account that decides where its codes may go. */
interface Bound {
  readonly credential: { readonly account: string; readonly prefix: string };
  /** Milliseconds since 1970. */
  readonly createdAt: number;
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
 * not of another tenant.
 *
 * Undefined where none fits, and where those that fit belong to several organisations: a guess would send
 * one's code to the other. Of several in one organisation it is the newest: an enrolment that was begun again
 * replaces the one before.
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
  const organisations = new Set(best.map(({ credential }) => credential.prefix));
  if (organisations.size !== 1) return undefined;
  return best.reduce((newest, account) =>
    account.createdAt >= newest.createdAt ? account : newest,
  );
}
