import type { Account } from './account.ts';
import { addAccount, find, findBySecret, type NewAccount, restoreAccount } from './accounts.ts';
import type { Edit, Editor, VaultDocument } from './document.ts';

/** What became of an account that was to be added. */
export interface Added {
  readonly account: Account;
  /** False where its secret was there already: a second one would make the same codes. */
  readonly isNew: boolean;
  /** It was in the recycle bin, and is back. */
  readonly restored: boolean;
}

/** Adds accounts in one change. The editor may run more than once; `outcome` is of its last run. */
export class Adding {
  readonly #accounts: readonly NewAccount[];
  #placed: { id: string; isNew: boolean; restored: boolean }[] = [];

  constructor(accounts: readonly NewAccount[]) {
    this.#accounts = accounts;
  }

  readonly editor: Editor = (document, now) => {
    this.#placed = [];
    let edit: Edit | undefined;
    for (const account of this.#accounts) {
      edit =
        this.#place(account, edit?.document ?? document)?.(edit?.document ?? document, now) ?? edit;
    }
    const count = this.#placed.filter(({ isNew, restored }) => isNew || restored).length;
    return edit && count > 1
      ? { ...edit, change: { kind: 'accounts-added', label: `${count}` } }
      : edit;
  };

  outcome(after: VaultDocument): Added[] {
    return this.#placed.map(({ id, ...placed }) => ({ account: find(after, id), ...placed }));
  }

  #place(account: NewAccount, document: VaultDocument): Editor | undefined {
    const same = findBySecret(document, account.credential.secret);
    const id = same?.id ?? crypto.randomUUID();
    const restored = same?.deletedAt !== undefined;
    this.#placed.push({ id, isNew: !same, restored });
    if (!same) return addAccount(account, id);
    return restored ? restoreAccount(id) : undefined;
  }
}
