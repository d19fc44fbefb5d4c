import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeBase32 } from '../../src/otp/base32.ts';
import { hotp, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { IMAGE } from '../vault/png.ts';
import { Background, effects, SIGN_IN_ORIGIN } from './background.ts';
import { SENDERS } from './senders.ts';

const UNKNOWN_ID = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
const PAGE = SENDERS['sign-in-page'];

let background: Background;

beforeEach(async () => {
  background = new Background();
  await background.create();
  vi.clearAllMocks();
});

const now = () => background.machine.clock.now();
const add = (account: string) =>
  background.add(totp({ account, secret: encodeBase32(randomBytes(20)) }));
const list = async (asked: object = {}) =>
  (await background.get('accounts.list', { query: '', from: 0, count: 200, ...asked })).accounts;
const facets = () => background.get('accounts.facets');

describe('groups', () => {
  it('are added, renamed, moved and removed, and the pages are told', async () => {
    const family = await background.get('groups.add', { name: ' Family ' });
    const office = await background.get('groups.add', { name: 'Office' });
    expect((await facets()).groups).toEqual([
      { ...family, name: 'Family', count: 0 },
      { ...office, name: 'Office', count: 0 },
    ]);
    await background.get('groups.rename', { ...office, name: 'Work' });
    await background.get('groups.move', { ...office, before: family.id });
    expect((await facets()).groups.map(({ name }) => name)).toEqual(['Work', 'Family']);
    await background.get('groups.remove', family);
    expect((await facets()).groups.map(({ name }) => name)).toEqual(['Work']);
    expect(effects.announceChange).toHaveBeenCalledTimes(5);
  });

  it('are the same by the same name', async () => {
    const family = await background.get('groups.add', { name: 'Family' });
    expect(await background.get('groups.add', { name: 'FAMILY' })).toEqual(family);
    expect((await facets()).groups).toHaveLength(1);
  });

  it('do not get the name of another one', async () => {
    await background.get('groups.add', { name: 'Family' });
    const { id } = await background.get('groups.add', { name: 'Office' });
    const asked = background.ask(SENDERS.manager, 'groups.rename', { id, name: 'family' });
    expect(await asked).toEqual({ ok: false, code: 'group-exists', field: 'name' });
  });

  it('take accounts, several in one change, and are found by name', async () => {
    const [a, b, c] = [await add('a'), await add('b'), await add('c')];
    const group = await background.get('groups.add', { name: 'Family' });
    await background.get('accounts.setGroup', { ids: [a.id, c.id], group: group.id });
    expect(await list({ query: 'family' })).toMatchObject([
      { id: a.id, group: group.id },
      { id: c.id, group: group.id },
    ]);
    expect(await list({ filter: { group: 'none' } })).toMatchObject([{ id: b.id }]);
    expect((await list())[1]).not.toHaveProperty('group');
    expect(await facets()).toMatchObject({ groups: [{ count: 2 }], ungrouped: 1 });
    await background.get('vault.undo');
    expect(await facets()).toMatchObject({ groups: [{ count: 0 }], ungrouped: 3 });
  });

  it('that there are not are refused', async () => {
    const { id } = await add('a');
    const refused = { ok: false, code: 'unknown-group', field: 'group' };
    const ask = (name: 'groups.rename' | 'groups.remove' | 'groups.move', more: object) =>
      background.ask(SENDERS.manager, name, { id: UNKNOWN_ID, ...more } as never);
    expect(await ask('groups.rename', { name: 'Home' })).toEqual(refused);
    expect(await ask('groups.remove', {})).toEqual(refused);
    expect(await ask('groups.move', { before: null })).toEqual(refused);
    expect(
      await background.ask(SENDERS.manager, 'accounts.setGroup', { ids: [id], group: UNKNOWN_ID }),
    ).toEqual(refused);
    expect(effects.announceChange).not.toHaveBeenCalled();
  });
});

describe('accounts.list', () => {
  it('sorts before it cuts', async () => {
    for (const name of ['c', 'a', 'b']) await add(name);
    const rows = await list({ sort: 'name', from: 1, count: 1 });
    expect(rows.map(({ account }) => account)).toEqual(['b']);
  });

  it('tells the tenant, the picture, and that nothing is to be done', async () => {
    const tenant = '11111111-2222-3333-4444-555555555555';
    const { id } = await background.add(totp(), tenant);
    await background.get('accounts.edit', { id, image: IMAGE });
    expect(await list()).toMatchObject([{ tenant, image: IMAGE, needsAction: false }]);
    await background.get('accounts.edit', { id, image: null });
    expect((await list())[0]).not.toHaveProperty('image');
    expect(effects.announceChange).toHaveBeenCalledTimes(2);
  });
});

describe('the last use', () => {
  const used = async (sort?: 'used') =>
    (await list(sort ? { sort } : {})).map(({ account, lastUsedAt }) => [account, lastUsedAt]);

  it('is when a code was copied; nothing is announced for that', async () => {
    await add('a');
    const { id } = await add('b');
    await background.ask(SENDERS.popup, 'accounts.used', { id });
    expect(await used()).toEqual([
      ['a', undefined],
      ['b', now()],
    ]);
    expect(await used('used')).toEqual([
      ['b', now()],
      ['a', undefined],
    ]);
    expect(effects.announceChange).not.toHaveBeenCalled();
  });

  it('is when a code was filled in, not when it went out', async () => {
    const account = 'alex@contoso.example';
    await background.add(totp({ account }));
    await background.showField(PAGE, { account });
    expect(await used()).toEqual([[account, undefined]]);
    background.machine.clock.advance(1_000);
    await background.ask(PAGE, 'code.filled');
    const at = now();
    expect(await used()).toEqual([[account, at]]);
    background.machine.clock.advance(1_000);
    // Said twice of the same code.
    await background.ask(PAGE, 'code.filled');
    expect(await used()).toEqual([[account, at]]);
  });

  it('is nothing where the vault is locked, or there is no such account', async () => {
    const { id } = await add('a');
    const done = { ok: true, response: undefined };
    expect(await background.ask(SENDERS.popup, 'accounts.used', { id: UNKNOWN_ID })).toEqual(done);
    await background.vault.lock();
    expect(await background.ask(SENDERS.popup, 'accounts.used', { id })).toEqual(done);
  });
});

describe('an account needs action', () => {
  const needing = async () => (await list({ filter: { needsAction: true } })).map(({ id }) => id);

  it('while a site has refused the last code of its counter', async () => {
    const { id } = await background.add(hotp({ account: 'counted' }), undefined, [SIGN_IN_ORIGIN]);
    await background.get('accounts.setFilling', {
      ...{ id, mode: 'automatic', submits: false, insteadOfPush: false },
    });
    const fill = async () => {
      expect(await background.showField(PAGE, { account: 'counted' })).toMatchObject({
        response: { kind: 'code' },
      });
      await background.ask(PAGE, 'code.filled');
    };
    await fill();
    expect(await needing()).toEqual([]);
    await background.ask(PAGE, 'code.refused');
    expect(await needing()).toEqual([id]);
    expect(await facets()).toMatchObject({ needsAction: 1 });
    const code = (step: number) =>
      referenceCode(Buffer.from('12345678901234567890'), { algorithm: 'SHA1', digits: 6, step });
    await background.get('accounts.resynchronise', { id, codes: [code(20), code(21)] });
    expect(await needing()).toEqual([]);
  });

  it('not because a site refused a code that goes by time', async () => {
    const account = 'alex@contoso.example';
    await background.add(totp({ account }));
    await background.showField(PAGE, { account });
    await background.ask(PAGE, 'code.filled');
    await background.ask(PAGE, 'code.refused');
    expect(await needing()).toEqual([]);
  });
});
