import { labelOf } from '../otp/label.ts';
import type { Account } from './account.ts';

/** What is searched of each account, made once: a change leaves all others the same objects. */
const texts = new WeakMap<Account, string>();

/** The accounts in which every word of the query occurs, in any case and without regard to accents. */
export function search(accounts: readonly Account[], query: string): readonly Account[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return accounts;
  return accounts.filter((account) => {
    const text = textOf(account);
    return words.every((word) => text.includes(word));
  });
}

function textOf(account: Account): string {
  const known = texts.get(account);
  if (known !== undefined) return known;
  const label = labelOf(account.credential);
  const text = fold(`${label.issuer} ${label.organisation} ${label.account}`);
  texts.set(account, text);
  return text;
}

const PLAIN = /^[ -~]*$/u;

/**
 * Unicode's compatible decomposition without its marks: "Ünïon" is found by "union". Lower case and then upper case
 * makes one of letters that either alone keeps apart: "ς" and "σ", "ẞ" and "ss".
 */
function fold(text: string): string {
  // Most names have nothing to decompose.
  if (PLAIN.test(text)) return text.toUpperCase();
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .toUpperCase();
}
