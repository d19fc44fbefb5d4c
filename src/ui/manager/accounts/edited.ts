import type { Request } from '../../../messages/protocol.ts';
import type { AccountRow } from '../../accounts/use-accounts.ts';

/** What the user may change of an account. */
export type Edited = Pick<AccountRow, 'issuer' | 'organisation' | 'account' | 'kind'> & {
  readonly elsewhere: string;
  /** Null: none. */
  readonly group: string | null;
  /** Null: that of its issuer. */
  readonly image: string | null;
};

export function editedOf(row: AccountRow): Edited {
  const { issuer, organisation, account, kind, elsewhere = '' } = row;
  return {
    issuer,
    organisation,
    account,
    kind,
    elsewhere,
    group: row.group ?? null,
    image: row.image ?? null,
  };
}

/** The request that makes an account what the user typed, without what is the same as before; undefined where all of it is. */
export function editOf(row: AccountRow, edited: Edited): Request<'accounts.edit'> | undefined {
  const before = editedOf(row);
  const after = {
    ...edited,
    issuer: edited.issuer.trim(),
    organisation: edited.organisation.trim(),
    account: edited.account.trim(),
    elsewhere: edited.elsewhere.trim(),
  };
  const { issuer, organisation, account, kind, elsewhere, group, image } = after;
  const differs = (...fields: readonly (keyof Edited)[]) =>
    fields.some((field) => after[field] !== before[field]);
  const details = {
    ...(differs('issuer', 'organisation', 'account') && {
      names: { issuer, organisation, account },
    }),
    ...(differs('kind', 'elsewhere') && { description: { kind, elsewhere } }),
    ...(differs('group') && { group }),
    ...(differs('image') && { image }),
  };
  return Object.keys(details).length === 0 ? undefined : { id: row.id, ...details };
}
