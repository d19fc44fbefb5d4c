import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import {
  binnedAccounts,
  deleteAccounts,
  pinAccounts,
  renameAccount,
  restoreAccount,
} from '../../src/vault/accounts.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { verifyAccount } from '../../src/vault/proof.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { totp } from '../otp/credentials.ts';
import { fault, newAccount, SECRETS } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { type Machine, newMachine, newOpenVault } from './in-memory.ts';

const NOW = 1_700_000_000_000;
const LABEL = 'Contoso · alex@contoso.example';

const idOf = (name: string) => `00000000-0000-4000-8000-${name.padEnd(12, '0')}`;

const account = (name: string, changes: Partial<Account> = {}): Account => ({
  id: idOf(name),
  credential: totp(),
  kind: 'work',
  createdAt: 0,
  origins: [],
  proof: 'unverified',
  ...changes,
});

const documentOf = (...accounts: Account[]): VaultDocument => ({ ...EMPTY_DOCUMENT, accounts });

const verified = (document: VaultDocument, name = 'a') =>
  verifyAccount(idOf(name))(document, NOW)?.document.accounts;

describe('an account of which a code was accepted', () => {
  it.each<[string, Account]>([
    ['was unverified', account('a')],
    ['was added by hand', account('a', { proof: undefined })],
  ])('is verified that %s', (_, before) => {
    const other = account('b');
    expect(verifyAccount(idOf('a'))(documentOf(before, other), NOW)).toEqual({
      document: documentOf(account('a', { proof: 'verified' }), other),
      change: { kind: 'account-verified', label: LABEL },
    });
  });

  it('is not changed where it was verified', () => {
    expect(verified(documentOf(account('a', { proof: 'verified' })))).toBeUndefined();
  });

  it.each([
    ['is not known', []],
    ['is in the recycle bin', [account('a', { deletedAt: 1 })]],
  ])('is refused where it %s', (_, accounts) => {
    expect(() => verified(documentOf(...accounts))).toThrow(
      expect.objectContaining(fault('unknown-account')),
    );
  });
});

describe('an account that was enrolled anew to finish another one', () => {
  const anew = account('a', { replaces: idOf('b') });
  const done = account('a', { proof: 'verified' });

  it('sends that one into the recycle bin, and is about it no longer', () => {
    const document = documentOf(account('b'), anew, account('c'));
    const accounts = verified(document);
    expect(accounts).toEqual([account('b', { deletedAt: NOW }), done, account('c')]);
    expect(accounts?.[1]).not.toHaveProperty('replaces');
  });

  it('sends those too that that one was to finish', () => {
    const tries = [account('c'), account('b', { replaces: idOf('c') })];
    expect(verified(documentOf(...tries, anew))).toEqual([
      ...tries.map((each) => ({ ...each, deletedAt: NOW })),
      done,
    ]);
  });

  it.each<[string, Account[]]>([
    ['that was verified after all', [account('b', { proof: 'verified' })]],
    ['of which it cannot be told', [account('b', { proof: undefined })]],
    ['that the user has put into the recycle bin', [account('b', { deletedAt: 1 })]],
    [
      'that one in the recycle bin was to finish',
      [account('b', { deletedAt: 1, replaces: idOf('c') }), account('c')],
    ],
    ['that is gone', []],
  ])('leaves one as it is %s', (_, others) => {
    expect(verified(documentOf(...others, anew))).toEqual([...others, done]);
  });

  it('comes to an end where two were to finish each other', () => {
    const other = account('b', { replaces: idOf('a') });
    expect(verified(documentOf(other, anew))).toEqual([{ ...other, deletedAt: NOW }, done]);
  });
});

describe('in the vault, what was done before can still be taken back:', () => {
  let machine: Machine;
  let vault: Vault;
  let first: Account;
  let second: Account;

  beforeEach(async () => {
    machine = newMachine();
    vault = await newOpenVault(machine);
    ({ account: first } = await vault.add({ ...newAccount(), proof: 'unverified' }));
    const anew = { ...newAccount(SECRETS[1]), proof: 'unverified', replaces: first.id } as const;
    ({ account: second } = await vault.add(anew));
  });

  const verify = () => vault.change(verifyAccount(second.id));
  const accounts = async () => (await vault.document()).accounts;
  const done = () => {
    const { replaces: _, ...rest } = second;
    return { ...rest, proof: 'verified' };
  };
  const binned = () => ({ ...first, deletedAt: machine.clock.now() });

  it('the proof itself cannot, and is sealed', async () => {
    await verify();
    expect(await vault.status()).toMatchObject({ undo: { kind: 'account-added', label: LABEL } });
    vault = machine.startWorker();
    expect(await accounts()).toEqual([binned(), done()]);
    await vault.undo();
    expect(await accounts()).toEqual([binned(), { ...done(), deletedAt: machine.clock.now() }]);
  });

  it('another name, but not the proof with it', async () => {
    const names = { issuer: 'Microsoft', account: 'renamed', organisation: '' };
    await vault.change(renameAccount(second.id, names));
    await verify();
    await vault.undo();
    expect(await accounts()).toEqual([binned(), done()]);
  });

  it('a pin of the one that was not finished, which stays in the recycle bin', async () => {
    await vault.change(pinAccounts([first.id], true));
    await verify();
    machine.clock.advance(1000);
    await vault.undo();
    expect(await accounts()).toEqual([binned(), done()]);
  });

  it('that the user has put it there himself', async () => {
    await vault.change(deleteAccounts([first.id]));
    await verify();
    await vault.undo();
    expect(await accounts()).toEqual([first, done()]);
  });

  it('that the user has taken it out himself: it goes back', async () => {
    await vault.change(deleteAccounts([first.id]));
    await vault.change(restoreAccount(first.id));
    await verify();
    await vault.undo();
    expect(await accounts()).toEqual([binned(), done()]);
  });

  it('and the one that went can be restored', async () => {
    await verify();
    const [gone] = binnedAccounts(await vault.document(), machine.clock.now());
    await vault.change(restoreAccount(gone?.id ?? ''));
    expect(await accounts()).toEqual([first, done()]);
  });
});
