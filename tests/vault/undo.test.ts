import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ACCOUNT_KINDS, type Account } from '../../src/vault/account.ts';
import {
  addAccount,
  advanceCounter,
  binnedAccounts,
  deleteAccounts,
  emptyBin,
  liveAccounts,
  moveAccounts,
  pinAccounts,
  renameAccount,
  restoreAccount,
  setImage,
} from '../../src/vault/accounts.ts';
import type { Editor, VaultDocument } from '../../src/vault/document.ts';
import { takeBack, withUndo } from '../../src/vault/edit.ts';
import { bindOrigin, describeAccount } from '../../src/vault/facts.ts';
import { FILL_MODES } from '../../src/vault/fill-mode.ts';
import { rememberRefusal, setFilling, unbindOrigin } from '../../src/vault/filling.ts';
import { addGroup, moveGroup, removeGroup, renameGroup, setGroup } from '../../src/vault/groups.ts';
import { verifyAccount } from '../../src/vault/proof.ts';
import { undone } from '../../src/vault/undo.ts';
import { hotp, totp } from '../otp/credentials.ts';
import { fault, newAccount, numberedSecret } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { type Machine, newMachine, newOpenVault, PASSKEY } from './in-memory.ts';
import { IMAGE } from './png.ts';

// Hundreds of vaults with dozens of changes each.
vi.setConfig({ testTimeout: 30_000 });

const NOW = 1_700_000_000_000;
const IDS = Array.from(
  { length: 6 },
  (_, index) => `00000000-0000-4000-8000-00000000000${index}` as const,
);

/** The document after an edit, as the vault would save it; the same where it cannot be done. */
function edited(document: VaultDocument, editor: Editor, now = NOW): VaultDocument {
  try {
    const edit = editor(document, now);
    return edit ? withUndo(document, edit).document : document;
  } catch {
    return document;
  }
}

const undo = takeBack;

const counterOf = ({ credential }: Account) =>
  credential.type === 'hotp' ? credential.counter : undefined;

/** Without its counter, which undo leaves as it is, and with no other time in the bin than some. */
const still = (account: Account) => ({
  ...account,
  deletedAt: account.deletedAt === undefined ? undefined : 'some time',
  credential: { ...account.credential, counter: undefined },
});

const anyId = fc.constantFrom(...IDS);
const anyIds = fc.array(anyId, { minLength: 1, maxLength: 4 });

const GROUP_IDS = [0, 1, 2].map((index) => `00000000-0000-4000-8000-0000000001${index}0`);
const anyGroup = fc.constantFrom(...GROUP_IDS);
const anyName = fc.constantFrom('Family', 'Work', 'Servers');

const anyGroupEditor: fc.Arbitrary<Editor> = fc.oneof(
  fc.tuple(anyGroup, anyName).map(
    ([id, name]): Editor =>
      (document, now) =>
        document.groups.some((group) => group.id === id)
          ? undefined
          : addGroup(id, name)(document, now),
  ),
  fc.tuple(anyGroup, anyName).map(([id, name]) => renameGroup(id, name)),
  anyGroup.map(removeGroup),
  fc
    .tuple(anyGroup, fc.option(anyGroup, { nil: null }))
    .map(([id, before]) => moveGroup(id, before)),
);

/** Every second account is counter-based. */
const credentialOf = (id: string, secret: string) => {
  const number = Number(id.at(-1));
  return number % 2 === 0 ? hotp({ secret, counter: number }) : totp({ secret });
};

const anyEditor: fc.Arbitrary<Editor> = fc.oneof(
  fc.tuple(anyId, fc.option(anyId, { nil: undefined })).map(
    ([id, replaces]): Editor =>
      (document, now) => {
        if (document.accounts.some((each) => each.id === id)) return undefined;
        const credential = credentialOf(id, numberedSecret(IDS.indexOf(id)));
        const added = { ...newAccount(), credential, proof: 'unverified' as const, replaces };
        return addAccount(added, id)(document, now);
      },
  ),
  fc
    .tuple(anyId, fc.constantFrom('GitHub', 'Contoso'))
    .map(([id, issuer]) => renameAccount(id, { issuer, account: 'alex', organisation: '' })),
  fc.tuple(anyIds, fc.boolean()).map(([ids, pinned]) => pinAccounts(ids, pinned)),
  fc
    .tuple(anyIds, fc.option(anyId, { nil: null }))
    .map(([ids, before]) => moveAccounts(ids, before)),
  anyIds.map(deleteAccounts),
  fc
    .tuple(anyIds, fc.option(fc.constantFrom(...GROUP_IDS), { nil: null }))
    .map(([ids, group]) => setGroup(ids, group)),
  fc.tuple(anyId, fc.constantFrom(IMAGE, null)).map(([id, image]) => setImage(id, image)),
  anyGroupEditor,
  anyId.map(restoreAccount),
  fc
    .tuple(anyId, fc.constantFrom('https://a.example', 'https://b.example'))
    .map(([id, origin]) => bindOrigin(id, origin)),
  fc
    .tuple(anyId, fc.constantFrom('https://a.example', 'https://b.example'))
    .map(([id, origin]) => unbindOrigin(id, origin)),
  fc
    .tuple(anyId, fc.constantFrom(...FILL_MODES), fc.boolean(), fc.boolean())
    .map(([id, mode, submits, insteadOfPush]) => setFilling(id, { mode, submits, insteadOfPush })),
  fc
    .tuple(anyId, fc.constantFrom(...ACCOUNT_KINDS), fc.constantFrom('', 'Phone'))
    .map(([id, kind, elsewhere]) => describeAccount(id, { kind, elsewhere })),
);

const anyProof = anyId.map(verifyAccount);

const anyRefusal = fc
  .tuple(anyId, fc.nat())
  .map(([id, at]) => rememberRefusal(id, { at, kind: 'not-me', origin: 'https://a.example' }));

const anyCounting = anyId.map(advanceCounter);

/** Accounts to begin with, whatever was done to them. */
const anyDocument = fc
  .array(fc.oneof(anyEditor, anyCounting, anyProof), { maxLength: 25 })
  .map((editors) => editors.reduce((document, editor) => edited(document, editor), EMPTY_DOCUMENT));

describe('undo, whatever was done before', () => {
  it('gives back the accounts as they were, but for counters; added ones are in the bin', () => {
    fc.assert(
      fc.property(anyDocument, anyEditor, fc.array(anyCounting), (before, editor, counting) => {
        const after = edited(before, editor);
        fc.pre(after !== before);
        const used = counting.reduce((document, each) => edited(document, each), after);
        const back = edited(used, undo, NOW + 1).accounts;

        const known = new Set(before.accounts.map(({ id }) => id));
        const [old, added] = [
          back.filter(({ id }) => known.has(id)),
          back.filter(({ id }) => !known.has(id)),
        ];
        expect(old.map(still)).toEqual(before.accounts.map(still));
        expect(added).toEqual(
          used.accounts
            .filter(({ id }) => !known.has(id))
            .map((account) => ({ ...account, deletedAt: NOW + 1 })),
        );
        for (const account of back) {
          const current = used.accounts.find(({ id }) => id === account.id);
          expect([account.id, counterOf(account)]).toEqual([
            account.id,
            current && counterOf(current),
          ]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives back the groups as they were, and no account is in one that there is not', () => {
    fc.assert(
      fc.property(anyDocument, anyEditor, (before, editor) => {
        const after = edited(before, editor);
        fc.pre(after !== before);
        const back = edited(after, undo, NOW + 1);
        expect(back.groups).toEqual(before.groups);
        expect(edited(back, undo, NOW + 2).groups).toEqual(after.groups);
        for (const { accounts, groups } of [after, back]) {
          const known = new Set(groups.map(({ id }) => id));
          expect(accounts.filter(({ group }) => group && !known.has(group))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('leaves an account verified that was so since, and in the bin what that one finished', () => {
    fc.assert(
      fc.property(anyDocument, anyEditor, fc.nat(), (before, editor, number) => {
        const after = edited(before, editor);
        const live = liveAccounts(after).filter(({ proof }) => proof === 'unverified');
        const id = live[number % live.length]?.id;
        fc.pre(after !== before && id !== undefined);
        const proven = edited(after, verifyAccount(id), NOW + 1);
        const liveIn = ({ accounts }: VaultDocument, each: string) =>
          accounts.some((account) => account.id === each && account.deletedAt === undefined);
        const back = edited(proven, undo, NOW + 2).accounts;
        const expected = back.map((account): Account => {
          const earlier = before.accounts.find((each) => each.id === account.id) ?? account;
          const isFinished = liveIn(after, account.id) && !liveIn(proven, account.id);
          return {
            ...earlier,
            ...(account.id === id ? { proof: 'verified', replaces: undefined } : {}),
            ...(isFinished ? { deletedAt: NOW } : {}),
          };
        });
        expect(back.map(still)).toEqual(expected.map(still));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps what the user has refused since', () => {
    const historyOf = ({ accounts }: VaultDocument) =>
      accounts.map(({ id, history }) => [id, history]).toSorted();
    fc.assert(
      fc.property(anyDocument, anyEditor, fc.array(anyRefusal), (before, editor, refusals) => {
        const after = edited(before, editor);
        fc.pre(after !== before);
        const refused = refusals.reduce((document, each) => edited(document, each), after);
        expect(refused.undo?.change).toEqual(after.undo?.change);
        const back = edited(refused, undo, NOW + 1);
        expect(historyOf(back)).toEqual(historyOf(refused));
        expect(historyOf(edited(back, undo, NOW + 2))).toEqual(historyOf(refused));
      }),
      { numRuns: 200 },
    );
  });

  it('undone itself gives the accounts as they were before it', () => {
    fc.assert(
      fc.property(anyDocument, anyEditor, (before, editor) => {
        const after = edited(before, editor);
        fc.pre(after !== before);
        const again = edited(edited(after, undo, NOW + 1), undo, NOW + 2);
        expect(again.accounts.map(still)).toEqual(after.accounts.map(still));
      }),
      { numRuns: 300 },
    );
  });

  it('loses no account, nor doubles one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(anyEditor, anyCounting, anyProof, anyRefusal, fc.constant(undo))),
        (editors) => {
          let ids = new Set<string>();
          let document: VaultDocument = EMPTY_DOCUMENT;
          for (const editor of editors) {
            document = edited(document, editor);
            const now = new Set(document.accounts.map(({ id }) => id));
            expect(now.size).toBe(document.accounts.length);
            expect([...ids].filter((id) => !now.has(id))).toEqual([]);
            ids = now;
          }
        },
      ),
    );
  });
});

describe('undone', () => {
  it('lets accounts that came since keep their order, at the end', () => {
    const [a, b, c, d] = IDS.map((id, index) => ({
      ...newAccount(numberedSecret(index)),
      id,
      createdAt: NOW,
      origins: [],
      tenant: newAccount().tenant ?? '',
    }));
    if (!(a && b && c && d)) throw new Error('four accounts');
    const change = { kind: 'account-moved', label: '' } as const;
    const taken = { change, accounts: [], added: [], order: [a.id, b.id] };
    expect(undone([d, b, c, a], taken, NOW)).toEqual([a, b, d, c]);
  });
});

describe('the vault', () => {
  let machine: Machine;

  beforeEach(() => {
    machine = newMachine();
  });

  it('has nothing to undo at first', async () => {
    const vault = await newOpenVault(machine);
    expect(await vault.status()).not.toHaveProperty('undo');
    await expect(vault.undo()).rejects.toMatchObject(fault('nothing-to-undo'));
  });

  it('undoes the last change after a restart of the worker, and says which', async () => {
    const vault = await newOpenVault(machine);
    const { account } = await vault.add(newAccount());
    await vault.change(pinAccounts([account.id], true));
    const next = machine.startWorker();
    const label = 'Contoso · alex@contoso.example';
    expect(await next.status()).toMatchObject({ undo: { kind: 'account-pinned', label } });
    await next.undo();
    expect((await next.document()).accounts).toEqual([account]);
    expect(await next.status()).toMatchObject({ undo: { kind: 'undone', label } });
  });

  it('keeps the undo over what is no change of the accounts', async () => {
    const vault = await newOpenVault(machine);
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    await vault.setSettings({ clockOffsetSeconds: 5 });
    await vault.changeKey();
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([account]);
    expect((await vault.document()).settings.clockOffsetSeconds).toBe(5);
  });

  it('forgets the undo with the recycle bin', async () => {
    const vault = await newOpenVault(machine);
    const { account } = await vault.add(newAccount());
    await vault.change(deleteAccounts([account.id]));
    await vault.change(emptyBin, { fresh: true });
    expect(await vault.status()).not.toHaveProperty('undo');
    await expect(vault.undo()).rejects.toMatchObject(fault('nothing-to-undo'));
    expect(JSON.stringify(await vault.document())).not.toContain(account.credential.secret);
  });

  it('is locked: nothing is undone', async () => {
    const vault = await newOpenVault(machine);
    await vault.add(newAccount());
    await vault.lock();
    await expect(vault.undo()).rejects.toMatchObject(fault('locked'));
  });
});

it('what goes back to the recycle bin has its 30 days there from then on', async () => {
  const machine = newMachine();
  const vault = await newOpenVault(machine);
  const { account } = await vault.add(newAccount());
  await vault.change(deleteAccounts([account.id]));
  machine.clock.advance(29 * 86_400_000);
  await vault.open(PASSKEY);
  await vault.change(restoreAccount(account.id));
  machine.clock.advance(2 * 86_400_000);
  await vault.open(PASSKEY);
  await vault.undo();
  const before = await vault.document();
  expect(binnedAccounts(before, machine.clock.now()).map(({ id }) => id)).toEqual([account.id]);
  await vault.undo();
  expect((await vault.document()).accounts).toEqual([account]);
});
