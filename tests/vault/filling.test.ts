import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Account, Refusal } from '../../src/vault/account.ts';
import { deleteAccounts, renameAccount } from '../../src/vault/accounts.ts';
import type { VaultDocument } from '../../src/vault/document.ts';
import { bindOrigin } from '../../src/vault/facts.ts';
import { FILL_MODES, fillModeOf } from '../../src/vault/fill-mode.ts';
import {
  type Filling,
  rememberRefusal,
  setFilling,
  stopsAsking,
  unbindOrigin,
} from '../../src/vault/filling.ts';
import { hotp, totp } from '../otp/credentials.ts';
import { fault, newAccount } from './builders.ts';
import { EMPTY_DOCUMENT } from './empty-document.ts';
import { newMachine, newOpenVault, RECOVERY_CODE } from './in-memory.ts';

const NOW = 1_700_000_000_000;
const ID = '00000000-0000-4000-8000-000000000001';
const OTHER_ID = '00000000-0000-4000-8000-000000000002';
const BINNED_ID = '00000000-0000-4000-8000-000000000003';
const LABEL = 'Contoso · alex@contoso.example';

const LOGIN = 'https://login.microsoftonline.com';
const BANK = 'https://bank.example:8443';

const account: Account = {
  ...{ id: ID, credential: totp(), kind: 'work', createdAt: NOW, origins: [LOGIN, BANK] },
};
const other: Account = { ...account, id: OTHER_ID };
const binned: Account = { ...account, id: BINNED_ID, deletedAt: NOW };

const documentWith = (changes: Partial<Account> = {}): VaultDocument => ({
  ...EMPTY_DOCUMENT,
  accounts: [other, { ...account, ...changes }, binned],
});

const AUTOMATIC: Filling = { mode: 'automatic', submits: false, insteadOfPush: false };

const set = (filling: Partial<Filling>, before = documentWith()) =>
  setFilling(ID, { ...AUTOMATIC, ...filling })(before, NOW);

const refusal = (at: number): Refusal => ({ at, kind: 'not-me', origin: LOGIN });
const refuse = (at: number, before: VaultDocument) =>
  rememberRefusal(ID, refusal(at))(before, NOW)?.document ?? before;

it.each([
  ['unknown', '00000000-0000-4000-8000-000000000009'],
  ['in the recycle bin', BINNED_ID],
])('nothing is set, let go or noted of an account that is %s', (_, id) => {
  const editors = [
    setFilling(id, AUTOMATIC),
    unbindOrigin(id, LOGIN),
    rememberRefusal(id, refusal(0)),
  ];
  for (const editor of editors) {
    expect(() => editor(documentWith(), NOW)).toThrow(
      expect.objectContaining(fault('unknown-account')),
    );
  }
});

describe('how codes are filled in', () => {
  it.each<[Partial<Filling>, Partial<Account>]>([
    [{ mode: 'ask' }, { mode: 'ask' }],
    [{ mode: 'manual' }, { mode: 'manual' }],
    [{ submits: true }, { submits: true }],
    [{ insteadOfPush: true }, { insteadOfPush: true }],
  ])('%j is set for this account alone', (filling, expected) => {
    expect(set(filling)).toEqual({
      document: documentWith(expected),
      change: { kind: 'account-filling-set', label: LABEL },
    });
  });

  it('is taken off without a trace', () => {
    const before = documentWith({ mode: 'manual', submits: true, insteadOfPush: true });
    const after = set({ mode: 'manual' }, before)?.document.accounts[1];
    expect(after).toEqual({ ...account, mode: 'manual' });
    expect(Object.keys(after ?? {})).not.toContain('submits');
    expect(Object.keys(after ?? {})).not.toContain('insteadOfPush');
  });

  it('is not chosen by who leaves the mode as it is: by default it goes on', () => {
    const before = documentWith({ origins: [] });
    const after = set({ mode: 'manual', submits: true }, before)?.document ?? before;
    expect(after.accounts[1]).toEqual({ ...account, origins: [], submits: true });
    const bound = bindOrigin(ID, LOGIN)(after, NOW)?.document.accounts[1] ?? account;
    expect(fillModeOf(bound)).toBe('automatic');
  });

  const anyFilling = fc.record({
    mode: fc.constantFrom(...FILL_MODES),
    submits: fc.boolean(),
    insteadOfPush: fc.boolean(),
  });
  const anyAccount = fc.constantFrom<Partial<Account>>(
    {},
    { origins: [] },
    { credential: hotp() },
    { mode: 'ask' },
  );

  it('is what was set last, whatever it was before; set twice, it changes nothing', () => {
    fc.assert(
      fc.property(anyAccount, anyFilling, anyFilling, (changes, first, second) => {
        const before = set(first, documentWith(changes))?.document ?? documentWith(changes);
        const after = set(second, before)?.document ?? before;
        const [, filled = account] = after.accounts;
        expect({
          mode: fillModeOf(filled),
          submits: filled.submits ?? false,
          insteadOfPush: filled.insteadOfPush ?? false,
        }).toEqual(second);
        expect(set(second, after)).toBeUndefined();
      }),
    );
  });

  it('can be taken back, and is sealed', async () => {
    const machine = newMachine();
    const vault = await newOpenVault(machine);
    const added = (await vault.add(newAccount())).account;
    await vault.change(setFilling(added.id, { ...AUTOMATIC, mode: 'manual', submits: true }));
    const next = machine.startWorker();
    expect((await next.document()).accounts).toEqual([{ ...added, mode: 'manual', submits: true }]);
    await next.undo();
    expect((await next.document()).accounts).toEqual([added]);
  });
});

describe('an account that asks', () => {
  const ask = documentWith({ mode: 'ask' });

  it.each([
    [false, 'ask', ask],
    [true, 'automatic', ask],
    [true, 'manual', ask],
    [false, 'automatic', documentWith()],
    [false, 'automatic', documentWith({ mode: 'manual' })],
    [false, 'ask', documentWith()],
  ] as const)('stops asking: %s, where it is to be %s', (stops, mode, document) => {
    expect(stopsAsking(document, [{ id: ID, mode }])).toBe(stops);
    expect(stopsAsking(document, [{ id: OTHER_ID, mode }])).toBe(false);
  });

  it('stops where it is as it was by default', () => {
    expect(stopsAsking(ask, [account])).toBe(true);
    expect(stopsAsking(ask, [])).toBe(false);
  });

  it('goes on asking until the user has shown that it is him, also where that is undone', async () => {
    const machine = newMachine();
    const vault = await newOpenVault(machine);
    const { id } = (await vault.add(newAccount())).account;
    await vault.change(setFilling(id, { ...AUTOMATIC, mode: 'ask' }));
    const modeNow = async () => (await vault.document()).accounts.map(fillModeOf);
    machine.clock.advance(60_001);
    await expect(vault.undo()).rejects.toMatchObject(fault('verification-needed'));
    expect(await modeNow()).toEqual(['ask']);
    await vault.verify({ recoveryCode: RECOVERY_CODE });
    await vault.undo();
    expect(await modeNow()).toEqual(['automatic']);
    // To have it ask again wants nothing.
    machine.clock.advance(60_001);
    await vault.undo();
    expect(await modeNow()).toEqual(['ask']);
  });

  it('does not keep another change from being undone', async () => {
    const machine = newMachine();
    const vault = await newOpenVault(machine);
    const { id } = (await vault.add(newAccount())).account;
    await vault.change(setFilling(id, { ...AUTOMATIC, mode: 'ask' }));
    await vault.change(renameAccount(id, { issuer: 'a', account: 'b', organisation: '' }));
    machine.clock.advance(60_001);
    await vault.undo();
    expect((await vault.document()).accounts).toMatchObject([{ credential: totp(), mode: 'ask' }]);
  });
});

describe('a site that is let go', () => {
  it('is gone from this account alone', () => {
    const before = documentWith();
    expect(unbindOrigin(ID, LOGIN)(before, NOW)).toEqual({
      document: documentWith({ origins: [BANK] }),
      change: { kind: 'account-unbound', label: LABEL },
    });
    // Accounts that were unpacked share one list.
    expect(before.accounts.map(({ origins }) => origins.length)).toEqual([2, 2, 2]);
  });

  it.each(['https://bank.example', `${BANK}/`, LOGIN.toUpperCase(), ''])(
    'is exactly that one: %j is none',
    (origin) => {
      expect(unbindOrigin(ID, origin)(documentWith(), NOW)).toBeUndefined();
    },
  );

  it('leaves the one on another port', () => {
    const before = documentWith({ origins: [BANK, 'https://bank.example', LOGIN] });
    const after = unbindOrigin(ID, 'https://bank.example')(before, NOW)?.document;
    expect(after).toEqual(documentWith({ origins: [BANK, LOGIN] }));
  });

  it('can be taken back', async () => {
    const vault = await newOpenVault(newMachine());
    const added = (await vault.add(newAccount())).account;
    await vault.change(unbindOrigin(added.id, LOGIN));
    expect((await vault.document()).accounts).toEqual([{ ...added, origins: [] }]);
    expect(await vault.status()).toMatchObject({ undo: { kind: 'account-unbound', label: LABEL } });
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([added]);
  });
});

describe('a refusal', () => {
  it('is noted of this account alone, behind those before', () => {
    const once = refuse(1, documentWith());
    expect(once).toEqual(documentWith({ history: [refusal(1)] }));
    expect(rememberRefusal(ID, refusal(2))(once, NOW)).toEqual({
      document: documentWith({ history: [refusal(1), refusal(2)] }),
      change: { kind: 'account-refusal-noted', label: LABEL },
    });
  });

  it('is kept as long as it is among the newest 20', () => {
    let document = documentWith();
    for (let at = 1; at <= 25; at += 1) document = refuse(at, document);
    const times = document.accounts[1]?.history?.map(({ at }) => at);
    expect(times).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });

  it('is no change to undo, and stays where another one is undone', async () => {
    const vault = await newOpenVault(newMachine());
    const added = (await vault.add(newAccount())).account;
    const noted = { ...added, history: [refusal(1)] };
    await vault.change(setFilling(added.id, { ...AUTOMATIC, submits: true }));
    await vault.change(rememberRefusal(added.id, refusal(1)));
    expect(await vault.status()).toMatchObject({ undo: { kind: 'account-filling-set' } });
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([noted]);
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([{ ...noted, submits: true }]);
  });

  it('stays where the account comes back from the recycle bin by undo', async () => {
    const vault = await newOpenVault(newMachine());
    const added = (await vault.add(newAccount())).account;
    await vault.change(rememberRefusal(added.id, refusal(1)));
    await vault.change(deleteAccounts([added.id]));
    await vault.undo();
    expect((await vault.document()).accounts).toEqual([{ ...added, history: [refusal(1)] }]);
  });
});
