import { labelOf } from '../otp/label.ts';
import type { Account, AccountKind } from './account.ts';
import { liveAccounts } from './accounts.ts';
import type { VaultDocument } from './document.ts';
import { needsAction } from './needs-action.ts';
import { search } from './search.ts';
import { tenantOf } from './tenants.ts';
import type { Uses } from './use.ts';

/** `own`: pinned ones first, else in the user's order. The newest first where it goes by time. */
export const SORTS = ['own', 'name', 'created', 'used'] as const;
type Sort = (typeof SORTS)[number];

/** `unknown`: it cannot be told whether a site has accepted a code. */
export const LISTED_PROOFS = ['unverified', 'verified', 'unknown'] as const;
type ListedProof = (typeof LISTED_PROOFS)[number];

/** All of this is true of the accounts that are listed. */
export interface Filter {
  readonly kind?: AccountKind | undefined;
  /** As `tenants.ts` names it. */
  readonly tenant?: string | undefined;
  readonly group?: string | undefined;
  readonly proof?: ListedProof | undefined;
  readonly needsAction?: true | undefined;
}

export interface Listing {
  readonly query: string;
  readonly filter?: Filter | undefined;
  readonly sort?: Sort | undefined;
}

/** The accounts that are asked for; none of the recycle bin. */
export function listAccounts(
  document: VaultDocument,
  uses: Uses,
  { query, filter, sort = 'own' }: Listing,
): readonly Account[] {
  const live = liveAccounts(document);
  const fitting = filter ? live.filter(fits(live, uses, filter)) : live;
  return sorted(search(fitting, query, document.groups), uses, sort);
}

export function proofOf({ proof }: Account): ListedProof {
  return proof ?? 'unknown';
}

function fits(live: readonly Account[], uses: Uses, filter: Filter): (account: Account) => boolean {
  const { kind, tenant, group, proof } = filter;
  return (account) =>
    (kind === undefined || account.kind === kind) &&
    (tenant === undefined || tenantOf(account, live) === tenant) &&
    (group === undefined || (account.group ?? 'none') === group) &&
    (proof === undefined || proofOf(account) === proof) &&
    (!filter.needsAction || needsAction(account, uses.get(account.id)));
}

function sorted(accounts: readonly Account[], uses: Uses, sort: Sort): readonly Account[] {
  switch (sort) {
    case 'own':
      return accounts;
    case 'name':
      return byName(accounts);
    case 'created':
      return accounts.toSorted((a, b) => b.createdAt - a.createdAt);
    case 'used': {
      const usedAt = ({ id }: Account) => uses.get(id)?.at ?? Number.NEGATIVE_INFINITY;
      // Two that were never used differ by NaN.
      return accounts.toSorted((a, b) => usedAt(b) - usedAt(a) || 0);
    }
  }
}

/** Made once: a collation of ten thousand names takes longer than all the rest. */
const names = new WeakMap<readonly Account[], readonly Account[]>();

/** In the way of the browser's language: "ä" beside "a", and "2" in front of "10". */
const collator = new Intl.Collator(undefined, { numeric: true });

/** As they are shown: by the organisation, else the issuer, then by the account. */
function byName(accounts: readonly Account[]): readonly Account[] {
  const known = names.get(accounts);
  if (known) return known;
  const shown = accounts.map((account) => {
    const { issuer, organisation, account: who } = labelOf(account.credential);
    return { account, first: organisation || issuer, who };
  });
  shown.sort((a, b) => collator.compare(a.first, b.first) || collator.compare(a.who, b.who));
  const inOrder = shown.map(({ account }) => account);
  names.set(accounts, inOrder);
  return inOrder;
}
