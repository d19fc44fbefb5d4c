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

/** The requests that make an account what the user typed: none for what is the same as before. */
interface Edits {
  readonly rename?: Request<'accounts.rename'>;
  readonly describe?: Request<'accounts.describe'>;
  readonly setGroup?: Request<'accounts.setGroup'>;
  readonly setImage?: Request<'accounts.setImage'>;
}

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

export function editsOf(row: AccountRow, edited: Edited): Edits {
  const { id } = row;
  const before = editedOf(row);
  const after = {
    ...edited,
    issuer: edited.issuer.trim(),
    organisation: edited.organisation.trim(),
    account: edited.account.trim(),
    elsewhere: edited.elsewhere.trim(),
  };
  const { issuer, organisation, account, kind, elsewhere, group, image } = after;
  const differs = (fields: readonly (keyof Edited)[]) =>
    fields.some((field) => after[field] !== before[field]);
  return {
    ...(differs(['issuer', 'organisation', 'account'])
      ? { rename: { id, issuer, organisation, account } }
      : {}),
    ...(differs(['kind', 'elsewhere']) ? { describe: { id, kind, elsewhere } } : {}),
    ...(differs(['group']) ? { setGroup: { ids: [id], group } } : {}),
    ...(differs(['image']) ? { setImage: { id, image } } : {}),
  };
}
