import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import { bytes, WAYS } from '../crypto/slots.ts';
import { breakSeal, RECOVERY_CODE, tamper } from '../vault/in-memory.ts';
import { Background, effects, KEY, PAGE } from './background.ts';
import { SENDERS } from './senders.ts';

let background: Background;

beforeEach(async () => {
  background = new Background();
  await background.create();
  vi.clearAllMocks();
});

const status = async () => {
  const reply = await background.ask(SENDERS.popup, 'vault.status');
  if (!reply.ok) throw new Error(reply.code);
  return reply.response as Response<'vault.status'>;
};

describe('vault.status', () => {
  it('tells a vault whose storage is gone from one that never was', async () => {
    await background.vault.lock();
    globalThis.indexedDB = new IDBFactory();
    background.restart();
    expect(await status()).toEqual({ state: 'missing', damaged: [], persistent: true });
    expect(await background.ask(SENDERS.unlock, 'vault.open', KEY)).toMatchObject({
      ok: false,
      code: 'no-vault',
    });
    // What was never there is `none`: the machine of another user.
    expect(await new Background().ask(SENDERS.popup, 'vault.status')).toMatchObject({
      response: { state: 'none' },
    });
  });

  it('tells what can be undone, and what was not saved until something is', async () => {
    const { id } = await background.add();
    expect(await status()).toEqual({
      state: 'open',
      damaged: [],
      persistent: true,
      undo: { kind: 'account-added', label: 'Contoso · alex@contoso.example' },
    });
    background.disk.isFull = true;
    await background.ask(SENDERS.popup, 'accounts.pin', { ids: [id], pinned: true });
    expect(await status()).toMatchObject({ unsaved: 'storage-full' });
    background.disk.isFull = false;
    await background.ask(SENDERS.popup, 'accounts.pin', { ids: [id], pinned: true });
    expect(await status()).not.toHaveProperty('unsaved');
    expect(await status()).toMatchObject({ undo: { kind: 'account-pinned' } });
  });

  it('tells nothing but the state of a locked one', async () => {
    await background.add();
    await background.vault.lock();
    expect(await status()).toEqual({ state: 'locked', damaged: [], persistent: true });
  });
});

describe('a damaged state', () => {
  beforeEach(async () => {
    await background.add();
    await tamper(2, breakSeal);
    background.restart();
    await background.vault.open({ recoveryCode: RECOVERY_CODE });
  });

  it('is told, read, and discarded', async () => {
    const { damaged } = await status();
    expect(damaged).toEqual([
      {
        generation: 2,
        savedAt: background.machine.clock.now(),
        code: 'damaged',
        change: { kind: 'account-added', label: 'Contoso · alex@contoso.example' },
      },
    ]);
    const { sealed } = await background.get('damaged.read', { generation: 2 });
    expect(Buffer.from(sealed, 'base64')).toEqual(
      Buffer.from(await background.vault.readDamaged(2)),
    );
    await background.get('damaged.discard', { generation: 2 });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect((await status()).damaged).toEqual([]);
  });

  it.each(['damaged.read', 'damaged.discard'] as const)(
    '%s does not touch one that is not damaged',
    async (name) => {
      for (const generation of [1, 3]) {
        expect(await background.ask(SENDERS.manager, name, { generation })).toEqual({
          ok: false,
          code: 'unknown-generation',
          field: 'generation',
        });
      }
      expect(effects.announceChange).not.toHaveBeenCalled();
    },
  );
});

describe('the ways in', () => {
  const passphrase = {
    way: WAYS.passphrase,
    material: encodeBase64(bytes('passphrase')),
    name: ' In my head ',
  };
  const opens = async (opener: Request<'vault.open'>) => {
    await background.vault.lock();
    return (await background.ask(SENDERS.unlock, 'vault.open', opener)).ok;
  };

  it('are listed by kind, name and use, and by nothing else', async () => {
    const now = background.machine.clock.now();
    expect(await background.get('ways.list')).toEqual([
      {
        id: expect.any(String),
        kind: 'passkey',
        credentialId: WAYS.passkey.credentialId,
        name: 'This device',
        createdAt: now,
        lastUsedAt: now,
      },
      { id: expect.any(String), kind: 'recovery', name: '', createdAt: now },
    ]);
    background.machine.clock.advance(1_000);
    await background.get('vault.verify', { recoveryCode: RECOVERY_CODE });
    expect(await background.get('ways.list')).toMatchObject([
      { lastUsedAt: now },
      { lastUsedAt: now + 1_000 },
    ]);
  });

  it('one is added, and opens', async () => {
    await background.get('ways.add', passphrase);
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await background.get('ways.list')).toMatchObject([{}, {}, { name: 'In my head' }]);
    const { name: _, ...opener } = passphrase;
    expect(await opens(opener)).toBe(true);
    expect(await opens(KEY)).toBe(true);
  });

  it('one takes the place of another, which opens nothing any more', async () => {
    const [, recovery] = await background.get('ways.list');
    const { recoveryCode } = await background.get('vault.newRecoveryCode');
    await background.get('ways.replace', { id: recovery?.id ?? '', by: { recoveryCode } });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await opens({ recoveryCode: RECOVERY_CODE })).toBe(false);
    expect(await opens({ recoveryCode })).toBe(true);
  });

  it('one is removed, but not the last one', async () => {
    const [passkey, recovery] = await background.get('ways.list');
    await background.get('ways.remove', { id: passkey?.id ?? '' });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(
      await background.ask(SENDERS.manager, 'ways.remove', { id: recovery?.id ?? '' }),
    ).toEqual({ ok: false, code: 'last-way' });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await opens(KEY)).toBe(false);
    expect(await opens({ recoveryCode: RECOVERY_CODE })).toBe(true);
  });

  it('one is renamed', async () => {
    const [passkey] = await background.get('ways.list');
    await background.get('ways.rename', { id: passkey?.id ?? '', name: ' Laptop ' });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await background.get('ways.list')).toMatchObject([{ name: 'Laptop' }, {}]);
  });

  it('another key leaves them as they are', async () => {
    await background.add();
    await background.get('ways.changeKey');
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await background.accounts()).toHaveLength(1);
    expect(await opens(KEY)).toBe(true);
    expect(await opens({ recoveryCode: RECOVERY_CODE })).toBe(true);
  });

  it.each<[string, Request<'ways.add'>, string]>([
    ['a second recovery code', { recoveryCode: createRecoveryCode() }, 'way-exists'],
    ['the same passkey', { ...KEY, name: 'again' }, 'passkey-known'],
    ['a mistyped recovery code', { recoveryCode: '0000' }, 'recovery-code-mistyped'],
  ])('%s is refused', async (_, way, code) => {
    expect(await background.ask(SENDERS.manager, 'ways.add', way)).toMatchObject({
      ok: false,
      code,
    });
    expect(effects.announceChange).not.toHaveBeenCalled();
  });
});

it('the manager opens a vault that was locked under it, and everybody hears', async () => {
  await background.vault.lock();
  await background.get('vault.open', KEY);
  expect(effects.announceChange).toHaveBeenCalledOnce();
  expect(effects.idleTimeChanged).toHaveBeenCalledOnce();
});

it('the browser hears of the idle time after it is set, not where that is refused', async () => {
  background.machine.clock.advance(60_001);
  await background.ask(SENDERS.manager, 'settings.set', { lockWhenIdleMinutes: null });
  expect(effects.idleTimeChanged).not.toHaveBeenCalled();
  expect(effects.announceChange).not.toHaveBeenCalled();
  effects.idleTimeChanged.mockImplementationOnce(async () => {
    expect(await background.get('settings.get')).toMatchObject({ lockWhenIdleMinutes: 1 });
  });
  await background.get('settings.set', { lockWhenIdleMinutes: 1 });
  expect(effects.idleTimeChanged).toHaveBeenCalledOnce();
  expect(effects.announceChange).toHaveBeenCalledOnce();
});

it('a setting holds from now on: the vault locks after as many minutes', async () => {
  await background.get('settings.set', { lockAfterMinutes: 1 });
  background.machine.clock.advance(59_999);
  expect(await background.vault.isOpen()).toBe(true);
  background.machine.clock.advance(1);
  expect(await background.vault.isOpen()).toBe(false);
});

it('a copy is remembered by its time only', async () => {
  await background.ask(SENDERS.popup, 'clipboard.copied');
  const held = await background.machine.storage.get('clipboard.copiedAt');
  expect(Object.values(held)).toEqual([background.machine.clock.now()]);
  // Nothing is overwritten before the vault locks.
  expect(effects.clearClipboard).not.toHaveBeenCalled();
});

describe('a page that asks while the vault is being locked', () => {
  it.each<[string, MessageName, unknown]>([
    ['sign-in-page', 'signIn.field', { page: PAGE, field: 1, shown: ['alex@contoso.example'] }],
    ['sign-in-page', 'signIn.push', { page: PAGE, shown: ['alex@contoso.example'] }],
    ['enrolment-page', 'enrolment.code', undefined],
  ])('is not told so: %s', async (sender, name, request) => {
    await background.add();
    background.pageShows = ['otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ'];
    await background.ask(SENDERS['enrolment-page'], 'enrolment.seen', { pictures: [] });
    const { findings } = await background.getAs(SENDERS.popup, 'enrolment.get', { tabId: 7 });
    const findingId = findings.map((each) => ('id' in each ? each.id : ''))[0] ?? '';
    await background.ask(SENDERS.popup, 'enrolment.add', { tabId: 7, findingId });
    for (let pause = 0; pause < 8; pause += 1) {
      await background.vault.open({ recoveryCode: RECOVERY_CODE });
      const asked = background.ask(
        SENDERS[sender as 'sign-in-page'],
        name,
        request as Request<typeof name>,
      );
      for (let turn = 0; turn < pause; turn += 1) await Promise.resolve();
      await background.vault.lock();
      expect(await asked).toMatchObject({ ok: true });
    }
  });
});
