import type { AccountKind } from './account.ts';
import { editAccount } from './accounts.ts';
import type { Editor } from './document.ts';

/** From now on, a page of this origin (as the browser serialises it) may have the account's codes. */
export function bindOrigin(id: string, origin: string): Editor {
  return editAccount(id, 'account-bound', (current) =>
    current.origins.includes(origin)
      ? current
      : { ...current, origins: [...current.origins, origin] },
  );
}

export interface Description {
  readonly kind: AccountKind;
  /** Where else the secret lives; empty for nowhere that the user told. */
  readonly elsewhere: string;
}

export function describeAccount(id: string, { kind, elsewhere }: Description): Editor {
  return editAccount(id, 'account-described', (current) => {
    const { elsewhere: before = '', ...rest } = current;
    if (kind === current.kind && elsewhere === before) return current;
    return { ...rest, kind, ...(elsewhere === '' ? {} : { elsewhere }) };
  });
}
