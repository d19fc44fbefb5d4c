import { expect, test } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32.ts';
import type { Account } from '../../src/vault/account.ts';
import { deleteAccounts, type NewAccount } from '../../src/vault/accounts.ts';
import { Adding } from '../../src/vault/adding.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { hotp, steam, totp } from '../otp/credentials.ts';
import { DAY, fault, newAccount, SECRETS } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';

const NOW = 1_800_000_000_000;
const [ONE, TWO, THREE] = SECRETS;

/** Adds accounts, as the vault does. */
function add(document: VaultDocument, ...accounts: NewAccount[]) {
  const adding = new Adding(accounts);
  const edit = adding.editor(document, NOW);
  const after = edit?.document ?? document;
  return { after, change: edit?.change, outcome: adding.outcome(after) };
}

/** Another one for every number. */
const secretOf = (number: number) =>
  encodeBase32(Uint8Array.of(number >> 16, number >> 8, number, 1));

const told = (outcome: ReturnType<Adding['outcome']>) =>
  outcome.map(({ account, isNew, restored }) => [account.credential.secret, isNew, restored]);

const { after: BOTH } = add(EMPTY_DOCUMENT, newAccount(ONE), newAccount(TWO));
const [first] = BOTH.accounts;
const BINNED = deleteAccounts([first?.id ?? ''])(BOTH, NOW)?.document ?? BOTH;

test('one account is one change, and has a new id', () => {
  const { after, change, outcome } = add(EMPTY_DOCUMENT, newAccount(ONE));
  expect(change).toEqual({ kind: 'account-added', label: 'Contoso · alex@contoso.example' });
  expect(outcome).toEqual([{ account: after.accounts[0], isNew: true, restored: false }]);
  expect(outcome[0]?.account).toMatchObject({ createdAt: NOW, ...newAccount(ONE) });
});

test('several are one change, in their order, each with an id of its own', () => {
  const { after, change, outcome } = add(BOTH, newAccount(THREE), newAccount('GEZDGNBV'));
  expect(change).toEqual({ kind: 'accounts-added', label: '2' });
  expect(after.accounts.map(({ credential }) => credential.secret)).toEqual([
    ...SECRETS,
    'GEZDGNBV',
  ]);
  expect(new Set(after.accounts.map(({ id }) => id)).size).toBe(4);
  expect(told(outcome)).toEqual([
    [THREE, true, false],
    ['GEZDGNBV', true, false],
  ]);
});

test('a secret that is there already is told, and changes nothing', () => {
  const renamed = { ...newAccount(ONE), credential: totp({ secret: ONE, account: 'renamed' }) };
  const { after, change, outcome } = add(BOTH, renamed);
  expect(after).toBe(BOTH);
  expect(change).toBeUndefined();
  expect(outcome).toEqual([{ account: first, isNew: false, restored: false }]);
});

test('beside one that is new, only that one counts', () => {
  const { change, outcome, after } = add(BOTH, newAccount(ONE), newAccount(THREE), newAccount(TWO));
  expect(change).toMatchObject({ kind: 'account-added' });
  expect(after.accounts).toHaveLength(3);
  expect(told(outcome)).toEqual([
    [ONE, false, false],
    [THREE, true, false],
    [TWO, false, false],
  ]);
});

test('a secret that comes twice is added once', () => {
  const { after, outcome } = add(EMPTY_DOCUMENT, newAccount(ONE), newAccount(ONE));
  expect(after.accounts).toHaveLength(1);
  expect(told(outcome)).toEqual([
    [ONE, true, false],
    [ONE, false, false],
  ]);
});

test('what is in the recycle bin comes back as it was', () => {
  const { after, change, outcome } = add(BINNED, newAccount(ONE));
  expect(change).toMatchObject({ kind: 'account-restored' });
  expect(after.accounts).toEqual(BOTH.accounts);
  expect(outcome).toEqual([{ account: first, isNew: false, restored: true }]);
  const mixed = add(BINNED, newAccount(ONE), newAccount(ONE), newAccount(THREE));
  expect(mixed.change).toEqual({ kind: 'accounts-added', label: '2' });
  expect(told(mixed.outcome)).toEqual([
    [ONE, false, true],
    [ONE, false, false],
    [THREE, true, false],
  ]);
});

test('what the recycle bin keeps no longer does not come back', () => {
  const adding = new Adding([newAccount(ONE)]);
  expect(() => adding.editor(BINNED, NOW + 30 * DAY)).toThrow(
    expect.objectContaining(fault('unknown-account')),
  );
});

test('the editor may run again, on another document: its last run counts', () => {
  const adding = new Adding([newAccount(ONE), newAccount(THREE)]);
  adding.editor(EMPTY_DOCUMENT, NOW);
  const edit = adding.editor(BOTH, NOW);
  expect(told(adding.outcome(edit?.document ?? BOTH))).toEqual([
    [ONE, false, false],
    [THREE, true, false],
  ]);
});

test('all types are added with what the caller says of them', () => {
  const accounts: NewAccount[] = [
    { credential: hotp({ secret: ONE }), kind: 'other', origins: [], tenant: undefined },
    {
      credential: steam({ secret: TWO }),
      kind: 'guest',
      origins: ['https://contoso.example'],
      tenant: '11111111-2222-3333-4444-555555555555',
      proof: 'unverified',
      replaces: first?.id,
    },
  ];
  const { after } = add(EMPTY_DOCUMENT, ...accounts);
  expect(after.accounts[0]).not.toHaveProperty('tenant');
  expect(after.accounts[0]).not.toHaveProperty('proof');
  expect(after.accounts[1]).toMatchObject(accounts[1] ?? {});
});

test('of two stored accounts that share a secret, the first one counts', () => {
  const [one, two] = BOTH.accounts.map((account) => ({ ...account, credential: totp() }));
  const twice = (...accounts: (Account | undefined)[]): VaultDocument => ({
    ...BOTH,
    accounts: accounts.flatMap((account) => account ?? []),
  });
  const binned = one && { ...one, deletedAt: NOW };
  expect(add(twice(one, two), newAccount(ONE)).outcome).toMatchObject([
    { account: { id: one?.id } },
  ]);
  expect(add(twice(two, binned), newAccount(ONE)).change).toBeUndefined();
  expect(add(twice(binned, two), newAccount(ONE)).after.accounts).toEqual([one, two]);
});

test('five thousand come to ten thousand, each where it belongs', () => {
  const numbered = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, at) => newAccount(secretOf(from + at)));
  const stored = add(EMPTY_DOCUMENT, ...numbered(0, 10_000)).after;
  // Of the first 3,000, which are to be added again, a thousand are in the recycle bin.
  const accounts = stored.accounts.map((account, at) =>
    at < 2000 && at % 2 === 1 ? { ...account, deletedAt: NOW } : account,
  );
  const { after, change, outcome } = add(
    { ...stored, accounts },
    ...numbered(10_000, 12_000),
    ...numbered(0, 3000),
  );
  expect(change).toEqual({ kind: 'accounts-added', label: '3000' });
  expect(after.accounts.slice(0, 10_000)).toEqual(stored.accounts);
  expect(after.accounts.map(({ credential }) => credential.secret)).toEqual(
    numbered(0, 12_000).map(({ credential }) => credential.secret),
  );
  expect(new Set(after.accounts.map(({ id }) => id)).size).toBe(12_000);
  expect(outcome.map(({ account }) => account)).toEqual([
    ...after.accounts.slice(10_000),
    ...after.accounts.slice(0, 3000),
  ]);
  expect(outcome.map(({ isNew }) => isNew)).toEqual(outcome.map((_, at) => at < 2000));
  expect(outcome.map(({ restored }) => restored)).toEqual(
    outcome.map((_, at) => at >= 2000 && at < 4000 && at % 2 === 1),
  );
}, 30_000);

test('nothing to add is no change', () => {
  expect(add(BOTH)).toMatchObject({ change: undefined, outcome: [] });
});
