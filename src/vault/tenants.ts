import { labelOf } from '../otp/label.ts';
import type { Account } from './account.ts';

/** The tenants by the names of their organisations; undefined for a name that two tenants share. */
type Named = ReadonlyMap<string, string | undefined>;

const named = new WeakMap<readonly Account[], Named>();

/**
 * What an account's organisation at Microsoft Entra is known by: the tenant's GUID, else the organisation's name. Where
 * just one tenant among the accounts has that name, it is that one: a set-up code names the organisation alone.
 */
export function tenantOf(account: Account, among: readonly Account[]): string | undefined {
  if (account.tenant !== undefined) return account.tenant;
  const organisation = organisationOf(account);
  if (organisation === '') return undefined;
  return namedTenants(among).get(organisation) ?? organisation;
}

/** Empty where there is none. */
export function organisationOf({ kind, credential }: Account): string {
  const atEntra = kind === 'work' || kind === 'guest';
  return atEntra ? labelOf(credential).organisation : '';
}

function namedTenants(accounts: readonly Account[]): Named {
  const known = named.get(accounts);
  if (known) return known;
  const tenants = new Map<string, string | undefined>();
  for (const account of accounts) {
    const { tenant } = account;
    const organisation = organisationOf(account);
    if (tenant === undefined || organisation === '') continue;
    const isOther = tenants.has(organisation) && tenants.get(organisation) !== tenant;
    tenants.set(organisation, isOther ? undefined : tenant);
  }
  named.set(accounts, tenants);
  return tenants;
}
