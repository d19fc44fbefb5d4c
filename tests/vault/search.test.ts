import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { search } from '../../src/vault/search.ts';
import { totp } from '../otp/credentials.ts';

const account = (issuer: string, prefix: string, name: string): Account => ({
  id: crypto.randomUUID(),
  credential: totp({ issuer, prefix, account: name }),
  kind: 'work',
  createdAt: 0,
  origins: [],
});

const ACCOUNTS = [
  account('Microsoft', 'Contoso', 'alex@contoso.example'),
  account('Microsoft', 'Ünïon Bank', 'zoë@union.example'),
  account('GitHub', 'GitHub', 'alex'),
  account('Straße', 'Straße', 'ΟΔΟΣΑ'),
];

const found = (query: string) => search(ACCOUNTS, query, []).map((each) => ACCOUNTS.indexOf(each));

describe('search', () => {
  it.each([
    ['nothing', '', [0, 1, 2, 3]],
    ['blanks', ' \t\u00a0', [0, 1, 2, 3]],
    ['an issuer', 'Microsoft', [0, 1]],
    ['an organisation', 'Contoso', [0]],
    ['an account', 'alex', [0, 2]],
    ['a part of a word', 'ithu', [2]],
    ['other case', 'MICROSOFT cOnToSo', [0]],
    ['accents left out', 'union zoe', [1]],
    ['accents put in', 'álèx gîthub', [2]],
    ['accents as marks of their own', 'u\u0308ni\u0308on', [1]],
    ['letters of full width', 'ＧｉｔＨｕｂ', [2]],
    ['ss for ß', 'strasse', [3]],
    ['a sigma that ends the query, not the word', 'ΟΔΟΣ', [3]],
    ['the same in lower case', 'οδος', [3]],
    ['several words in any order', 'example alex', [0]],
    ['words of several accounts', 'alex union', []],
    ['what occurs nowhere', 'fabrikam', []],
    ['what only a pattern would find', 'git.ub', []],
    ['a text over the border of two fields', 'githubalex', []],
  ])('finds by %s', (_, query, places) => {
    expect(found(query)).toEqual(places);
  });

  it.each([
    ['the name of its group', 'büro', [0]],
    ['the name of its group and its own', 'buro alex', [0]],
    ['the host of a site', 'konto.example', [1]],
    ['a port', ':8443', [1]],
    ['a host in punycode', 'xn--bung-zra', [1]],
    ['a host as it reads', 'übung.example', [1]],
    ['words of the name of another group', 'home alex', []],
    ['the scheme, which all have', 'https', []],
    ['a text over the border of name and host', 'example konto', [1]],
    ['a text over the border of name and host without a space', 'examplekonto', []],
  ])('finds by %s', (_, query, places) => {
    const family = { id: crypto.randomUUID(), name: 'Büro' };
    const home = { id: crypto.randomUUID(), name: 'Home' };
    const accounts: Account[] = [
      { ...account('Microsoft', 'Contoso', 'alex'), group: family.id },
      {
        ...account('Shop', 'Shop', 'zoe@shop.example'),
        origins: ['https://konto.example:8443', 'https://xn--bung-zra.example'],
      },
    ];
    const result = search(accounts, query, [family, home]);
    expect(result.map((each) => accounts.indexOf(each))).toEqual(places);
  });

  it('follows a group that gets another name', () => {
    const [one] = ACCOUNTS;
    const group = { id: crypto.randomUUID(), name: 'Office' };
    const grouped = [{ ...(one ?? account('', '', '')), group: group.id }];
    expect(search(grouped, 'office', [group])).toEqual(grouped);
    expect(search(grouped, 'office', [{ ...group, name: 'Home' }])).toEqual([]);
    expect(search(grouped, 'home', [{ ...group, name: 'Home' }])).toEqual(grouped);
  });

  it('does not search the secret', () => {
    expect(found(totp().secret)).toEqual([]);
  });

  it('finds every account by each word of its name, in any case', () => {
    const word = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
      // The Greek iota below a letter: a mark there, a letter of its own in upper case.
      .filter((text) => !text.normalize('NFD').includes('\u0345'));
    const anyCase = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => text.toUpperCase(),
      (text) => text.toLowerCase(),
      (text) => text.normalize('NFD'),
    );
    fc.assert(
      fc.property(word, word, anyCase, (issuer, name, change) => {
        const one = account(issuer, '', name);
        for (const each of `${issuer} ${name}`.split(/\s+/u).filter(Boolean)) {
          expect(search([one], change(each), [])).toEqual([one]);
        }
      }),
    );
  });

  it('does not mix up two states of the accounts', () => {
    const before = [account('GitHub', '', 'alex')];
    const after = [account('GitLab', '', 'alex')];
    for (let again = 0; again < 2; again += 1) {
      expect(search(before, 'github', [])).toEqual(before);
      expect(search(after, 'github', [])).toEqual([]);
      expect(search(after, 'gitlab', [])).toEqual(after);
      expect(search(before, 'gitlab', [])).toEqual([]);
    }
  });
});
