import { type Account, nameOf } from './account.ts';
import { changeForGood, find } from './accounts.ts';
import type { Editor, VaultDocument } from './document.ts';

/**
 * The site has accepted a code of the account: from now on it is known to sign in. What it was enrolled anew to finish
 * goes into the recycle bin.
 *
 * The accounts as an undo would bring them back get the same: who takes back a new name does not mean the proof, nor
 * wants the unfinished account back.
 */
export function verifyAccount(id: string): Editor {
  return (document, now) => {
    const account = find(document, id);
    if (account.proof === 'verified') return undefined;
    const finished = finishedWith(document, account);
    const proven = (each: Account): Account => {
      if (each.id === id) return verified(each);
      const goes = finished.has(each.id) && each.deletedAt === undefined;
      return goes ? { ...each, deletedAt: now } : each;
    };
    return {
      document: changeForGood(document, proven),
      change: { kind: 'account-verified', label: nameOf(account.credential) },
    };
  };
}

/**
 * The ids of the accounts that this one finishes: more than one where an earlier try at the same was left half-way, too.
 * One that the user has put into the recycle bin, or that was verified after all, stays what it is.
 */
function finishedWith({ accounts }: VaultDocument, account: Account): ReadonlySet<string> {
  const finished = new Set<string>();
  let last: Account | undefined = account;
  while (last) {
    const { replaces }: Account = last;
    last = accounts.find(
      ({ id, proof, deletedAt }) =>
        id === replaces && proof === 'unverified' && deletedAt === undefined && !finished.has(id),
    );
    if (last) finished.add(last.id);
  }
  return finished;
}

function verified({ replaces: _, ...account }: Account): Account {
  return { ...account, proof: 'verified' };
}
