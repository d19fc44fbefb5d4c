import type { AccountRow } from '../../accounts/use-accounts.ts';

/**
 * The ids of accounts that are called the same as another one, in whatever case: several authenticators of one account.
 */
export function twinsAmong(accounts: readonly AccountRow[]): ReadonlySet<string> {
  const called = Map.groupBy(accounts, ({ issuer, organisation, account }) =>
    JSON.stringify([issuer, organisation, account]).toLowerCase(),
  );
  const twins = [...called.values()].filter(({ length }) => length > 1).flat();
  return new Set(twins.map(({ id }) => id));
}
