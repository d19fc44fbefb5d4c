import { Fault } from '../fault.ts';
import type { Credential, HotpCredential } from '../otp/credential.ts';
import { findCounter } from '../otp/resync.ts';
import { type Account, type AccountKind, nameOf, type Proof } from './account.ts';
import type { Change } from './change.ts';
import type { Editor, VaultDocument } from './document.ts';

const DAY_MS = 86_400_000;

/** How long the recycle bin keeps an account. */
const BIN_MS = 30 * DAY_MS;

export interface NewAccount {
  readonly credential: Credential;
  readonly origins: readonly string[];
  readonly tenant: string | undefined;
  readonly kind: AccountKind;
  readonly proof?: Proof | undefined;
  /** The unverified account that it is to finish (`proof.ts`). */
  readonly replaces?: string | undefined;
}

/** The account that already holds this secret, in the recycle bin or not. */
export function findBySecret(document: VaultDocument, secret: string): Account | undefined {
  return document.accounts.find((account) => account.credential.secret === secret);
}

const live = new WeakMap<readonly Account[], readonly Account[]>();

/**
 * The accounts that are not in the recycle bin: pinned ones first, else in the user's order. The same array for the
 * same document, so that what is made of it can be remembered with it.
 */
export function liveAccounts({ accounts }: VaultDocument): readonly Account[] {
  const known = live.get(accounts);
  if (known) return known;
  const shown = accounts.filter(({ deletedAt }) => deletedAt === undefined);
  const sorted = [
    ...shown.filter(({ pinned }) => pinned),
    ...shown.filter(({ pinned }) => !pinned),
  ];
  live.set(accounts, sorted);
  return sorted;
}

/** When the recycle bin lets an account go; undefined where it is not in there. Milliseconds since 1970. */
export function goneAt({ deletedAt }: Account): number | undefined {
  return deletedAt === undefined ? undefined : deletedAt + BIN_MS;
}

/** The recycle bin, the last one that came first. */
export function binnedAccounts({ accounts }: VaultDocument, now: number): Account[] {
  return accounts
    .filter((account) => (goneAt(account) ?? 0) > now)
    .sort((a, b) => (b.deletedAt ?? 0) - (a.deletedAt ?? 0));
}

/** Lets go what was in the recycle bin for its time, and the undo that still holds it. */
export function withoutExpired(document: VaultDocument, now: number): VaultDocument {
  const accounts = document.accounts.filter((account) => (goneAt(account) ?? now + 1) > now);
  if (accounts.length === document.accounts.length) return document;
  const { undo, ...rest } = document;
  const kept = new Set(accounts.map(({ id }) => id));
  const stays = undo?.accounts.every(({ id }) => kept.has(id));
  return { ...rest, accounts, ...(undo && stays ? { undo } : {}) };
}

/** @param now milliseconds since 1970 */
export function accountOf(added: NewAccount, id: string, now: number): Account {
  const { credential, kind, origins, tenant, proof, replaces } = added;
  return {
    id,
    credential,
    kind,
    createdAt: now,
    origins: [...origins],
    ...(tenant === undefined ? {} : { tenant }),
    ...(proof === undefined ? {} : { proof }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

export function addAccount(added: NewAccount, id: string): Editor {
  return (document, now) => ({
    document: { ...document, accounts: [...document.accounts, accountOf(added, id, now)] },
    change: { kind: 'account-added', label: nameOf(added.credential) },
  });
}

export interface Names {
  readonly issuer: string;
  readonly account: string;
  /** Empty where there is none: then the issuer stands for it, as in a new account. */
  readonly organisation: string;
}

export function renameAccount(id: string, { issuer, account, organisation }: Names): Editor {
  return editAccount(id, 'account-renamed', (current) => {
    const { credential } = current;
    const names = { issuer, account, prefix: organisation || issuer };
    const same =
      credential.issuer === names.issuer &&
      credential.account === names.account &&
      credential.prefix === names.prefix;
    return same ? current : { ...current, credential: { ...credential, ...names } };
  });
}

export function pinAccounts(ids: readonly string[], pinned: boolean): Editor {
  return editAccounts(ids, pinned ? 'pinned' : 'unpinned', (current) => {
    if (Boolean(current.pinned) === pinned) return current;
    const { pinned: _, ...rest } = current;
    return pinned ? { ...rest, pinned } : rest;
  });
}

/**
 * Puts accounts in front of another one; at the end where `before` is null. Among themselves they stay in their order,
 * and where `before` is one of them, they gather there.
 */
export function moveAccounts(ids: readonly string[], before: string | null): Editor {
  return (document) => {
    const moved = findAll(document, ids);
    const { accounts } = document;
    const from = before === null ? accounts.length : accounts.indexOf(find(document, before));
    const isMoved = (account: Account) => moved.has(account);
    const stays = (account: Account) => !moved.has(account);
    const after = [
      ...accounts.slice(0, from).filter(stays),
      ...accounts.filter(isMoved),
      ...accounts.slice(from).filter(stays),
    ];
    if (after.every((each, index) => each === accounts[index])) return undefined;
    return { document: { ...document, accounts: after }, change: changeOf('moved', [...moved]) };
  };
}

/** Into the recycle bin. */
export function deleteAccounts(ids: readonly string[]): Editor {
  return editAccounts(ids, 'deleted', (current, now) => ({ ...current, deletedAt: now }));
}

/** A picture of the user's own; null takes it away. */
export function setImage(id: string, image: string | null): Editor {
  const kind = image === null ? 'account-image-removed' : 'account-image-set';
  return editAccount(id, kind, (current) => {
    if ((current.image ?? null) === image) return current;
    const { image: _, ...rest } = current;
    return image === null ? rest : { ...rest, image };
  });
}

export function restoreAccount(id: string): Editor {
  return (document, now) => {
    const account = binnedAccounts(document, now).find((each) => each.id === id);
    if (!account) throw new Fault('unknown-account', 'not in the recycle bin', 'id');
    const { deletedAt: _, ...restored } = account;
    return {
      document: replace(document, account, restored),
      change: { kind: 'account-restored', label: nameOf(account.credential) },
    };
  };
}

/** For good: the undo that would bring one back goes too. */
export const emptyBin: Editor = (document) => {
  const accounts = document.accounts.filter(({ deletedAt }) => deletedAt === undefined);
  if (accounts.length === document.accounts.length) return undefined;
  const { undo: _, ...rest } = document;
  return { document: { ...rest, accounts }, change: { kind: 'bin-emptied', label: '' } };
};

/** The counter of the code after the next one (RFC 4226, section 7.2). */
export function advanceCounter(id: string): Editor {
  return editAccount(id, 'counter-advanced', (current) => {
    const credential = counterBased(current);
    return { ...current, credential: { ...credential, counter: credential.counter + 1 } };
  });
}

/** @throws Fault `counter-not-found` where the two codes do not lead ahead */
export function resynchroniseCounter(id: string, codes: readonly [string, string]): Editor {
  return editAccount(id, 'counter-resynchronised', (current) => {
    const credential = counterBased(current);
    const counter = findCounter(credential, codes);
    if (counter === undefined) throw new Fault('counter-not-found', 'the codes lead nowhere');
    return { ...current, credential: { ...credential, counter } };
  });
}

/** @throws Fault `unknown-account`; also for one in the recycle bin, which gives no codes */
export function find(document: VaultDocument, id: string): Account {
  const account = document.accounts.find((each) => each.id === id);
  if (account && account.deletedAt === undefined) return account;
  throw new Fault('unknown-account', 'no such account', 'id');
}

/** @throws as {@link find} */
function findAll({ accounts }: VaultDocument, ids: readonly string[]): ReadonlySet<Account> {
  const wanted = new Set(ids);
  const found = new Set(
    accounts.filter(({ id, deletedAt }) => wanted.has(id) && deletedAt === undefined),
  );
  if (found.size === wanted.size) return found;
  throw new Fault('unknown-account', 'no such account', 'ids');
}

function counterBased({ credential }: Account): HotpCredential {
  if (credential.type === 'hotp') return credential;
  throw new Fault('not-counter-based', 'the codes depend on the time', 'id');
}

/** An edit of one account that is not in the recycle bin; none where `change` gives it back as it is. */
export function editAccount(
  id: string,
  kind: Change['kind'],
  change: (account: Account, now: number) => Account,
): Editor {
  return (document, now) => {
    const account = find(document, id);
    const changed = change(account, now);
    if (changed === account) return undefined;
    return {
      document: replace(document, account, changed),
      change: { kind, label: nameOf(changed.credential) },
    };
  };
}

/** What can be done to several accounts at once. */
type CommonChange = 'pinned' | 'unpinned' | 'moved' | 'deleted' | 'grouped' | 'ungrouped';

/** The same edit of several accounts that are not in the recycle bin, in one change. */
export function editAccounts(
  ids: readonly string[],
  done: CommonChange,
  change: (account: Account, now: number) => Account,
): Editor {
  return (document, now) => {
    const wanted = findAll(document, ids);
    const changed: Account[] = [];
    const accounts = document.accounts.map((account) => {
      const after = wanted.has(account) ? change(account, now) : account;
      if (after !== account) changed.push(after);
      return after;
    });
    if (changed.length === 0) return undefined;
    return { document: { ...document, accounts }, change: changeOf(done, changed) };
  };
}

/** One account is named; several are counted. */
function changeOf(done: CommonChange, [account, ...others]: readonly Account[]): Change {
  return account && others.length === 0
    ? { kind: `account-${done}`, label: nameOf(account.credential) }
    : { kind: `accounts-${done}`, label: `${others.length + 1}` };
}

/**
 * The document with accounts as a site has seen them, or made them known: also those that an undo would bring back, since
 * that is no change of the user's.
 */
export function changeForGood(
  document: VaultDocument,
  change: (account: Account) => Account,
): VaultDocument {
  const { undo } = document;
  return {
    ...document,
    accounts: document.accounts.map(change),
    ...(undo ? { undo: { ...undo, accounts: undo.accounts.map(change) } } : {}),
  };
}

function replace(document: VaultDocument, account: Account, by: Account): VaultDocument {
  return {
    ...document,
    accounts: document.accounts.map((each) => (each === account ? by : each)),
  };
}
