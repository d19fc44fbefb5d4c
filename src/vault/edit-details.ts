import { type Names, renameAccount, setImage } from './accounts.ts';
import type { Change } from './change.ts';
import type { Editor } from './document.ts';
import { type Description, describeAccount } from './facts.ts';
import { setGroup } from './groups.ts';

/** What the user changes of an account at once; what is left out stays as it is. */
export interface Details {
  readonly names?: Names | undefined;
  readonly description?: Description | undefined;
  /** Null: none. */
  readonly group?: string | null | undefined;
  /** Null: none of its own. */
  readonly image?: string | null | undefined;
}

/** All of it in one change, which one undo takes back. @throws Fault `unknown-account`, `unknown-group` */
export function editDetails(id: string, details: Details): Editor {
  const { names, description, group, image } = details;
  const editors = [
    names && renameAccount(id, names),
    description && describeAccount(id, description),
    group !== undefined && setGroup([id], group),
    image !== undefined && setImage(id, image),
  ];
  return (document, now) => {
    let edited = document;
    const changes: Change[] = [];
    for (const editor of editors) {
      const edit = editor ? editor(edited, now) : undefined;
      if (!edit) continue;
      edited = edit.document;
      changes.push(edit.change);
    }
    const last = changes.at(-1);
    if (!last) return undefined;
    // The last one has the name that the account has now.
    const change = changes.length === 1 ? last : { ...last, kind: 'account-described' as const };
    return { document: edited, change };
  };
}
