import { beforeEach, describe, expect, it } from 'vitest';
import { Glance } from '../../src/glance/glance.ts';
import {
  FIRST_ROWS,
  GLANCE,
  GLANCE_KEYS,
  type StoredCodes,
  slotAt,
  slotStart,
} from '../../src/glance/stored.ts';
import type { FirstScreen } from '../../src/messages/handlers/popup.ts';
import { codeAtStep, timeStep } from '../../src/otp/code.ts';
import { currentCode } from '../../src/ui/popup/codes.ts';
import { readGlance } from '../../src/ui/popup/read-glance.ts';
import type { Account } from '../../src/vault/account.ts';
import { deleteAccounts, liveAccounts, moveAccounts } from '../../src/vault/accounts.ts';
import { documentIfOpen } from '../../src/vault/document-if-open.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { hotp, totp } from '../otp/credentials.ts';
import { newAccount, numberedSecret } from '../vault/builders.ts';
import { type Machine, newMachine, newOpenVault } from '../vault/in-memory.ts';

const TAB = { id: 7 };
const MINUTE = 60_000;
/** As many as the popup asks for at first, so that some have no code kept. */
const ACCOUNTS = FIRST_ROWS + 3;
/** Whatever the lengths of the half minutes: an odd one, one that is shorter than they are, and a long one. */
const PERIODS = [30, 60, 45, 10, 30, 120, 30];

let machine: Machine;
let vault: Vault;
let glance: Glance;
/** Milliseconds since 1970; null: with the browser. */
let deadline: number | null;
let isLocked: boolean;
let status: object;
let screenChanges: Partial<FirstScreen>;
let isAsking: boolean;
/** Holds up what is written, where it is set. */
let beforeWrite: (() => Promise<void>) | undefined;
/** In the order in which the storage was asked. */
let calls: string[];

beforeEach(async () => {
  machine = newMachine();
  vault = await newOpenVault(machine);
  await vault.addAll(
    Array.from({ length: ACCOUNTS }, (_, index) => ({
      ...newAccount(),
      origins: ['https://bank.example'],
      credential: totp({ secret: numberedSecret(index), period: PERIODS[index] ?? 30 }),
    })),
  );
  deadline = machine.clock.now() + 15 * MINUTE;
  isLocked = false;
  status = { state: 'open', damaged: [], persistent: true };
  screenChanges = {};
  isAsking = false;
  beforeWrite = undefined;
  calls = [];
  glance = newGlance();
});

/** Of another start of the worker, too. */
function newGlance(): Glance {
  const { storage, clock } = machine;
  return new Glance({
    storage: {
      get: (key) => storage.get(key),
      set: async (items) => {
        await beforeWrite?.();
        calls.push('set');
        await storage.set(items);
      },
      remove: async (keys) => {
        calls.push(`remove ${[keys].flat().length}`);
        await storage.remove(keys);
      },
    },
    vault,
    now: clock.now,
    deadline: async () => (isLocked ? undefined : deadline),
    status: async () => status as never,
    screen: async () => {
      const document = isLocked ? undefined : await documentIfOpen(vault);
      if (!document) return undefined;
      const accounts = liveAccounts(document);
      return {
        total: accounts.length,
        accounts: accounts.map(({ id }) => ({ id })) as never,
        unverified: [],
        groups: [],
        hideCodes: false,
        ...screenChanges,
      };
    },
    isAsking: async () => isAsking,
  });
}

async function kept(): Promise<Readonly<Record<string, unknown>>> {
  const all = await machine.storage.get(null);
  return Object.fromEntries(Object.entries(all).filter(([key]) => key.startsWith('popup.')));
}

const read = async (now = machine.clock.now()) => readGlance(await kept(), TAB, now);

async function idsWithCodes(): Promise<string[]> {
  const slots = Object.entries(await kept()).filter(([key]) => key !== GLANCE);
  const ids = slots.flatMap(([, slot]) => (slot as StoredCodes).codes.map(({ id }) => id));
  return [...new Set(ids)];
}

const live = async () => liveAccounts(await vault.document());
const firstIds = async () => (await live()).slice(0, FIRST_ROWS).map(({ id }) => id);

/** What an authenticator shows at that moment. */
function rightCode({ credential }: Account, now: number): string {
  const period = credential.type === 'hotp' ? Number.NaN : credential.period;
  return codeAtStep(credential, timeStep(period, now / 1000));
}

it('shows at every moment the code of that moment, or none', async () => {
  await glance.keep();
  const start = machine.clock.now();
  const accounts = (await live()).slice(0, FIRST_ROWS);
  let shown = 0;
  for (let now = start; now < start + 16 * MINUTE; now += 3501) {
    const { codes = [] } = (await read(now)) ?? {};
    for (const account of accounts) {
      const answer = codes.find(({ id }) => id === account.id);
      const period = account.credential.type === 'hotp' ? Number.NaN : account.credential.period;
      const current = currentCode(answer, period, now);
      if (!current) continue;
      shown += 1;
      expect([now - start, current.code]).toEqual([now - start, rightCode(account, now)]);
    }
  }
  expect(shown).toBeGreaterThan(100);
});

it('keeps the codes of the rows on show alone, no counter’s, and no secret', async () => {
  const [first] = await live();
  await vault.add({ ...newAccount(), credential: hotp({ secret: numberedSecret(40) }) });
  const counter = (await live()).at(-1);
  await vault.change(moveAccounts([counter?.id ?? ''], first?.id ?? null));
  await glance.keep();
  expect((await live())[0]?.id).toBe(counter?.id);
  expect((await idsWithCodes()).sort()).toEqual((await firstIds()).slice(1).sort());
  const text = JSON.stringify(await kept());
  for (const { credential } of await live()) expect(text).not.toContain(credential.secret);
});

it('has nothing in it but rows, codes, and where more is to be said: no sentence of any language', async () => {
  await machine.storage.set({ 'enrolment.tab.9': {}, 'signIn.tab.4': {}, 'icon.tab.5': {} });
  await glance.keep();
  const { [GLANCE]: screen, ...slots } = await kept();
  expect(screen).toEqual({
    madeAt: machine.clock.now(),
    until: expect.any(Number),
    total: ACCOUNTS,
    accounts: (await live()).map(({ id }) => ({ id })),
    groups: [],
    hideCodes: false,
    tabs: [9, 4],
    origins: ['https://bank.example'],
  });
  for (const slot of Object.values(slots)) {
    expect(Object.keys(slot as StoredCodes)).toEqual(['slot', 'codes']);
  }
});

describe('ends', () => {
  it('with the lock, in one call', async () => {
    await glance.keep();
    calls = [];
    await glance.forget();
    expect(await kept()).toEqual({});
    expect(calls).toEqual([`remove ${GLANCE_KEYS.length}`]);
  });

  it('at the deadline: nothing is shown from then on, and no later code was ever kept', async () => {
    deadline = machine.clock.now() + 2 * MINUTE;
    await glance.keep();
    expect(await read(deadline - 1)).toBeDefined();
    expect(await read(deadline)).toBeUndefined();
    const slots = Object.values(await kept()).flatMap((each) =>
      each && typeof each === 'object' && 'slot' in each ? Number(each.slot) : [],
    );
    expect(Math.max(...slots)).toBe(slotAt(deadline - 1));
  });

  it('when the deadline comes nearer', async () => {
    await glance.keep();
    deadline = machine.clock.now() + MINUTE;
    await glance.keep();
    expect(await read(deadline)).toBeUndefined();
  });

  it('where the vault is locked while it is written', async () => {
    let write = () => {};
    const isWriting = new Promise<void>((began) => {
      beforeWrite = () => {
        began();
        return new Promise((resolve) => {
          write = resolve;
        });
      };
    });
    const keeping = glance.keep();
    await isWriting;
    isLocked = true;
    const forgetting = glance.forget();
    write();
    await Promise.all([keeping, forgetting]);
    expect(calls[0]).toBe('set');
    expect(await kept()).toEqual({});
  });

  it('where the vault was locked since it was to be written', async () => {
    await glance.keep();
    isLocked = true;
    await glance.keep();
    expect(await kept()).toEqual({});
  });

  it('where it cannot be written, since it would say something else than the vault', async () => {
    await glance.keep();
    beforeWrite = () => Promise.reject(new Error('full'));
    await glance.keep();
    expect(await kept()).toEqual({});
  });

  it('for the next worker, too, which knows of nothing that is kept', async () => {
    await glance.keep();
    await newGlance().forget();
    expect(await kept()).toEqual({});
  });
});

describe('follows', () => {
  it('a changed document: of an account that is gone, no code stays', async () => {
    await glance.keep();
    const [gone = ''] = await firstIds();
    await vault.change(deleteAccounts([gone]));
    await glance.keep();
    expect((await read())?.accounts.map(({ id }) => id)).not.toContain(gone);
    expect((await idsWithCodes()).sort()).toEqual((await firstIds()).sort());
    expect(JSON.stringify(await kept())).not.toContain(gone);
  });

  it('another order of the rows in the same document', async () => {
    await glance.keep();
    const turned = (await live()).toReversed().map(({ id }) => ({ id }));
    screenChanges = { accounts: turned as never };
    await glance.keep();
    const wanted = turned.slice(0, FIRST_ROWS).map(({ id }) => id);
    expect((await idsWithCodes()).sort()).toEqual(wanted.sort());
    expect((await read())?.accounts).toEqual(turned);
  });

  it('the clock’s offset', async () => {
    await glance.keep();
    await vault.setSettings({ clockOffsetSeconds: 600 });
    await glance.keep();
    const [account] = await live();
    const now = machine.clock.now();
    const code = (await read())?.codes.find(({ id }) => id === account?.id)?.code;
    expect(account && rightCode(account, slotStart(slotAt(now)) + 600_000)).toBe(code);
  });

  it('codes that are hidden from now on: those from before are gone', async () => {
    await glance.keep();
    expect(await idsWithCodes()).not.toEqual([]);
    screenChanges = { hideCodes: true };
    await vault.setSettings({ hideCodes: true });
    await glance.keep();
    expect(Object.keys(await kept())).toEqual([GLANCE]);
  });

  it('the time: what was kept has not run out when it is needed', async () => {
    await glance.keep();
    deadline = null;
    for (let minute = 0; minute < 60; minute += 1) {
      machine.clock.advance(MINUTE);
      await vault.used();
      await glance.keep();
      expect((await read())?.codes).toHaveLength(FIRST_ROWS);
    }
  });
});

describe('keeps nothing where', () => {
  it.each<[string, object]>([
    ['a state is damaged', { damaged: [{}] }],
    ['a change could not be saved', { unsaved: 'full' }],
    ['the clock is in doubt', { clockDoubt: 'x' }],
    ['the browser may clear it', { persistent: false }],
  ])('%s', async (_, changes) => {
    await glance.keep();
    expect(await kept()).not.toEqual({});
    status = { ...status, ...changes };
    await glance.keep();
    expect(await kept()).toEqual({});
  });

  it.each<[string, object]>([
    ['an account was left unverified', { unverified: [{}] }],
    ['there are no accounts', { total: 0 }],
  ])('%s', async (_, changes) => {
    await glance.keep();
    screenChanges = changes;
    await glance.keep();
    expect(await kept()).toEqual({});
  });

  it('the user is being asked', async () => {
    await glance.keep();
    isAsking = true;
    await glance.keep();
    expect(await kept()).toEqual({});
  });
});
