import { spellHost } from '../origins/host-spelling.ts';
import { labelOf } from '../otp/label.ts';
import type { Account } from './account.ts';
import type { Group } from './group.ts';

/** What is searched of each account, made once: a change leaves all others the same objects. */
const texts = new WeakMap<Account, string>();

/**
 * The accounts in which every word of the query occurs, in any case and without regard to accents: in their names, in that
 * of their group, in the hosts that they are bound to.
 */
export function search(
  accounts: readonly Account[],
  query: string,
  groups: readonly Group[],
): readonly Account[] {
  const words = fold(query).split(/\s+/u).filter(Boolean);
  if (words.length === 0) return accounts;
  const groupTexts = new Map(groups.map(({ id, name }) => [id, fold(name)]));
  return accounts.filter((account) => {
    const text = textOf(account);
    const groupText = groupTexts.get(account.group ?? '') ?? '';
    return words.every((word) => text.includes(word) || groupText.includes(word));
  });
}

function textOf(account: Account): string {
  const known = texts.get(account);
  if (known !== undefined) return known;
  const label = labelOf(account.credential);
  const names = `${label.issuer} ${label.organisation} ${label.account}`;
  const text = `${fold(names)} ${hostsText(account.origins)}`;
  texts.set(account, text);
  return text;
}

/** Accounts that were unpacked share the lists of their origins. */
const hosts = new WeakMap<readonly string[], string>();

/** Hosts as they are on the wire, and as their punycode reads. */
function hostsText(origins: readonly string[]): string {
  const known = hosts.get(origins);
  if (known !== undefined) return known;
  const spelled = origins.map((origin) => {
    const { ascii, unicode = '' } = spellHost(origin.slice('https://'.length));
    return `${ascii} ${unicode}`;
  });
  const text = fold(spelled.join(' '));
  hosts.set(origins, text);
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
