import { beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeBase32 } from '../../src/otp/base32.ts';
import { bindOrigin } from '../../src/vault/facts.ts';
import { hotp, RFC_SECRET, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { numberedSecret } from '../vault/builders.ts';
import { RECOVERY_CODE } from '../vault/in-memory.ts';
import { Background, effects, PAGE, SIGN_IN_ORIGIN } from './background.ts';
import { contentScript, ENROLMENT_URL, SENDERS, SIGN_IN_URL, SITE_URL } from './senders.ts';

const BANK = 'https://bank.example';
const ALEX = 'alex@contoso.example';
const KIM = 'kim@contoso.example';
const TAB = 7;
const NONE = { ok: true, response: { kind: 'none' } };

let background: Background;

beforeEach(async () => {
  vi.clearAllMocks();
  background = new Background();
  background.address = SITE_URL;
  await background.create();
});

const get = (tabId = TAB) => background.getAs(SENDERS.popup, 'signIn.get', { tabId });
const site = SENDERS['site-page'];
const code = (secret = RFC_SECRET) =>
  referenceCode(decodeBase32(secret), {
    algorithm: 'SHA1',
    digits: 6,
    step: Math.floor(background.machine.clock.now() / 30_000),
  });

describe('what the popup says of the site', () => {
  it('is its host in full, and how its punycode reads', async () => {
    background.address = 'https://xn--bcher-kva.example:8443/login?x=1';
    expect(await get()).toEqual({
      site: {
        origin: 'https://xn--bcher-kva.example:8443',
        host: 'xn--bcher-kva.example:8443',
        unicode: 'bücher.example:8443',
        isMicrosoft: false,
        mayReach: true,
      },
      wants: 'nothing',
      state: 'idle',
      shown: [],
      accounts: [],
      isPinned: true,
    });
  });

  it.each(['http://bank.example/', 'about:blank', 'chrome://newtab/', ''])(
    'is nothing on %j',
    async (address) => {
      background.address = address;
      expect((await get()).site).toBeUndefined();
    },
  );

  it.each([
    [SIGN_IN_URL, true],
    ['https://login.live.com/', true],
    [SITE_URL, false],
    [ENROLMENT_URL, false],
  ])("is whether it is one of Microsoft's: %s", async (address, isMicrosoft) => {
    background.address = address;
    expect((await get()).site).toMatchObject({ isMicrosoft });
  });

  it.each([true, false])('is whether the browser lets us in: %s', async (mayReach) => {
    effects.mayReach.mockResolvedValueOnce(mayReach);
    expect((await get()).site).toMatchObject({ mayReach });
    expect(effects.mayReach).toHaveBeenLastCalledWith(BANK);
  });

  it.each([true, false])('is whether the button is in view: %s', async (isPinned) => {
    effects.isPinned.mockResolvedValueOnce(isPinned);
    expect(await get()).toMatchObject({ isPinned });
    expect(effects.isPinned).toHaveBeenLastCalledWith(TAB);
  });
});

describe('the accounts that it lists', () => {
  it('are those bound to the site; those that the page shows first', async () => {
    const alex = await background.add(totp(), undefined, [BANK]);
    const secret = numberedSecret(1);
    const kim = await background.add(totp({ account: KIM, secret }), undefined, [BANK]);
    await background.add(totp({ account: 'x', secret: numberedSecret(2) }));
    await background.showField(site, { account: ALEX });
    expect(await get()).toMatchObject({
      shown: [ALEX],
      accounts: [
        { id: alex.id, account: ALEX, fits: true, mode: 'automatic', origins: [BANK] },
        { id: kim.id, account: KIM, fits: false },
      ],
    });
  });

  it('are twenty at most', async () => {
    for (let number = 0; number < 21; number += 1) {
      const account = `${number}@contoso.example`;
      await background.add(totp({ account, secret: numberedSecret(number) }));
    }
    background.address = SIGN_IN_URL;
    const shown = '0@contoso.example';
    await background.showField(SENDERS['sign-in-page'], { account: shown });
    const { accounts } = await get();
    expect(accounts).toHaveLength(20);
    // The oldest, but the one that fits.
    expect(accounts[0]).toMatchObject({ account: shown, fits: true });
  });

  it('are none while the vault is locked', async () => {
    await background.add(totp(), undefined, [BANK]);
    await background.vault.lock();
    await background.showField(site, { account: ALEX });
    expect(await get()).toMatchObject({ state: 'locked', wants: 'code', accounts: [] });
  });

  it('hold neither code nor secret, whatever the page wants', async () => {
    const { id } = await background.add(totp(), undefined, [BANK]);
    const said: unknown[] = [];
    for (const mode of ['automatic', 'ask', 'manual'] as const) {
      const filling = { id, mode, submits: true, insteadOfPush: true };
      await background.get('accounts.setFilling', filling);
      await background.showField(site, { account: ALEX });
      said.push(await get());
    }
    await background.ask(SENDERS.popup, 'signIn.fill', { tabId: TAB, id });
    said.push(await get());
    const text = JSON.stringify(said);
    expect(text).toContain(id);
    expect(text.includes(code())).toBe(false);
    expect(text.includes(RFC_SECRET)).toBe(false);
  });
});

describe('the hosts that are bound', () => {
  const hosts = () => background.ask(SENDERS.popup, 'signIn.boundHosts');

  it('are those of all accounts, each once, with their ports', async () => {
    await background.add(totp(), undefined, [BANK, SIGN_IN_ORIGIN]);
    const port = `${BANK}:8443`;
    await background.add(totp({ secret: numberedSecret(1) }), undefined, [BANK, port]);
    const deleted = await background.add(totp({ secret: numberedSecret(2) }), undefined, [
      'https://shop.example',
    ]);
    await background.get('accounts.delete', { ids: [deleted.id] });
    expect(await hosts()).toEqual({
      ok: true,
      response: ['bank.example', 'login.microsoftonline.com', 'bank.example:8443'].map((host) => ({
        host,
      })),
    });
  });

  it('are not told while the vault is locked', async () => {
    await background.vault.lock();
    expect(await hosts()).toEqual({ ok: false, code: 'locked' });
  });
});

describe('what it says of the page', () => {
  it('is what that wants and shows, and the account that it is about', async () => {
    const { id } = await background.add(totp(), undefined, [BANK]);
    const filling = { id, mode: 'ask', submits: false, insteadOfPush: false } as const;
    await background.get('accounts.setFilling', filling);
    await background.showField(site, { account: ALEX });
    const view = await get();
    expect(view).toMatchObject({ wants: 'code', state: 'asked', shown: [ALEX], accountId: id });
    expect(view.number).toBeGreaterThanOrEqual(10);
    expect(await get(8)).toMatchObject({ wants: 'nothing', state: 'idle', shown: [] });
  });

  it('does not tell when a code comes that is waited for', async () => {
    await background.add(totp(), undefined, [BANK]);
    background.machine.clock.advance(27_000);
    await background.showField(site, { account: ALEX });
    expect(await get()).toMatchObject({ state: 'waiting' });
  });
});

describe('a page of a site', () => {
  it('gets the code of the account that is bound to it, once', async () => {
    await background.add(totp(), undefined, [BANK]);
    const answer = { ok: true, response: { kind: 'code', code: code(), submit: false } };
    expect(await background.showField(site, { account: '' })).toEqual(answer);
    expect(await background.ask(site, 'code.filled')).toEqual({ ok: true, response: undefined });
    expect(effects.showSignIn.mock.lastCall).toMatchObject([TAB, { state: 'filled' }]);
    expect(await background.showField(site, { account: '' })).toEqual({
      ok: true,
      response: { kind: 'wait', ms: 30_000 },
    });
  });

  it('that says that its code was wrong is stopped, and the clock is doubted', async () => {
    const { id } = await background.add(totp(), undefined, [BANK]);
    await background.showField(site, { account: '' });
    await background.ask(site, 'code.filled');
    effects.announceChange.mockClear();
    expect(await background.ask(site, 'code.refused')).toEqual({ ok: true, response: undefined });
    expect(effects.showSignIn.mock.lastCall).toMatchObject([TAB, { state: 'stopped' }]);
    expect(await background.get('vault.status')).toMatchObject({ clockDoubt: id });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    background.machine.clock.advance(30_000);
    expect(await background.showField(site, { account: '' })).toEqual(NONE);
  });

  it('that says that a code was wrong which was none of ours, raises no doubt of the clock', async () => {
    await background.add(totp(), undefined, [BANK]);
    await background.showField(site, { account: '' });
    for (const said of [undefined, { page: PAGE, shown: [] }]) {
      expect(await background.ask(site, 'code.refused', said)).toEqual({
        ok: true,
        response: undefined,
      });
      expect(effects.announceChange).not.toHaveBeenCalled();
      expect(await background.get('vault.status')).not.toHaveProperty('clockDoubt');
      expect(effects.showSignIn.mock.lastCall).toMatchObject([TAB, { state: 'ready' }]);
    }
    background.machine.clock.advance(30_000);
    expect(await background.showField(site, { account: '' })).toEqual(NONE);
  });

  it('whose field is too small for a code gets none', async () => {
    const { id } = await background.add(hotp({ counter: 5 }), undefined, [BANK]);
    const filling = { id, mode: 'automatic', submits: false, insteadOfPush: false } as const;
    await background.get('accounts.setFilling', filling);
    const wanting = { page: PAGE, field: 1, shown: [] };
    expect(await background.ask(site, 'signIn.field', { ...wanting, room: 5 })).toEqual(NONE);
    const [before] = await background.accounts();
    expect(before).toMatchObject({ credential: { counter: 5 } });
    expect(await background.ask(site, 'signIn.field', { ...wanting, room: 6 })).toMatchObject({
      response: { kind: 'code' },
    });
  });

  it('that speaks of a wrong code while the user is asked changes nothing of that', async () => {
    const { id } = await background.add(totp(), undefined, [BANK]);
    const filling = { id, mode: 'ask', submits: false, insteadOfPush: false } as const;
    await background.get('accounts.setFilling', filling);
    await background.showField(site, { account: '' });
    const before = await get();
    expect(before).toMatchObject({ state: 'asked' });
    await background.ask(site, 'code.refused', { page: PAGE, shown: [] });
    expect(await get()).toEqual(before);
  });

  it('learns nothing of why it gets none', async () => {
    const { id } = await background.add(totp(), undefined, [BANK]);
    const second = await background.add(totp({ account: KIM, secret: numberedSecret(1) }));
    const setMode = (mode: 'automatic' | 'ask' | 'manual') =>
      background.get('accounts.setFilling', { id, mode, submits: true, insteadOfPush: false });
    const evil = contentScript('https://evil.example/login');
    const states: [string, () => Promise<unknown>, typeof site?][] = [
      ['manual', () => setMode('manual')],
      ['ask', () => setMode('ask')],
      ['kept out', async () => effects.mayReach.mockResolvedValue(false)],
      ['let in', async () => effects.mayReach.mockResolvedValue(true)],
      ['several', () => background.vault.change(bindOrigin(second.id, BANK))],
      ['nobody', async () => {}, evil],
      ['locked', () => background.vault.lock()],
      ['locked, nobody', async () => {}, evil],
      ['no vault any more', async () => indexedDB.deleteDatabase('countersign'), evil],
    ];
    for (const [why, reach, sender = site] of states) {
      await reach();
      const byField = await background.showField(sender, { account: '' });
      const wanting = { page: PAGE, field: 1, shown: [] };
      const byHand = await background.ask(sender, 'signIn.byHand', wanting);
      expect([why, byField, byHand]).toEqual([why, NONE, NONE]);
    }
  });
});

describe('pages that enrol', () => {
  it('do not change what is said of signing in, nor it what is said of them', async () => {
    await background.add(totp(), undefined, [BANK]);
    await background.showField(site, { account: '' });
    await background.ask(SENDERS['enrolment-page'], 'code.filled');
    expect(effects.showFilled).toHaveBeenCalledExactlyOnceWith(TAB);
    expect(effects.showSignIn).not.toHaveBeenCalled();
    await background.ask(SENDERS['enrolment-page'], 'code.refused');
    expect(effects.showSignIn).not.toHaveBeenCalled();
    effects.showFilled.mockClear();
    await background.ask(site, 'code.filled');
    expect(effects.showFilled).not.toHaveBeenCalled();
  });
});

describe('the popup', () => {
  it('fills in, and tells what came of it', async () => {
    const { id } = await background.add(totp(), undefined, [BANK]);
    effects.askPage.mockResolvedValueOnce('no-field');
    expect(await background.ask(SENDERS.popup, 'signIn.fill', { tabId: TAB, id })).toEqual({
      ok: true,
      response: { outcome: 'no-field' },
    });
    expect(effects.askPage).toHaveBeenCalledExactlyOnceWith(TAB, BANK);
  });

  it('does not where the account is not bound, until it binds it', async () => {
    const { id } = await background.add();
    const fill = () => background.ask(SENDERS.popup, 'signIn.fill', { tabId: TAB, id });
    expect(await fill()).toEqual({ ok: false, code: 'not-bound', field: 'id' });
    const bind = (origin: string) =>
      background.ask(SENDERS.popup, 'signIn.bind', { tabId: TAB, id, origin });
    expect(await bind(SIGN_IN_ORIGIN)).toEqual({ ok: false, code: 'page-moved', field: 'origin' });
    effects.announceChange.mockClear();
    expect(await bind(BANK)).toEqual({ ok: true, response: undefined });
    expect(effects.announceChange).toHaveBeenCalled();
    expect(await fill()).toEqual({ ok: true, response: { outcome: 'filled' } });
  });

  it('uses a code where the page waits for a phone', async () => {
    await background.add();
    background.address = SIGN_IN_URL;
    const page = SENDERS['sign-in-page'];
    const push = () => background.ask(page, 'signIn.push', { page: PAGE, shown: [ALEX] });
    expect(await push()).toEqual(NONE);
    expect(await get()).toMatchObject({ wants: 'other-approval', state: 'ready' });
    await background.getAs(SENDERS.popup, 'signIn.useCode', { tabId: TAB });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await push()).toEqual({ ok: true, response: { kind: 'switch' } });
    expect(await push()).toEqual(NONE);
  });

  it('that unlocks for a page has it go on for as long again', async () => {
    await background.add(totp(), undefined, [BANK]);
    await background.vault.lock();
    expect(await background.showField(site, { account: '' })).toEqual(NONE);
    background.machine.clock.advance(600_000);
    await background.getAs(SENDERS.popup, 'unlock.show', { tabId: TAB });
    expect(effects.showUnlockWindow).toHaveBeenCalledOnce();
    background.machine.clock.advance(60_000);
    await background.vault.open({ recoveryCode: RECOVERY_CODE });
    expect(await background.showField(site, { account: '' })).toMatchObject({
      response: { kind: 'code' },
    });
  });
});

it('a page that may have a field gets the script for it, in its own tab', async () => {
  await background.ask(site, 'signIn.attend');
  expect(effects.attend.mock.calls).toEqual([[TAB]]);
});

it('a page that has left is forgotten', async () => {
  await background.vault.lock();
  await background.showField(site, { account: ALEX });
  expect(await get()).toMatchObject({ state: 'locked' });
  await background.ask(site, 'signIn.left', { page: PAGE });
  expect(await get()).toMatchObject({ state: 'idle', wants: 'nothing' });
});
