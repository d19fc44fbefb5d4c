import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { Intake } from '../../src/enrolment/intake.ts';
import type { TypedAccount } from '../../src/enrolment/typed-account.ts';
import type { Credential } from '../../src/otp/credential.ts';
import { liveAccounts } from '../../src/vault/accounts.ts';
import type { KeyValueStorage } from '../../src/vault/key-value-storage.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { formatUri, RFC_SECRET, totp } from '../otp/credentials.ts';
import { transferUri } from '../otp/transfers.ts';
import { type Machine, newMachine, newOpenVault, PASSKEY } from '../vault/in-memory.ts';

const PAGE = 'b0d3a2f4-5c1e-4c0b-9a77-0d6a3f0c9e11';
const OTHER_PAGE = '7f1c2e58-93ab-4d26-8b1f-5e60c1d7a942';
const KEY = `enrolment.intake.${PAGE}`;
/** Milliseconds: so many vaults are made in one test. */
const EVERY_MOMENT = { timeout: 60_000 };
const OTHER_SECRET = 'MZXW6YTBOI';
const THIRD_SECRET = 'NBSWY3DPEB3W64TMMQ';
const URI = formatUri(totp());
const OTHER_URI = formatUri(totp({ secret: OTHER_SECRET, account: 'other' }));
const WEB = 'https://contoso.example/';
const TYPED: TypedAccount = {
  type: 'totp',
  issuer: 'Contoso',
  account: 'alex',
  secret: 'mzxw 6ytb oi',
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
  counter: 0,
};

const idOf = ({ type, secret }: Pick<Credential, 'type' | 'secret'>): string =>
  createHash('sha256').update(`${type}:${secret}`).digest('base64');
const FINDING = idOf(totp());
const OTHER_FINDING = idOf(totp({ secret: OTHER_SECRET }));

let machine: Machine;
let vault: Vault;
let intake: Intake;

beforeEach(async () => {
  machine = newMachine();
  vault = await newOpenVault(machine);
  intake = new Intake(machine.storage, vault);
});

const accounts = async () => (await vault.document()).accounts;
const stored = async () => (await machine.storage.get(KEY))[KEY];
const transferOf = (secrets: readonly string[]) =>
  secrets.map((secret, index) => transferUri([totp({ secret })], { size: secrets.length, index }));
const accountsOf = ({ findings }: Awaited<ReturnType<Intake['get']>>) =>
  findings.flatMap((each) => (each.kind === 'account' ? [each.id] : []));

describe('what is handed in', () => {
  it('is shown, without its secret, and nothing of it is in the vault', async () => {
    const shown = await intake.read(PAGE, [WEB, URI], false);
    expect(shown).toMatchObject({
      findings: [
        { kind: 'account', id: FINDING, state: 'new', accountKind: 'other' },
        { kind: 'web', address: WEB },
      ],
    });
    expect(await intake.get(PAGE)).toEqual(shown);
    expect(JSON.stringify(shown).includes(RFC_SECRET)).toBe(false);
    expect(await accounts()).toEqual([]);
  });

  it('is nothing at first', async () => {
    expect(await intake.get(PAGE)).toEqual({ findings: [] });
  });

  it('takes the place of what was there before', async () => {
    await intake.read(PAGE, [URI], false);
    expect(accountsOf(await intake.read(PAGE, [OTHER_URI], false))).toEqual([OTHER_FINDING]);
    expect(await intake.read(PAGE, [], false)).toEqual({ findings: [] });
  });

  it('or comes in front of it, each thing once', async () => {
    await intake.read(PAGE, [URI, WEB], false);
    const { findings } = await intake.read(PAGE, [OTHER_URI, URI, WEB], true);
    expect(findings.map((each) => (each.kind === 'account' ? each.id : each.kind))).toEqual([
      OTHER_FINDING,
      FINDING,
      'web',
    ]);
    expect(await intake.read(PAGE, [], true)).toEqual({ findings });
  });

  it('counts as it was read first, whatever a later code makes of its secret', async () => {
    await intake.read(PAGE, [URI], false);
    const renamed = formatUri(totp({ account: 'mallory', digits: 8 }));
    expect(await intake.read(PAGE, [renamed], true)).toMatchObject({
      findings: [{ account: 'alex@contoso.example', digits: 6 }],
    });
  });

  it('adds up where it is the codes of a transfer, in whatever order, kept or not', async () => {
    const [first = '', second = '', third = ''] = transferOf([
      RFC_SECRET,
      OTHER_SECRET,
      THIRD_SECRET,
    ]);
    expect(await intake.read(PAGE, [third], false)).toMatchObject({ transfer: { read: 1, of: 3 } });
    // Another text says nothing of the transfer.
    expect(await intake.read(PAGE, [WEB], false)).toMatchObject({
      findings: [{ kind: 'web' }],
      transfer: { read: 1, of: 3 },
    });
    await intake.read(PAGE, [first], true);
    const shown = await intake.read(PAGE, [second], false);
    expect(shown).toMatchObject({ transfer: { read: 3, of: 3 } });
    expect(accountsOf(shown)).toHaveLength(3);
  });

  it('may be typed, and beside it stays what was there', async () => {
    const [part = ''] = transferOf([RFC_SECRET, THIRD_SECRET]);
    await intake.read(PAGE, [part], false);
    expect(await intake.type(PAGE, TYPED)).toMatchObject({
      findings: [{ id: OTHER_FINDING, issuer: 'Contoso', account: 'alex' }, { id: FINDING }],
      transfer: { read: 1, of: 2 },
    });
    // Mended.
    expect(await intake.type(PAGE, { ...TYPED, digits: 8 })).toMatchObject({
      findings: [{ id: OTHER_FINDING, digits: 8 }, { id: FINDING }],
    });
    await expect(intake.type(PAGE, { ...TYPED, digits: 5 })).rejects.toMatchObject({
      code: 'invalid',
      field: 'digits',
    });
    // What is wrong changes nothing.
    expect(accountsOf(await intake.get(PAGE))).toEqual([OTHER_FINDING, FINDING]);
  });

  it('on one page neither shows on another one nor is disturbed by what happens there', async () => {
    const [part = '', rest = ''] = transferOf([RFC_SECRET, THIRD_SECRET]);
    const shown = await intake.read(PAGE, [part, OTHER_URI], false);
    expect(await intake.get(OTHER_PAGE)).toEqual({ findings: [] });
    await expect(intake.add(OTHER_PAGE, [{ findingId: OTHER_FINDING }])).rejects.toMatchObject({
      code: 'nothing-to-add',
    });
    expect(await intake.read(OTHER_PAGE, [rest], false)).toMatchObject({ transfer: { read: 1 } });
    await intake.read(OTHER_PAGE, [WEB], false);
    await intake.type(OTHER_PAGE, { ...TYPED, secret: 'MZXW6' });
    await intake.clear(OTHER_PAGE);
    expect(await intake.get(PAGE)).toEqual(shown);
  });

  it('outlives the worker', async () => {
    await intake.read(PAGE, [URI], false);
    vault = machine.startWorker();
    intake = new Intake(machine.storage, vault);
    expect(accountsOf(await intake.get(PAGE))).toEqual([FINDING]);
  });

  it('is told apart from what the vault has', async () => {
    await intake.read(PAGE, [URI], false);
    await intake.add(PAGE, [{ findingId: FINDING }]);
    expect(await intake.read(PAGE, [URI, OTHER_URI], false)).toMatchObject({
      findings: [{ state: 'known' }, { state: 'new' }],
    });
  });

  it('goes where it is put away', async () => {
    await intake.read(PAGE, [URI, ...transferOf([RFC_SECRET, OTHER_SECRET])], false);
    await intake.clear(PAGE);
    expect(await stored()).toBeUndefined();
    expect(await intake.get(PAGE)).toEqual({ findings: [] });
  });

  it('and is damaged, is nothing', async () => {
    await machine.storage.set({ [KEY]: { findings: [{ kind: 'account', id: 'x' }] } });
    expect(await intake.get(PAGE)).toEqual({ findings: [] });
  });
});

describe('adding', () => {
  it('adds what was confirmed, bound to no site, and nothing else', async () => {
    await intake.read(PAGE, [URI, OTHER_URI, WEB], false);
    const names = { issuer: 'Shop', account: 'a', organisation: '' };
    const added = await intake.add(PAGE, [{ findingId: OTHER_FINDING, names, kind: 'work' }]);
    const [account, ...others] = await accounts();
    expect(others).toEqual([]);
    expect(account).toMatchObject({
      credential: totp({ secret: OTHER_SECRET, issuer: 'Shop', account: 'a', prefix: 'Shop' }),
      kind: 'work',
      origins: [],
    });
    expect(account).not.toHaveProperty('tenant');
    expect(account).not.toHaveProperty('proof');
    expect(added).toEqual([{ account, isNew: true, restored: false }]);
    const left = await intake.get(PAGE);
    expect(accountsOf(left)).toEqual([FINDING]);
    expect(left.findings).toHaveLength(2);
  });

  it('adds several in one change, which one undo takes back', async () => {
    await intake.read(PAGE, [URI, OTHER_URI], false);
    const added = await intake.add(PAGE, [{ findingId: FINDING }, { findingId: OTHER_FINDING }]);
    expect(added.map(({ isNew }) => isNew)).toEqual([true, true]);
    expect(await accounts()).toMatchObject([{ kind: 'other' }, { kind: 'other' }]);
    await vault.undo();
    expect(liveAccounts(await vault.document())).toEqual([]);
  });

  it('adds one that is confirmed twice once, and says what was there', async () => {
    await intake.read(PAGE, [URI], false);
    const added = await intake.add(PAGE, [{ findingId: FINDING }, { findingId: FINDING }]);
    expect(added.map(({ isNew }) => isNew)).toEqual([true, false]);
    await expect(intake.add(PAGE, [{ findingId: FINDING }])).rejects.toMatchObject({
      code: 'nothing-to-add',
    });
    expect(await accounts()).toHaveLength(1);
  });

  it('adds nothing where one of them is not there, and keeps the others', async () => {
    await intake.read(PAGE, [URI, WEB], false);
    for (const findingId of [OTHER_FINDING, '', JSON.stringify({ kind: 'web', address: WEB })]) {
      await expect(intake.add(PAGE, [{ findingId: FINDING }, { findingId }])).rejects.toMatchObject(
        {
          name: 'Fault',
          code: 'nothing-to-add',
          field: 'findingId',
        },
      );
    }
    expect(await accounts()).toEqual([]);
    expect(accountsOf(await intake.get(PAGE))).toEqual([FINDING]);
  });

  it('at the same time as something else is handed in, adds what was confirmed', async () => {
    await intake.read(PAGE, [URI], false);
    const [added, shown] = await Promise.all([
      intake.add(PAGE, [{ findingId: FINDING }]),
      intake.read(PAGE, [OTHER_URI], true),
    ]);
    expect(added).toHaveLength(1);
    expect(accountsOf(shown)).toEqual([OTHER_FINDING]);
    const replaced = intake.read(PAGE, [WEB], false);
    await expect(intake.add(PAGE, [{ findingId: OTHER_FINDING }])).rejects.toMatchObject({
      code: 'nothing-to-add',
    });
    await replaced;
  });
});

describe('while the vault is locked', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['get', () => intake.get(PAGE)],
    ['read', () => intake.read(PAGE, [OTHER_URI], false)],
    ['type', () => intake.type(PAGE, TYPED)],
    ['add', () => intake.add(PAGE, [{ findingId: FINDING }])],
  ])('%s is refused, and keeps nothing', async (_, act) => {
    await vault.lock();
    await expect(act()).rejects.toMatchObject({ code: 'locked' });
    expect(await stored()).toBeUndefined();
  });

  it('it can be put away', async () => {
    await intake.read(PAGE, [URI], false);
    await vault.lock();
    await intake.clear(PAGE);
    expect(await stored()).toBeUndefined();
  });
});

describe('when the vault is locked', () => {
  /** A browser that takes its time. */
  function slowStorage(): KeyValueStorage {
    const pause = async () => {
      for (let turn = 0; turn < 4; turn += 1) await new Promise(setImmediate);
    };
    return {
      get: (key) => pause().then(() => machine.storage.get(key)),
      set: (items) => pause().then(() => machine.storage.set(items)),
      remove: (key) => pause().then(() => machine.storage.remove(key)),
    };
  }

  it('nothing stays in memory, and all else does', async () => {
    await machine.storage.set({ 'approvals.releases': {} });
    await intake.read(PAGE, [URI, ...transferOf([OTHER_SECRET, THIRD_SECRET])], false);
    await intake.read(OTHER_PAGE, [OTHER_URI], false);
    await vault.lock();
    await intake.locked();
    expect(await machine.storage.get(null)).toEqual({ 'approvals.releases': {} });
    await vault.open(PASSKEY);
    expect(await intake.get(PAGE)).toEqual({ findings: [] });
  });

  it.each(['read', 'type', 'add'])(
    'at any moment of %s, nothing stays and nothing is lost',
    EVERY_MOMENT,
    async (act) => {
      const outcomes = new Set<string>();
      for (let pause = 0; pause <= 40; pause += 1) {
        machine = newMachine();
        vault = await newOpenVault(machine);
        intake = new Intake(slowStorage(), vault);
        await intake.read(PAGE, [URI, OTHER_URI], false);
        const acts = {
          read: () => intake.read(PAGE, [OTHER_URI], true),
          type: () => intake.type(PAGE, TYPED),
          add: () => intake.add(PAGE, [{ findingId: FINDING }]),
        };
        const acting = acts[act as keyof typeof acts]().then(
          () => 'done',
          (error: { code: string }) => error.code,
        );
        for (let turn = 0; turn < pause; turn += 1) await new Promise(setImmediate);
        await vault.lock();
        await intake.locked();
        const outcome = await acting;
        outcomes.add(outcome);
        expect([pause, await stored()]).toEqual([pause, undefined]);
        await vault.open(PASSKEY);
        const expected = act === 'add' && outcome === 'done' ? 1 : 0;
        expect([pause, outcome, (await accounts()).length]).toEqual([pause, outcome, expected]);
      }
      expect([...outcomes].sort()).toEqual(['done', 'locked']);
    },
  );
});
