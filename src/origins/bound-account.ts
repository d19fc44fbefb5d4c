import { isMicrosoftSignIn } from './microsoft.ts';

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

/** The place that asks: origin and address from the browser, addresses and tenant as the page shows them. */
export interface Asking {
  readonly origin: string;
  readonly shown: readonly string[];
  readonly tenant: string | undefined;
}

/** Why an account is the one: the page shows its address, or no other one is bound to the site. */
export type Why = 'address' | 'only-one';

/** What a place may have. `others`: those that are bound to it and do not fit what it shows. Best first. */
export interface BoundAccounts<Account> {
  /** The one that it asks for, where that can be told. */
  readonly one: { readonly account: Account; readonly why: Why } | undefined;
  readonly fitting: readonly Account[];
  readonly others: readonly Account[];
}

/**
 * The accounts that are bound to exactly this origin, and the one among them that is asked for.
 *
 * At Microsoft, one fits if the page shows its address and is not of another tenant; those that fit may belong to
 * several organisations, and then none is the one: a guess would send one's code to the other. Elsewhere it is the only
 * one that is bound, or of several the one whose address the page shows.
 *
 * Of several with one address in one organisation, one that the site has verified comes first, then one of which that
 * cannot be told, and last an unverified one: an enrolment that was left half-way must not sign in. Among equals it is
 * the newest: an enrolment that was begun again replaces the one before. One of the tenant that is asked for stands
 * before one whose tenant is not known, but for its proof.
 */
export function boundAccounts<Account extends Bound>(
  accounts: readonly Account[],
  asking: Asking,
): BoundAccounts<Account> {
  const shown = new Set(asking.shown.map((each) => each.trim().toLowerCase()).filter(Boolean));
  const bound = accounts
    .filter(({ origins }) => origins.includes(asking.origin))
    // Of two that came in the same millisecond, the later one in the vault.
    .toReversed()
    .sort((one, other) => preference(other, asking) - preference(one, asking) || newer(one, other));
  const isShown = ({ credential, tenant }: Account) =>
    shown.has(credential.account.toLowerCase()) &&
    (tenant === undefined || asking.tenant === undefined || tenant === asking.tenant);
  const named = bound.filter(isShown);
  const [only, ...more] = bound;
  if (only && more.length === 0 && named.length === 0 && !isMicrosoftSignIn(asking.origin)) {
    return { one: { account: only, why: 'only-one' }, fitting: bound, others: [] };
  }
  const account = theOne(named, asking);
  return {
    one: account && { account, why: 'address' },
    fitting: named,
    others: bound.filter((each) => !named.includes(each)),
  };
}

/** The best of those that are the same account to the site; undefined where they are several. */
function theOne<Account extends Bound>(
  fitting: readonly Account[],
  asking: Asking,
): Account | undefined {
  const ofTenant = fitting.filter((account) => isOfTenant(account, asking));
  const named = ofTenant.length > 0 ? ofTenant : fitting;
  const [identity, ...others] = new Set(named.map(identityOf));
  if (identity === undefined || others.length > 0) return undefined;
  return fitting.find((account) => identityOf(account) === identity);
}

function identityOf({ credential }: Bound): string {
  return JSON.stringify([credential.prefix, credential.account.toLowerCase()]);
}

function preference(account: Bound, asking: Asking): number {
  return 2 * trust(account) + Number(isOfTenant(account, asking));
}

function newer(one: Bound, other: Bound): number {
  return other.createdAt - one.createdAt;
}

function isOfTenant({ tenant }: Bound, asking: Asking): boolean {
  return tenant !== undefined && tenant === asking.tenant;
}

function trust({ proof }: Bound): number {
  if (proof === 'verified') return 2;
  return proof === 'unverified' ? 0 : 1;
}
