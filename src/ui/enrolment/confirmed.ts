import type { AccountFinding, Confirmed } from './finding.ts';

/** What the user made of a finding before he added it. */
export interface Choice {
  readonly names: NonNullable<Confirmed['names']>;
  readonly accountKind: AccountFinding['accountKind'];
}

/** What stands in the fields at first. */
export function choiceOf({ issuer, account, organisation, accountKind }: AccountFinding): Choice {
  return { names: { issuer, account, organisation }, accountKind };
}

/** The request to add it. Names that nobody has changed are left to the background, which knows how they were written. */
export function confirmedAs(finding: AccountFinding, { names, accountKind }: Choice): Confirmed {
  const { issuer, account, organisation } = finding;
  const isRenamed =
    names.issuer !== issuer || names.account !== account || names.organisation !== organisation;
  return { findingId: finding.id, accountKind, ...(isRenamed ? { names } : {}) };
}
