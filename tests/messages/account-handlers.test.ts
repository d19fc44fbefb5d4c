import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeBase32, encodeBase32 } from '../../src/otp/base32.ts';
import { parseOtpauthUri } from '../../src/otp/otpauth-uri.ts';
import { rememberRefusal } from '../../src/vault/filling.ts';
import { hotp, RFC_SECRET, rfcSeed, steam, totp } from '../otp/credentials.ts';
import { referenceCode, referenceSteamCode } from '../otp/reference.ts';
import { RECOVERY_CODE } from '../vault/in-memory.ts';
import { Background, effects } from './background.ts';
import { ADD_PAGE, SENDERS } from './senders.ts';

const UNKNOWN_ID = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
const DAY = 86_400_000;
const newSecret = () => encodeBase32(randomBytes(20));
const hotpCode = (counter: number, digits = 6) =>
  referenceCode(rfcSeed(20), { algorithm: 'SHA1', digits, step: counter });
const totpCode = (secret: string, ms: number) =>
  referenceCode(decodeBase32(secret), {
    algorithm: 'SHA1',
    digits: 6,
    step: Math.floor(ms / 30_000),
  });

let background: Background;

beforeEach(async () => {
  background = new Background();
  await background.create();
  vi.clearAllMocks();
});

const list = (query = '', from = 0, count = 200) =>
  background.get('accounts.list', { query, from, count });
const names = async () => (await list()).accounts.map(({ account }) => account);
const refusal = async (asked: Promise<unknown>) => {
  const reply = await asked;
  expect(reply).toMatchObject({ ok: false });
  expect(effects.announceChange).not.toHaveBeenCalled();
  return (reply as { code: string }).code;
};

/** Accounts called a, b, c… */
async function addSeveral(count: number) {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const account = String.fromCharCode('a'.charCodeAt(0) + index);
    ids.push((await background.add(totp({ account, secret: newSecret() }))).id);
  }
  return ids;
}

describe('accounts.list', () => {
  it.each([
    [0, 2, ['a', 'b']],
    [1, 2, ['b', 'c']],
    [3, 2, ['d', 'e']],
    [4, 200, ['e']],
    [5, 1, []],
    [Number.MAX_SAFE_INTEGER, 200, []],
    [0, 0, []],
  ])('gives the stretch from %i of %i, and how many there are', async (from, count, expected) => {
    await addSeveral(5);
    const { total, accounts } = await list('', from, count);
    expect(total).toBe(5);
    expect(accounts.map(({ account }) => account)).toEqual(expected);
  });

  it('gives those that fit the query, and how many they are', async () => {
    await addSeveral(3);
    await background.add(totp({ account: 'ünïon@fabrikam.example', secret: newSecret() }));
    await background.add(
      totp({ issuer: 'GitHub', prefix: 'GitHub', account: 'union', secret: newSecret() }),
    );
    const found = await list('UNION', 1, 5);
    expect(found.total).toBe(2);
    expect(found.accounts.map(({ issuer }) => issuer)).toEqual(['GitHub']);
    expect(await list('nobody')).toEqual({ total: 0, accounts: [] });
  });

  it('has pinned ones first, none of the recycle bin, and tells the kind of each', async () => {
    const [a = '', b = ''] = await addSeveral(3);
    const counted = await background.add(hotp({ account: 'counted', secret: newSecret() }));
    await background.add(steam({ account: 'steam', secret: newSecret() }));
    await background.get('accounts.delete', { ids: [a] });
    await background.get('accounts.pin', { ids: [counted.id], pinned: true });
    const { total, accounts } = await list();
    expect(total).toBe(4);
    expect(accounts).toMatchObject([
      { account: 'counted', type: 'hotp', pinned: true },
      { id: b, type: 'totp', kind: 'work', period: 30, pinned: false },
      { account: 'c' },
      { account: 'steam', type: 'steam', period: 30 },
    ]);
    expect(accounts[0]).not.toHaveProperty('period');
  });

  it('does not keep the vault open: pages ask for it on their own', async () => {
    for (let minute = 0; minute < 15; minute += 1) {
      await list();
      background.machine.clock.advance(60_000);
    }
    expect(await background.vault.isOpen()).toBe(false);
  });
});

it('accounts.found gives all that fit, pinned ones first', async () => {
  const [a, b, c = ''] = await addSeveral(3);
  await background.get('accounts.pin', { ids: [c], pinned: true });
  const found = (asked: { query: string; sort?: 'name' }) =>
    background.get('accounts.found', asked);
  const all = [
    { id: c, pinned: true },
    { id: a, pinned: false },
    { id: b, pinned: false },
  ];
  expect(await found({ query: '' })).toEqual(all);
  expect((await found({ query: '', sort: 'name' })).map(({ id }) => id)).toEqual([a, b, c]);
  expect(await found({ query: 'nobody' })).toEqual([]);
});

describe('accounts.codes', () => {
  it.each([
    ['ahead', 95],
    ['behind', -95],
    ['not at all', 0],
  ])('are of the clock as it is set right: %s', async (_, clockOffsetSeconds) => {
    const { id } = await background.add();
    await background.vault.setSettings({ clockOffsetSeconds });
    const now = background.machine.clock.now();
    const right = now + clockOffsetSeconds * 1000;
    const [answer] = await background.get('accounts.codes', { ids: [id] });
    const changesAt = (Math.floor(right / 30_000) + 1) * 30_000 - clockOffsetSeconds * 1000;
    expect(answer).toEqual({
      id,
      code: totpCode(RFC_SECRET, right),
      next: totpCode(RFC_SECRET, right + 30_000),
      changesAt,
    });
    // By our own clock, the next one takes over within a period.
    expect(changesAt - now).toBeGreaterThan(0);
    expect(changesAt - now).toBeLessThanOrEqual(30_000);
    background.machine.clock.advance(changesAt - now);
    expect(await background.get('accounts.codes', { ids: [id] })).toMatchObject([
      { code: answer?.next, changesAt: changesAt + 30_000 },
    ]);
  });

  it("leave out those of counters, and are Steam's for Steam", async () => {
    const counted = await background.add(hotp());
    const onSteam = await background.add(steam({ secret: encodeBase32(rfcSeed(21)) }));
    const ids = [counted.id, onSteam.id];
    expect(await background.get('accounts.codes', { ids })).toMatchObject([
      {
        id: onSteam.id,
        code: referenceSteamCode(rfcSeed(21), background.machine.clock.now() / 30_000),
      },
    ]);
  });

  it('are not given of what is in the recycle bin', async () => {
    const { id } = await background.add();
    await background.get('accounts.delete', { ids: [id] });
    const shown = await background.add(totp({ secret: newSecret() }));
    const ids = [id, shown.id];
    expect(await background.get('accounts.codes', { ids })).toMatchObject([{ id: shown.id }]);
  });
});

describe('accounts.nextCode', () => {
  it('gives the codes of the counter one after the other, each once', async () => {
    const { id } = await background.add(hotp({ counter: 3, digits: 8 }));
    for (const counter of [3, 4, 5]) {
      expect(await background.get('accounts.nextCode', { id })).toEqual({
        code: hotpCode(counter, 8),
      });
    }
    expect(effects.announceChange).toHaveBeenCalledTimes(3);
    expect(await background.accounts()).toMatchObject([{ credential: { counter: 6 } }]);
  });

  it('gives each code to one of several that ask at the same time', async () => {
    const { id } = await background.add(hotp());
    const asked = [1, 2, 3, 4].map(() => background.get('accounts.nextCode', { id }));
    const codes = (await Promise.all(asked)).map(({ code }) => code);
    expect(codes).toEqual([0, 1, 2, 3].map((counter) => hotpCode(counter)));
  });

  it('has the advanced counter on the disk before the code comes back', async () => {
    const { id } = await background.add(hotp({ counter: 7 }));
    const { code } = await background.get('accounts.nextCode', { id });
    expect(code).toBe(hotpCode(7));
    // Another worker, and the vault opened anew: from the disk alone.
    await background.vault.lock();
    background.restart();
    await background.vault.open({ recoveryCode: RECOVERY_CODE });
    expect(await background.accounts()).toMatchObject([{ credential: { counter: 8 } }]);
  });

  it('gives no code where the counter cannot be saved, and then the same one', async () => {
    const { id } = await background.add(hotp({ counter: 7 }));
    background.disk.isFull = true;
    const reply = await background.ask(SENDERS.popup, 'accounts.nextCode', { id });
    expect(reply).toEqual({ ok: false, code: 'storage-full' });
    expect(JSON.stringify(reply)).not.toContain(hotpCode(7));
    // All pages say that a change was not saved.
    expect(effects.announceChange).toHaveBeenCalledOnce();
    background.disk.isFull = false;
    expect(await background.get('accounts.nextCode', { id })).toEqual({ code: hotpCode(7) });
  });

  it('is refused of an account that time makes the codes of', async () => {
    const { id } = await background.add();
    expect(await refusal(background.ask(SENDERS.popup, 'accounts.nextCode', { id }))).toBe(
      'not-counter-based',
    );
  });

  it('is not set back by undo', async () => {
    const { id } = await background.add(hotp());
    await background.get('accounts.pin', { ids: [id], pinned: true });
    await background.get('accounts.nextCode', { id });
    await background.get('vault.undo');
    expect(await background.get('accounts.nextCode', { id })).toEqual({ code: hotpCode(1) });
  });
});

describe('accounts.resynchronise', () => {
  const type = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

  it('goes on after the two codes that were typed', async () => {
    const { id } = await background.add(hotp());
    const codes: [string, string] = [type(hotpCode(40)), type(hotpCode(41))];
    await background.get('accounts.resynchronise', { id, codes });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await background.get('accounts.nextCode', { id })).toEqual({ code: hotpCode(42) });
  });

  it.each<[string, [number, number]]>([
    ['that are not consecutive', [40, 42]],
    ['in the wrong order', [41, 40]],
    ['that are spent', [0, 1]],
  ])('changes nothing for codes %s', async (_, [first, second]) => {
    const { id } = await background.add(hotp({ counter: 10 }));
    const codes: [string, string] = [hotpCode(first), hotpCode(second)];
    const asked = background.ask(SENDERS.manager, 'accounts.resynchronise', { id, codes });
    expect(await refusal(asked)).toBe('counter-not-found');
    expect(await background.accounts()).toMatchObject([{ credential: { counter: 10 } }]);
  });
});

describe('what is handed in', () => {
  const uri = `otpauth://totp/Contoso:alex?secret=${RFC_SECRET}&issuer=Microsoft`;
  const label = { issuer: 'Microsoft', account: 'alex', organisation: 'Contoso' };
  const read = (...texts: string[]) =>
    background.get('intake.read', { page: ADD_PAGE, texts, keep: false });

  /** Reads texts, and adds every account in them. */
  async function add(...texts: string[]) {
    const { findings } = await read(...texts);
    const accounts = findings.flatMap((each) =>
      each.kind === 'account' ? [{ findingId: each.id }] : [],
    );
    return background.get('intake.add', { page: ADD_PAGE, accounts });
  }

  it('becomes an account that no page gets the code of', async () => {
    expect(await add(uri)).toEqual([{ kind: 'added', ...label }]);
    expect(effects.announceChange).toHaveBeenCalledOnce();
    const [account] = await background.accounts();
    expect(account).toMatchObject({
      credential: { secret: RFC_SECRET },
      origins: [],
      kind: 'other',
    });
    expect(account).not.toHaveProperty('tenant');
    expect(account).not.toHaveProperty('proof');
    expect(await background.get('intake.get', { page: ADD_PAGE })).toEqual({ findings: [] });
  });

  it.each([
    ['hotp', 'otpauth://hotp/a?secret=MZXW6&counter=0'],
    ['steam', 'otpauth://steam/a?secret=MZXW6'],
    ['steam', 'steam://MZXW6YTBOIZDGNBV'],
  ])('may be %s: %s', async (type, each) => {
    expect(await add(each)).toMatchObject([{ kind: 'added' }]);
    expect((await list()).accounts).toMatchObject([{ type }]);
  });

  it('is several accounts in one change, which one undo takes back', async () => {
    const before = await background.add(totp({ secret: 'NBSWY3DPEB3W64TMMQ' }));
    const added = await add(uri, 'steam://MZXW6YTBOIZDGNBV', 'https://contoso.example/');
    expect(added).toMatchObject([{ kind: 'added' }, { kind: 'added' }]);
    expect((await background.get('vault.status')).undo).toEqual({
      kind: 'accounts-added',
      label: '2',
    });
    await background.get('vault.undo');
    expect((await list()).accounts).toMatchObject([{ id: before.id }]);
  });

  it('is told where it is there already, under its name of today, and changes nothing', async () => {
    await add(uri);
    const [account] = await background.accounts();
    const renamed = { issuer: 'Work', account: 'me', organisation: '' };
    await background.get('accounts.edit', { id: account?.id ?? '', names: renamed });
    const before = await background.accounts();
    expect((await read(uri)).findings).toMatchObject([{ state: 'known' }]);
    expect(await add(uri)).toEqual([{ kind: 'already-here', ...renamed, restored: false }]);
    expect(await background.accounts()).toEqual(before);
  });

  it('comes back from the recycle bin, and says so', async () => {
    await add(uri);
    const [account] = await background.accounts();
    await background.get('accounts.delete', { ids: [account?.id ?? ''] });
    expect(await add(uri)).toEqual([{ kind: 'already-here', ...label, restored: true }]);
    expect(await background.accounts()).toEqual([account]);
  });

  it('gets the names and the kind that the user gave it', async () => {
    const { findings } = await read(uri);
    const [found] = findings;
    const names = { issuer: 'Work', account: 'me', organisation: 'Contoso Ltd' };
    await background.get('intake.add', {
      page: ADD_PAGE,
      accounts: [{ findingId: found && 'id' in found ? found.id : '', names, accountKind: 'work' }],
    });
    expect(await background.accounts()).toMatchObject([
      { kind: 'work', credential: { issuer: 'Work', account: 'me', prefix: 'Contoso Ltd' } },
    ]);
  });

  it.each([
    ['no secret', 'otpauth://totp/a', 'missing', 'secret'],
    ['a wrong period', 'otpauth://totp/a?secret=MZXW6&period=0', 'invalid', 'period'],
  ])('is refused with the field that is wrong: %s', async (_, wrong, code, field) => {
    expect(await read(wrong)).toEqual({ findings: [{ kind: 'refused', code, field }] });
    expect(await background.accounts()).toEqual([]);
  });

  it('waits until it is added or cleared, and goes when the vault locks', async () => {
    await read(uri);
    expect((await background.get('intake.get', { page: ADD_PAGE })).findings).toHaveLength(1);
    await background.get('intake.clear', { page: ADD_PAGE });
    expect((await background.get('intake.get', { page: ADD_PAGE })).findings).toEqual([]);
  });

  it('may come one after the other', async () => {
    await read(uri);
    const both = await background.get('intake.read', {
      page: ADD_PAGE,
      texts: ['steam://MZXW6YTBOIZDGNBV'],
      keep: true,
    });
    expect(both.findings).toMatchObject([{ type: 'steam' }, { type: 'totp' }]);
    const again = await background.get('intake.read', { page: ADD_PAGE, texts: [uri], keep: true });
    expect(again.findings).toHaveLength(2);
  });

  it('may be typed by hand, the key in groups', async () => {
    const typed = {
      page: ADD_PAGE,
      issuer: 'Contoso',
      account: 'alex',
      secret: 'mzxw 6ytb-oi',
      algorithm: 'SHA256',
      digits: 8,
      period: 60,
      counter: 5,
    } as const;
    const totps = await background.get('intake.type', { ...typed, type: 'totp' });
    expect(totps.findings).toMatchObject([
      { type: 'totp', algorithm: 'SHA256', digits: 8, period: 60, state: 'new' },
    ]);
    // What waits already stays.
    const both = await background.get('intake.type', { ...typed, type: 'hotp' });
    expect(both.findings).toMatchObject([{ type: 'hotp', counter: 5 }, { type: 'totp' }]);
    await background.get('intake.clear', { page: ADD_PAGE });
    const steams = await background.get('intake.type', { ...typed, type: 'steam' });
    expect(steams.findings).toMatchObject([
      { type: 'steam', algorithm: 'SHA1', digits: 5, period: 30 },
    ]);
  });

  it.each([
    ['no secret', { secret: ' ' }, 'missing', 'secret'],
    ['a secret of one letter', { secret: 'A' }, 'invalid', 'secret'],
    ['a secret that is none', { secret: 'A0' }, 'invalid', 'secret'],
    ['nine digits', { digits: 9 }, 'invalid', 'digits'],
    ['no period', { period: 0 }, 'invalid', 'period'],
  ])('is refused where it was typed with %s', async (_, wrong, code, field) => {
    const typed = {
      page: ADD_PAGE,
      type: 'totp',
      issuer: '',
      account: '',
      secret: 'MZXW6YTBOI',
      algorithm: 'SHA1',
      digits: 6,
      period: 30,
      counter: 0,
      ...wrong,
    } as const;
    expect(await background.ask(SENDERS.manager, 'intake.type', typed)).toEqual({
      ok: false,
      code,
      field,
    });
  });
});

describe('showing an account to another device', () => {
  it('wants a fresh verification, and gives the URI that makes the same codes', async () => {
    const account = await background.add();
    background.machine.clock.advance(61_000);
    const asked = () => background.ask(SENDERS.manager, 'accounts.reveal', { id: account.id });
    expect(await refusal(asked())).toBe('verification-needed');
    await background.get('vault.verify', { recoveryCode: RECOVERY_CODE });
    const { uri } = await background.get('accounts.reveal', { id: account.id });
    expect(parseOtpauthUri(uri)).toEqual(account.credential);
  });
});

describe('the account itself', () => {
  it('is edited in one change, which one undo takes back', async () => {
    const account = await background.add();
    const { id: group } = await background.get('groups.add', { name: 'Clients' });
    await background.get('accounts.edit', {
      id: account.id,
      names: { issuer: 'Work', account: 'me', organisation: '' },
      description: { kind: 'guest', elsewhere: 'Phone' },
      group,
    });
    expect(await background.accounts()).toMatchObject([
      { credential: { issuer: 'Work' }, kind: 'guest', elsewhere: 'Phone', group },
    ]);
    const { undo } = await background.get('vault.status');
    expect(undo).toEqual({ kind: 'account-described', label: 'Work · me' });
    await background.get('vault.undo');
    expect(await background.accounts()).toEqual([account]);
  });

  it('is renamed, and keeps all else', async () => {
    const account = await background.add();
    const names = { issuer: ' Work ', account: 'me', organisation: 'Fabrikam' };
    await background.get('accounts.edit', { id: account.id, names });
    expect(await background.accounts()).toEqual([
      {
        ...account,
        credential: { ...account.credential, issuer: 'Work', account: 'me', prefix: 'Fabrikam' },
      },
    ]);
    expect(effects.announceChange).toHaveBeenCalledOnce();
  });

  it('is filled in as the user says, and its row tells how', async () => {
    const { id } = await background.add();
    const counted = await background.add(hotp({ account: 'counted', secret: newSecret() }));
    const rows = async () => (await list()).accounts;
    expect(await rows()).toMatchObject([
      { id, mode: 'automatic', submits: false, insteadOfPush: false, history: [] },
      // Nobody chose it: a counter must not move because a page asks.
      { id: counted.id, mode: 'manual' },
    ]);
    const filling = { mode: 'ask', submits: true, insteadOfPush: true } as const;
    await background.get('accounts.setFilling', { id, ...filling });
    expect(await rows()).toMatchObject([
      { id, ...filling },
      { mode: 'manual', submits: false },
    ]);
    expect(effects.announceChange).toHaveBeenCalledOnce();
  });

  it('is let go by a site, and its row tells who was refused', async () => {
    const { id } = await background.add();
    const [origin = ''] = (await list()).accounts[0]?.origins ?? [];
    const refusal = { at: 1, kind: 'not-me', origin } as const;
    await background.vault.change(rememberRefusal(id, refusal));
    await background.get('accounts.unbind', { id, origin });
    expect((await list()).accounts).toMatchObject([
      { id, origins: [], mode: 'manual', history: [refusal] },
    ]);
    expect(effects.announceChange).toHaveBeenCalledOnce();
  });

  it('is pinned and unpinned', async () => {
    const [, b = ''] = await addSeveral(3);
    await background.ask(SENDERS.popup, 'accounts.pin', { ids: [b], pinned: true });
    expect(await names()).toEqual(['b', 'a', 'c']);
    await background.ask(SENDERS.popup, 'accounts.pin', { ids: [b], pinned: false });
    expect(await names()).toEqual(['a', 'b', 'c']);
    expect(effects.announceChange).toHaveBeenCalledTimes(2);
  });

  it('is moved in front of another one, or to the end', async () => {
    const [a = '', , c = ''] = await addSeveral(3);
    await background.get('accounts.move', { ids: [c], before: a });
    expect(await names()).toEqual(['c', 'a', 'b']);
    await background.get('accounts.move', { ids: [a], before: null });
    expect(await names()).toEqual(['c', 'b', 'a']);
    expect(effects.announceChange).toHaveBeenCalledTimes(2);
  });

  it('is deleted into the recycle bin, and restored from it', async () => {
    const [a = '', b = ''] = await addSeveral(2);
    const now = background.machine.clock.now();
    await background.get('accounts.delete', { ids: [a] });
    background.machine.clock.advance(1_000);
    await background.get('accounts.delete', { ids: [b] });
    expect(await names()).toEqual([]);
    const label = { issuer: 'Microsoft', organisation: 'Contoso' };
    const row = {
      ...label,
      type: 'totp',
      kind: 'work',
      methodsPage: 'https://mysignins.microsoft.com/security-info',
      origins: ['https://login.microsoftonline.com'],
      mode: 'automatic',
      submits: false,
      insteadOfPush: false,
      history: [],
      createdAt: now,
      period: 30,
      pinned: false,
      needsAction: false,
    };
    expect(await background.get('accounts.bin')).toEqual([
      { id: b, ...row, account: 'b', deletedAt: now + 1_000, goneAt: now + 1_000 + 30 * DAY },
      { id: a, ...row, account: 'a', deletedAt: now, goneAt: now + 30 * DAY },
    ]);
    await background.get('accounts.restore', { id: a });
    expect(await names()).toEqual(['a']);
    expect(effects.announceChange).toHaveBeenCalledTimes(3);
  });

  it('is gone from the recycle bin after 30 days', async () => {
    await background.vault.setSettings({ lockAfterMinutes: null });
    const [a = ''] = await addSeveral(1);
    await background.get('accounts.delete', { ids: [a] });
    background.machine.clock.advance(30 * DAY - 1);
    expect(await background.get('accounts.bin')).toHaveLength(1);
    background.machine.clock.advance(1);
    expect(await background.get('accounts.bin')).toEqual([]);
    effects.announceChange.mockClear();
    expect(await refusal(background.ask(SENDERS.manager, 'accounts.restore', { id: a }))).toBe(
      'unknown-account',
    );
  });

  it('is gone for good when the recycle bin is emptied, and no undo brings it back', async () => {
    const [a = '', b = ''] = await addSeveral(2);
    await background.get('accounts.delete', { ids: [a] });
    await background.get('accounts.emptyBin');
    expect(await background.get('accounts.bin')).toEqual([]);
    expect((await background.accounts()).map(({ id }) => id)).toEqual([b]);
    effects.announceChange.mockClear();
    expect(await refusal(background.ask(SENDERS.manager, 'vault.undo'))).toBe('nothing-to-undo');
  });

  it('comes back by undo', async () => {
    const [a = ''] = await addSeveral(1);
    await background.get('accounts.delete', { ids: [a] });
    await background.ask(SENDERS.popup, 'vault.undo');
    expect(await names()).toEqual(['a']);
    expect(effects.announceChange).toHaveBeenCalledTimes(2);
  });
});

it.each([
  ['accounts.nextCode', { id: UNKNOWN_ID }],
  ['accounts.resynchronise', { id: UNKNOWN_ID, codes: ['0', '1'] }],
  ['accounts.edit', { id: UNKNOWN_ID, names: { issuer: '', account: '', organisation: '' } }],
  ['accounts.edit', { id: UNKNOWN_ID, description: { kind: 'work', elsewhere: '' } }],
  ['accounts.edit', { id: UNKNOWN_ID, group: null }],
  ['accounts.edit', { id: UNKNOWN_ID, image: null }],
  ['accounts.setFilling', { id: UNKNOWN_ID, mode: 'ask', submits: true, insteadOfPush: true }],
  ['accounts.unbind', { id: UNKNOWN_ID, origin: 'https://login.microsoftonline.com' }],
  ['accounts.pin', { ids: [UNKNOWN_ID], pinned: true }],
  ['accounts.move', { ids: [UNKNOWN_ID], before: null }],
  ['accounts.delete', { ids: [UNKNOWN_ID] }],
  ['accounts.setGroup', { ids: [UNKNOWN_ID], group: null }],
  ['accounts.restore', { id: UNKNOWN_ID }],
] as const)('%s of an account that is not there is refused', async (name, request) => {
  await addSeveral(1);
  expect(await refusal(background.ask(SENDERS.manager, name, request as never))).toBe(
    'unknown-account',
  );
});

it.each([
  ['accounts.list', { query: '', from: 0, count: 1 }],
  ['accounts.found', { query: '' }],
  ['accounts.bin', undefined],
  ['accounts.facets', undefined],
  ['accounts.unverified', undefined],
  ['groups.add', { name: 'Family' }],
  ['accounts.nextCode', { id: UNKNOWN_ID }],
  ['accounts.reveal', { id: UNKNOWN_ID }],
  ['accounts.setFilling', { id: UNKNOWN_ID, mode: 'ask', submits: true, insteadOfPush: true }],
  ['accounts.unbind', { id: UNKNOWN_ID, origin: 'https://login.microsoftonline.com' }],
  ['intake.get', { page: ADD_PAGE }],
  ['intake.read', { page: ADD_PAGE, texts: ['steam://MZXW6YTBOIZDGNBV'], keep: false }],
  ['intake.add', { page: ADD_PAGE, accounts: [{ findingId: 'f' }] }],
  ['enrolment.start', { kind: 'work' }],
  ['enrolment.finish', { id: UNKNOWN_ID }],
  ['accounts.delete', { ids: [UNKNOWN_ID] }],
  ['accounts.emptyBin', undefined],
  ['clock.measure', { id: UNKNOWN_ID, samples: [{ code: '0', at: 0 }] }],
  ['settings.get', undefined],
  ['settings.set', { clockOffsetSeconds: 1 }],
  ['ways.list', undefined],
  ['ways.changeKey', undefined],
  ['damaged.read', { generation: 1 }],
  ['vault.undo', undefined],
  ['vault.verify', { recoveryCode: RECOVERY_CODE }],
] as const)('%s is refused while the vault is locked', async (name, request) => {
  await background.vault.lock();
  expect(await background.ask(SENDERS.manager, name, request as never)).toEqual({
    ok: false,
    code: 'locked',
  });
});
