import { Fault } from '../fault.ts';
import { type Account, nameOf } from './account.ts';
import { accountOf, goneAt, liveAccounts, type NewAccount } from './accounts.ts';
import type { Change } from './change.ts';
import type { Editor, VaultDocument } from './document.ts';

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

  /** Each list is gone through once: files bring thousands of accounts to thousands. */
  readonly editor: Editor = (document, now) => {
    this.#placed = [];
    const known = bySecret(document.accounts);
    const back = new Map<Account, Account>();
    const added: Account[] = [];
    for (const account of this.#accounts) {
      const { secret } = account.credential;
      const same = known.get(secret);
      const isNew = !same;
      const restored = same?.deletedAt !== undefined;
      const found = same ?? accountOf(account, crypto.randomUUID(), now);
      const placed = restored ? outOfBin(found, now) : found;
      if (isNew) added.push(placed);
      if (restored) back.set(found, placed);
      known.set(secret, placed);
      this.#placed.push({ id: placed.id, isNew, restored });
    }
    const change = changeOf(added, [...back.values()]);
    const stored = document.accounts.map((each) => back.get(each) ?? each);
    return change && { document: { ...document, accounts: [...stored, ...added] }, change };
  };

  outcome(after: VaultDocument): Added[] {
    const live = new Map(liveAccounts(after).map((account) => [account.id, account]));
    return this.#placed.map(({ id, ...placed }) => {
      const account = live.get(id);
      if (!account) throw new Fault('unknown-account', 'no such account', 'id');
      return { account, ...placed };
    });
  }
}

/** The first one counts where two share a secret, as in `findBySecret`. */
function bySecret(accounts: readonly Account[]): Map<string, Account> {
  const known = new Map<string, Account>();
  for (const account of accounts) {
    const { secret } = account.credential;
    if (!known.has(secret)) known.set(secret, account);
  }
  return known;
}

/** @throws Fault `unknown-account` where the recycle bin keeps it no longer */
function outOfBin(account: Account, now: number): Account {
  if ((goneAt(account) ?? 0) <= now) {
    throw new Fault('unknown-account', 'not in the recycle bin', 'id');
  }
  const { deletedAt: _, ...restored } = account;
  return restored;
}

/** One account is named; several are counted. */
function changeOf(added: readonly Account[], back: readonly Account[]): Change | undefined {
  const [account, ...others] = [...added, ...back];
  if (!account) return undefined;
  if (others.length > 0) return { kind: 'accounts-added', label: `${others.length + 1}` };
  const kind = added.length > 0 ? 'account-added' : 'account-restored';
  return { kind, label: nameOf(account.credential) };
}
