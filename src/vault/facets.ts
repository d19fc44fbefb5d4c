import { ACCOUNT_KINDS, type Account, type AccountKind } from './account.ts';
import { liveAccounts } from './accounts.ts';
import type { VaultDocument } from './document.ts';
import { proofOf } from './listing.ts';
import { needsAction } from './needs-action.ts';
import { organisationOf, tenantOf } from './tenants.ts';
import type { Uses } from './use.ts';

/** How many accounts are of which sort; none of the recycle bin. */
export interface Facets {
  total: number;
  pinned: number;
  needsAction: number;
  /** Only those that there are. */
  kinds: { kind: AccountKind; count: number }[];
  /** As `tenants.ts` names them; the largest first. */
  tenants: { tenant: string; name: string; count: number }[];
  /** All of them, in the user's order. */
  groups: { id: string; name: string; count: number }[];
  ungrouped: number;
  proofs: { unverified: number; verified: number; unknown: number };
}

/** One pass. */
export function facetsOf(document: VaultDocument, uses: Uses): Facets {
  const accounts = liveAccounts(document);
  const kinds = new Map<AccountKind, number>();
  const groups = new Map<string | undefined, number>();
  const tenants = new Map<string, { organisation: string; domain: string; count: number }>();
  const proofs = { unverified: 0, verified: 0, unknown: 0 };
  let pinned = 0;
  let needing = 0;
  for (const account of accounts) {
    if (account.pinned) pinned += 1;
    if (needsAction(account, uses.get(account.id))) needing += 1;
    proofs[proofOf(account)] += 1;
    kinds.set(account.kind, (kinds.get(account.kind) ?? 0) + 1);
    groups.set(account.group, (groups.get(account.group) ?? 0) + 1);
    const tenant = tenantOf(account, accounts);
    if (tenant === undefined) continue;
    const known = tenants.get(tenant);
    tenants.set(tenant, {
      organisation: known?.organisation || organisationOf(account),
      domain: known?.domain || domainOf(account),
      count: (known?.count ?? 0) + 1,
    });
  }
  return {
    total: accounts.length,
    pinned,
    needsAction: needing,
    kinds: ACCOUNT_KINDS.flatMap((kind) => {
      const count = kinds.get(kind) ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    }),
    // One that no set-up code named is known by the domain of its addresses.
    tenants: [...tenants]
      .map(([tenant, { organisation, domain, count }]) => ({
        tenant,
        name: organisation || domain || tenant,
        count,
      }))
      .sort((a, b) => b.count - a.count),
    groups: document.groups.map(({ id, name }) => ({ id, name, count: groups.get(id) ?? 0 })),
    ungrouped: groups.get(undefined) ?? 0,
    proofs,
  };
}

function domainOf({ credential }: Account): string {
  return credential.account.split('@')[1] ?? '';
}
