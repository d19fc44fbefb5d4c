import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/vault/account.ts';
import { setFilling } from '../../src/vault/filling.ts';
import { totp } from '../otp/credentials.ts';
import { RECOVERY_CODE } from '../vault/in-memory.ts';
import { Background, effects, KEY } from './background.ts';
import { contentScript, SENDERS } from './senders.ts';

vi.setConfig({ testTimeout: 20_000 });

const SITE = 'https://xn--bcher-kva.example';
const FROM = contentScript(`${SITE}/login`, { tab: { id: 7, title: 'B\u00fccher' } });
const WANTING = {
  page: '3f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f73',
  field: 1,
  shown: ['alex@contoso.example'],
};
const PASSKEY_OF_ANOTHER = { ...KEY, material: Buffer.alloc(32).toString('base64') };

let background: Background;
let account: Account;

beforeEach(async () => {
  vi.clearAllMocks();
  effects.isPinned.mockResolvedValue(true);
  effects.hasToolbar.mockResolvedValue(true);
  background = new Background();
  background.address = `${SITE}/login`;
  await background.create();
  account = await background.add(totp(), undefined, [SITE]);
  const filling = { mode: 'ask', submits: false, insteadOfPush: false } as const;
  await background.vault.change(setFilling(account.id, filling));
});

/** The page asks for a code. */
async function field(page = WANTING.page) {
  return background.ask(FROM, 'signIn.field', { ...WANTING, page });
}

async function view() {
  return background.getAs(SENDERS.approve, 'approvals.get');
}

/** The id of the request on show, and the number that the badge shows. */
async function onShow() {
  const { request } = await view();
  const { number = 0 } = await background.getAs(SENDERS.popup, 'signIn.get', { tabId: 7 });
  return { id: request?.id ?? '', number };
}

async function pick() {
  const picked = await onShow();
  await background.getAs(SENDERS.approve, 'approvals.pick', picked);
  return picked.id;
}

/** What the account remembers of refusals. */
async function history() {
  return (await background.accounts()).find(({ id }) => id === account.id)?.history ?? [];
}

const NOTHING = { ok: true, response: { kind: 'none' } };

describe('the window', () => {
  it('gets who asks, for what and why, and not which number it is', async () => {
    expect(await field()).toEqual(NOTHING);
    const shown = await view();
    expect(shown).toEqual({
      request: {
        id: expect.any(String),
        step: 'shown',
        account: {
          issuer: 'Microsoft',
          account: 'alex@contoso.example',
          organisation: 'Contoso',
          kind: 'work',
        },
        host: 'xn--bcher-kva.example',
        unicode: 'b\u00fccher.example',
        title: 'B\u00fccher',
        shown: ['alex@contoso.example'],
        why: 'address',
        askedAt: background.machine.clock.now(),
        until: background.machine.clock.now() + 60_000,
        numbers: [expect.any(Number), expect.any(Number), expect.any(Number)],
        numberAt: 'button',
      },
      waiting: 0,
    });
    const { number } = await onShow();
    expect(shown.request?.step === 'shown' && shown.request.numbers).toContain(number);
  });

  it.each([
    [true, true, 'button'],
    [false, true, 'popup'],
    [false, false, 'any-popup'],
  ])('gets where the number is: pinned %s, toolbar %s: %s', async (pinned, toolbar, numberAt) => {
    await field();
    effects.isPinned.mockImplementation(async (tabId) => tabId !== 7 || pinned);
    effects.hasToolbar.mockImplementation(async (tabId) => tabId !== 7 || toolbar);
    expect((await view()).request).toMatchObject({ step: 'shown', numberAt });
  });

  it('opens, and closes when all is read', async () => {
    await field();
    expect(effects.showApprovals).toHaveBeenCalledExactlyOnceWith(null);
    const { id } = await onShow();
    await background.getAs(SENDERS.approve, 'approvals.refuse', { id });
    expect(effects.closeApprovals).not.toHaveBeenCalled();
    await background.getAs(SENDERS.approve, 'approvals.next', { id });
    expect(effects.closeApprovals).toHaveBeenCalledExactlyOnceWith(5);
    expect(await view()).toEqual({ waiting: 0 });
  });

  it('tells that the vault is locked, and then says no account', async () => {
    await field();
    await view();
    await background.vault.lock();
    const { request } = await view();
    expect(request).toMatchObject({ step: 'ended', outcome: 'locked' });
    expect(request).not.toHaveProperty('account');
  });

  it('asks nothing where the vault was locked before it was there', async () => {
    await field();
    await background.vault.lock();
    expect(await view()).toEqual({ waiting: 0 });
    expect(effects.closeApprovals).toHaveBeenCalledExactlyOnceWith(5);
  });

  it('has nothing to ask for an account that is gone', async () => {
    await field();
    await view();
    await background.get('accounts.delete', { ids: [account.id] });
    expect((await view()).request).toMatchObject({ step: 'ended', outcome: 'gone' });
  });
});

describe('the number of a request', () => {
  const popupOf = (tabId: number) => background.getAs(SENDERS.popup, 'signIn.get', { tabId });
  const onShowNumber = async () => {
    const { request } = await view();
    return request?.step === 'shown' ? request.numbers : [];
  };

  it('is in every popup where its window has no toolbar, until it is approved', async () => {
    effects.hasToolbar.mockImplementation(async (tabId) => tabId !== 7);
    await field();
    const { number = 0, numberElsewhere } = await popupOf(8);
    expect(number).toBe(0);
    expect(await onShowNumber()).toContain(numberElsewhere);
    const own = await popupOf(7);
    expect(own).toMatchObject({ number: numberElsewhere });
    expect(own).not.toHaveProperty('numberElsewhere');
    const id = await pick();
    await background.getAs(SENDERS.approve, 'approvals.confirm', { id, opener: KEY });
    expect(await popupOf(8)).not.toHaveProperty('numberElsewhere');
  });

  it('is in no other tab where its own can show it', async () => {
    await field();
    await view();
    expect(await popupOf(8)).not.toHaveProperty('numberElsewhere');
  });
});

describe('number and verification', () => {
  it.each([
    ['the passkey', KEY],
    ['the recovery code', { recoveryCode: RECOVERY_CODE }],
  ])('let the code out: %s', async (_, opener) => {
    await field();
    const id = await pick();
    expect((await view()).request).toMatchObject({ step: 'picked' });
    expect(await field()).toEqual(NOTHING);
    await background.getAs(SENDERS.approve, 'approvals.confirm', { id, opener });
    expect((await view()).request).toMatchObject({ step: 'approved' });
    expect(await field()).toMatchObject({ response: { kind: 'code' } });
    await background.ask(FROM, 'code.filled');
    expect((await view()).request).toMatchObject({ step: 'ended', outcome: 'filled' });
  });

  it('are asked for again after the wrong key, which lets nothing out', async () => {
    await field();
    const id = await pick();
    const wrong = { id, opener: PASSKEY_OF_ANOTHER };
    expect(await background.ask(SENDERS.approve, 'approvals.confirm', wrong)).toMatchObject({
      code: 'wrong-key',
    });
    expect(await field()).toEqual(NOTHING);
    await background.getAs(SENDERS.approve, 'approvals.confirm', { id, opener: KEY });
    expect(await field()).toMatchObject({ response: { kind: 'code' } });
  });

  it('let nothing out after the wrong number', async () => {
    await field();
    const { id, number } = await onShow();
    const wrong = number === 10 ? 11 : 10;
    await background.getAs(SENDERS.approve, 'approvals.pick', { id, number: wrong });
    await background.getAs(SENDERS.approve, 'approvals.confirm', { id, opener: KEY });
    expect((await view()).request).toMatchObject({ step: 'ended', outcome: 'wrong-number' });
    expect(await field()).toEqual(NOTHING);
    expect(await history()).toEqual([]);
  });

  it('are the same after another start of the worker', async () => {
    await field();
    background.restart();
    const id = await pick();
    background.restart();
    await background.getAs(SENDERS.approve, 'approvals.confirm', { id, opener: KEY });
    background.restart();
    expect(await field()).toMatchObject({ response: { kind: 'code' } });
  });
});

describe('"not me"', () => {
  it('is remembered with the account, and told to all pages', async () => {
    await field();
    const { id } = await onShow();
    effects.announceChange.mockClear();
    await background.getAs(SENDERS.approve, 'approvals.refuse', { id });
    const at = background.machine.clock.now();
    expect(await history()).toEqual([{ at, kind: 'not-me', origin: SITE }]);
    expect(effects.announceChange).toHaveBeenCalled();
    expect(await view()).toMatchObject({ request: { outcome: 'not-me', isQuiet: true } });
  });

  it('refuses also where the disk is full', async () => {
    await field();
    const { id } = await onShow();
    background.disk.isFull = true;
    expect(await background.ask(SENDERS.approve, 'approvals.refuse', { id })).toMatchObject({
      code: 'storage-full',
    });
    expect((await view()).request).toMatchObject({ outcome: 'not-me' });
    expect(await field('4f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f74')).toEqual(NOTHING);
    expect((await view()).waiting).toBe(0);
  });
});
