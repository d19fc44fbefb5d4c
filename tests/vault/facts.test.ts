import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_KINDS, type Account } from '../../src/vault/account.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { bindOrigin, describeAccount } from '../../src/vault/facts.ts';
import { totp } from '../otp/credentials.ts';
import { fault, newAccount, SECRETS } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { newMachine, newOpenVault } from './in-memory.ts';

const NOW = 1_700_000_000_000;
const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const BINNED_ID = '00000000-0000-4000-8000-000000000003';
const LABEL = 'Contoso · alex@contoso.example';

const LOGIN = 'https://login.microsoftonline.com';
const LIVE = 'https://login.live.com';

const account: Account = {
  id: ID,
  credential: totp(),
  kind: 'work',
  createdAt: NOW,
  origins: [LOGIN],
};
const other: Account = { ...account, id: OTHER_ID };
const binned: Account = { ...account, id: BINNED_ID, deletedAt: NOW };

const documentWith = (changes: Partial<Account> = {}): VaultDocument => ({
  ...EMPTY_DOCUMENT,
  accounts: [other, { ...account, ...changes }, binned],
});

describe('a site that gets bound', () => {
  it('stands behind those that were, for this account alone', () => {
    const before = documentWith();
    expect(bindOrigin(ID, LIVE)(before, NOW)).toEqual({
      document: documentWith({ origins: [LOGIN, LIVE] }),
      change: { kind: 'account-bound', label: LABEL },
    });
    // Accounts that were unpacked share one list.
    expect(before.accounts.map(({ origins }) => origins)).toEqual([[LOGIN], [LOGIN], [LOGIN]]);
  });

  it('changes nothing where it was bound before', () => {
    expect(bindOrigin(ID, LOGIN)(documentWith(), NOW)).toBeUndefined();
  });

  it.each([
    ['unknown', '00000000-0000-4000-8000-000000000009'],
    ['in the recycle bin', BINNED_ID],
  ])('gets nothing of an account that is %s', (_, id) => {
    const unknown = expect.objectContaining(fault('unknown-account'));
    expect(() => bindOrigin(id, LIVE)(documentWith(), NOW)).toThrow(unknown);
    expect(() =>
      describeAccount(id, { kind: 'guest', elsewhere: '' })(documentWith(), NOW),
    ).toThrow(unknown);
  });

  it.each(['http://login.live.com', 'https://login.live.com/', '*', ''])(
    'is an origin of https, not %j',
    async (origin) => {
      const vault = await newOpenVault(newMachine());
      const { id } = (await vault.add(newAccount())).account;
      await expect(vault.change(bindOrigin(id, origin))).rejects.toMatchObject({
        ...fault('internal'),
        field: 'accounts.0.origins.1',
      });
    },
  );

  it('can be let go again', async () => {
    const vault = await newOpenVault(newMachine());
    const added = (await vault.add(newAccount())).account;
    await vault.add(newAccount(SECRETS[1]));
    await vault.change(bindOrigin(added.id, LIVE));
    expect((await vault.document()).accounts[0]?.origins).toEqual([LOGIN, LIVE]);
    expect(await vault.status()).toMatchObject({ undo: { kind: 'account-bound', label: LABEL } });
    await vault.undo();
    expect((await vault.document()).accounts[0]).toEqual(added);
  });
});

describe('what the user says of an account', () => {
  it('is its kind, and where else its secret lives', () => {
    const description = { kind: 'guest', elsewhere: 'Phone' } as const;
    expect(describeAccount(ID, description)(documentWith(), NOW)).toEqual({
      document: documentWith(description),
      change: { kind: 'account-described', label: LABEL },
    });
  });

  it('that it lives nowhere else takes the word away', () => {
    const before = documentWith({ elsewhere: 'Phone' });
    const after = describeAccount(ID, { kind: 'work', elsewhere: '' })(before, NOW)?.document;
    expect(after).toEqual(documentWith());
    expect(after?.accounts[1]).not.toHaveProperty('elsewhere');
  });

  const anyDescription = fc.record({
    kind: fc.constantFrom(...ACCOUNT_KINDS),
    elsewhere: fc.constantFrom('', 'Phone', 'Key ring'),
  });

  it('is what it was before, and then nothing changes; or it is what he says, and no more', () => {
    fc.assert(
      fc.property(anyDescription, anyDescription, (first, second) => {
        const before = describeAccount(ID, first)(documentWith(), NOW)?.document ?? documentWith();
        const after = describeAccount(ID, second)(before, NOW)?.document;
        const { kind, elsewhere } = second;
        if (kind === first.kind && elsewhere === first.elsewhere) expect(after).toBeUndefined();
        else expect(after).toEqual(documentWith({ kind, ...(elsewhere ? { elsewhere } : {}) }));
      }),
    );
  });

  it('can be taken back', async () => {
    const vault = await newOpenVault(newMachine());
    const added = (await vault.add(newAccount())).account;
    await vault.change(describeAccount(added.id, { kind: 'personal', elsewhere: 'Phone' }));
    expect((await vault.document()).accounts).toMatchObject([
      { kind: 'personal', elsewhere: 'Phone' },
    ]);
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([added]);
  });
});
