import { browser } from 'wxt/browser';
import { labelOf } from '../otp/label.ts';
import { visibleText } from '../qr/visible-text.ts';
import type { Account } from '../vault/account.ts';

/** Characters: what fits into an address bar. */
const LONGEST = 120;

const known = new WeakMap<readonly Account[], ReadonlyMap<string, Account>>();

/**
 * The accounts by the names that stand in the address bar, each with a name of its own: the browser gives back nothing but
 * the text that was chosen.
 */
export function namedAccounts(accounts: readonly Account[]): ReadonlyMap<string, Account> {
  const before = known.get(accounts);
  if (before) return before;
  const named = new Map<string, Account>();
  const counts = new Map<string, number>();
  for (const account of accounts) {
    const name = nameOf(account);
    let count = (counts.get(name) ?? 0) + 1;
    while (named.has(numbered(name, count))) count += 1;
    counts.set(name, count);
    named.set(numbered(name, count), account);
  }
  known.set(accounts, named);
  return named;
}

function numbered(name: string, count: number): string {
  return count === 1 ? name : `${name} (${count})`;
}

/** At Microsoft every organisation has the same issuer: the organisation comes first. */
function nameOf({ credential }: Account): string {
  const { organisation, issuer, account } = labelOf(credential);
  const name = [organisation, issuer, account].filter(Boolean).join(' · ');
  return visibleText(name, LONGEST).trim() || browser.i18n.getMessage('namelessAccount');
}
