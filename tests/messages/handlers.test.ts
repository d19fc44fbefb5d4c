import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createRecoveryCode, normalizeRecoveryCode } from '../../src/crypto/recovery-code.ts';
import type { Reply } from '../../src/messages/envelope.ts';
import type { MessageName, Request } from '../../src/messages/protocol.ts';
import type { BrowserSender } from '../../src/messages/sender.ts';
import { decodeBase32 } from '../../src/otp/base32.ts';
import type { TotpCredential } from '../../src/otp/credential.ts';
import { RFC_SECRET, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { PASSKEY, RECOVERY_CODE } from '../vault/in-memory.ts';
import { Background, effects, KEY, SIGN_IN_ORIGIN, UNUSED_MS } from './background.ts';
import { contentScript, SENDERS, SIGN_IN_URL } from './senders.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const OTHER_TENANT = '99999999-2222-3333-4444-555555555555';
const OTHER_SECRET = 'NBSWY3DPEB3W64TMMQ';
const ENROLMENT_TAB = 7;
const FINDING_ID = createHash('sha256').update(`totp:${RFC_SECRET}`).digest('base64');
const PICTURE = [{ width: 1, height: 1, luminance: 'AA==' }];
const EVERYTHING = { query: '', from: 0, count: 200 };

let background: Background;

const ask = <Name extends MessageName>(
  sender: BrowserSender,
  name: Name,
  request?: Request<Name>,
) => background.ask(sender, name, request);

const addAccount = (credential: Partial<TotpCredential> = {}, tenant?: string) =>
  background.add(totp(credential), tenant);

const codeOf = (secret: string, ms: number, period = 30) =>
  referenceCode(decodeBase32(secret), {
    algorithm: 'SHA1',
    digits: 6,
    step: Math.floor(ms / 1000 / period),
  });

const showField = (...given: Parameters<Background['showField']>) => background.showField(...given);

/** What the popup does when the user adds the account on offer. */
const addOffered = () =>
  ask(SENDERS.popup, 'enrolment.add', { tabId: ENROLMENT_TAB, findingId: FINDING_ID });

beforeEach(() => {
  vi.clearAllMocks();
  background = new Background();
});

describe('setting up', () => {
  const first = { ...KEY, name: 'This device' };

  it('leads from no vault to an open one', async () => {
    expect(await ask(SENDERS.popup, 'vault.status')).toEqual({
      ok: true,
      response: { state: 'none', damaged: [], persistent: true },
    });
    expect(
      await ask(SENDERS.unlock, 'vault.create', { first, recoveryCode: RECOVERY_CODE }),
    ).toEqual({ ok: true, response: undefined });
    expect(effects.announceChange).toHaveBeenCalledOnce();
    expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({ response: { state: 'open' } });
  });

  it('gives a recovery code that is accepted, another one each time', async () => {
    const replies = [
      await ask(SENDERS.manager, 'vault.newRecoveryCode'),
      await ask(SENDERS.manager, 'vault.newRecoveryCode'),
    ];
    const codes = replies.map((reply) =>
      reply.ok ? (reply.response as { recoveryCode: string }).recoveryCode : '',
    );
    expect(new Set(codes.map(normalizeRecoveryCode)).size).toBe(2);
  });

  it('is refused in a private window, which would forget the vault', async () => {
    effects.isEphemeral.mockReturnValueOnce(true);
    expect(
      await ask(SENDERS.unlock, 'vault.create', { first, recoveryCode: RECOVERY_CODE }),
    ).toEqual({ ok: false, code: 'ephemeral' });
    expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({ response: { state: 'none' } });
    expect(effects.announceChange).not.toHaveBeenCalled();
  });

  it('tells that the browser may evict the vault', async () => {
    effects.isPersistent.mockResolvedValueOnce(false);
    expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({
      response: { persistent: false },
    });
  });

  it('locks, shows the ways in, and opens with each of them', async () => {
    await background.create();
    for (const way of [KEY, { recoveryCode: RECOVERY_CODE }]) {
      await ask(SENDERS.popup, 'vault.lock');
      expect(await ask(SENDERS.unlock, 'vault.ways')).toEqual({
        ok: true,
        response: { ways: [PASSKEY.way, { kind: 'recovery' }] },
      });
      expect(await ask(SENDERS.unlock, 'vault.open', way)).toEqual({ ok: true });
      expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({
        response: { state: 'open' },
      });
    }
    // The lock itself is announced by whoever watches the session.
    expect(effects.announceChange).toHaveBeenCalledTimes(2);
    expect(effects.idleTimeChanged).toHaveBeenCalledTimes(2);
  });

  it('announces nothing where it does not open', async () => {
    await background.create();
    await background.vault.lock();
    expect(await ask(SENDERS.unlock, 'vault.open', { recoveryCode: createRecoveryCode() })).toEqual(
      { ok: false, code: 'wrong-key' },
    );
    expect(effects.announceChange).not.toHaveBeenCalled();
  });

  it('leads to the page that makes a vault where there is none', async () => {
    await ask(SENDERS.popup, 'unlock.show', { tabId: 7 });
    expect(effects.showFirstRun).toHaveBeenCalledOnce();
    expect(effects.showUnlockWindow).not.toHaveBeenCalled();
  });

  it('ends what was begun with the vault that is made of it, and waits for an account', async () => {
    const { recoveryCode } = await background.getAs(SENDERS.unlock, 'firstRun.recoveryCode', first);
    expect(await ask(SENDERS.unlock, 'firstRun.get')).toMatchObject({
      response: { step: 'begun' },
    });
    await ask(SENDERS.unlock, 'vault.create', { first, recoveryCode });
    expect(await ask(SENDERS.unlock, 'firstRun.get')).toEqual({
      ok: true,
      response: { step: 'account' },
    });
    await ask(SENDERS.unlock, 'firstRun.finish');
    expect(await ask(SENDERS.unlock, 'firstRun.get')).toEqual({
      ok: true,
      response: { step: 'over' },
    });
  });

  it('shows and closes the window', async () => {
    await background.create();
    await ask(SENDERS.popup, 'unlock.show', { tabId: 7 });
    expect(effects.showUnlockWindow).toHaveBeenCalledOnce();
    expect(effects.showFirstRun).not.toHaveBeenCalled();
    await ask(SENDERS.unlock, 'unlock.done');
    expect(effects.closeUnlockWindow).toHaveBeenCalledOnce();
  });
});

describe('the popup', () => {
  beforeEach(() => background.create());

  it('gets the labels in order', async () => {
    const one = await addAccount();
    const other = await addAccount({
      secret: OTHER_SECRET,
      issuer: 'GitHub',
      prefix: 'GitHub',
      account: 'alex',
      period: 60,
    });
    expect(await ask(SENDERS.popup, 'accounts.list', EVERYTHING)).toEqual({
      ok: true,
      response: {
        total: 2,
        accounts: [
          {
            id: one.id,
            issuer: 'Microsoft',
            account: 'alex@contoso.example',
            organisation: 'Contoso',
            type: 'totp',
            kind: 'work',
            methodsPage: 'https://mysignins.microsoft.com/security-info',
            origins: [SIGN_IN_ORIGIN],
            period: 30,
            mode: 'automatic',
            submits: false,
            insteadOfPush: false,
            history: [],
            pinned: false,
            needsAction: false,
            createdAt: one.createdAt,
          },
          {
            id: other.id,
            issuer: 'GitHub',
            account: 'alex',
            organisation: '',
            type: 'totp',
            kind: 'work',
            methodsPage: 'https://mysignins.microsoft.com/security-info',
            origins: [SIGN_IN_ORIGIN],
            period: 60,
            mode: 'automatic',
            submits: false,
            insteadOfPush: false,
            history: [],
            pinned: false,
            needsAction: false,
            icon: 'github',
            createdAt: other.createdAt,
          },
        ],
      },
    });
  });

  it('gets the code of now and the next one, and when that takes over', async () => {
    const { id } = await addAccount({ period: 60 });
    background.machine.clock.advance(-(background.machine.clock.now() % 60_000) + 59_999);
    const now = background.machine.clock.now();
    expect(await ask(SENDERS.popup, 'accounts.codes', { ids: [id] })).toEqual({
      ok: true,
      response: [
        {
          id,
          code: codeOf(RFC_SECRET, now, 60),
          next: codeOf(RFC_SECRET, now + 60_000, 60),
          changesAt: now + 1,
        },
      ],
    });
  });

  it('gets the codes in the order in which it asks', async () => {
    const ids = [(await addAccount()).id, (await addAccount({ secret: OTHER_SECRET })).id];
    const reply = await ask(SENDERS.popup, 'accounts.codes', { ids: ids.toReversed() });
    expect(reply).toMatchObject({ response: ids.toReversed().map((id) => ({ id })) });
  });

  it('gets no code of an account that is not here', async () => {
    const id = '0f9a1c1e-6f6e-4e0c-9d0a-2b3c4d5e6f70';
    expect(await ask(SENDERS.popup, 'accounts.codes', { ids: [id] })).toEqual({
      ok: true,
      response: [],
    });
  });

  it.each<[MessageName, Request<MessageName>]>([
    ['accounts.list', EVERYTHING],
    ['accounts.codes', { ids: [] }],
  ])('gets nothing by %s while the vault is locked', async (name, request) => {
    await addAccount();
    await background.vault.lock();
    expect(await ask(SENDERS.popup, name, request)).toEqual({ ok: false, code: 'locked' });
  });

  it('never receives a secret, in whatever state it asks for whatever it may', async () => {
    const uri = `otpauth://totp/Contoso:alex?secret=${RFC_SECRET}&issuer=Microsoft`;
    const replies: Reply[] = [];
    const askEverything = async () => {
      const ids = (await background.accounts().catch(() => [])).map(({ id }) => id);
      replies.push(
        await ask(SENDERS.popup, 'vault.status'),
        await ask(SENDERS.popup, 'accounts.list', EVERYTHING),
        await ask(SENDERS.popup, 'accounts.codes', { ids }),
        await ask(SENDERS.popup, 'enrolment.get', { tabId: ENROLMENT_TAB }),
      );
    };
    const states: (() => Promise<unknown>)[] = [
      async () => {},
      async () => {
        background.pageShows = [uri];
        await ask(SENDERS['enrolment-page'], 'enrolment.seen', { pictures: [] });
      },
      () => addOffered(),
      // A second click.
      () => addOffered(),
      async () => background.restart(),
      () => ask(SENDERS.popup, 'vault.lock'),
    ];
    for (const reach of states) {
      replies.push((await reach()) as Reply);
      await askEverything();
    }
    const said = JSON.stringify(replies).toUpperCase();
    // It did hear of the account.
    expect(said).toContain('"ACCOUNT":"ALEX"');
    const raw = Buffer.from(decodeBase32(RFC_SECRET));
    for (const form of [RFC_SECRET, raw.toString('hex'), raw.toString('base64'), raw.toString()]) {
      expect(said.includes(form.toUpperCase())).toBe(false);
    }
  });
});

describe('a sign-in page', () => {
  const account = 'alex@contoso.example';
  const none = { ok: true, response: { kind: 'none' } };
  const code = (secret: string) => ({
    ok: true,
    response: {
      kind: 'code',
      code: codeOf(secret, background.machine.clock.now()),
      submit: false,
    },
  });
  const inTenant = (tenant: string) =>
    contentScript(`${SIGN_IN_ORIGIN}/${tenant}/oauth2/v2.0/authorize`);

  beforeEach(() => background.create());

  it('gets the code of the account that it shows', async () => {
    await addAccount();
    await addAccount({ account: 'kim@contoso.example', secret: OTHER_SECRET });
    expect(await showField(SENDERS['sign-in-page'], { account })).toEqual(code(RFC_SECRET));
  });

  it.each([
    ['another address', { account: 'kim@contoso.example' }],
    ['no address', { account: '' }],
    ['the name of the organisation', { account: 'Contoso' }],
  ])('gets none for %s', async (_, request) => {
    await addAccount();
    expect(await showField(SENDERS['sign-in-page'], request)).toEqual(none);
  });

  it('gets none of an account that is bound to another origin', async () => {
    await background.vault.add({
      credential: totp(),
      kind: 'other',
      origins: ['https://login.contoso.example'],
      tenant: undefined,
    });
    expect(await showField(SENDERS['sign-in-page'], { account })).toEqual(none);
  });

  it('gets none past the deadline, and is not told that the vault is locked', async () => {
    await addAccount();
    background.machine.clock.advance(UNUSED_MS);
    expect(await showField(SENDERS['sign-in-page'], { account })).toEqual(none);
  });

  it('does not keep the vault open by asking in vain', async () => {
    await addAccount();
    for (let minute = 0; minute < UNUSED_MS / 60_000; minute += 1) {
      const stranger = { account: 'stranger@contoso.example' };
      expect(await showField(SENDERS['sign-in-page'], stranger)).toEqual(none);
      background.machine.clock.advance(60_000);
    }
    expect(await background.vault.isOpen()).toBe(false);
  });

  it('keeps it open for as long again by a code that it gets', async () => {
    await addAccount();
    background.machine.clock.advance(UNUSED_MS - 30_000);
    expect(await showField(SENDERS['sign-in-page'], { account })).toMatchObject({
      response: { kind: 'code' },
    });
    background.machine.clock.advance(UNUSED_MS - 30_000);
    expect(await background.vault.isOpen()).toBe(true);
  });

  it('gets that of its own tenant where a guest has the same address in two', async () => {
    await addAccount({}, TENANT);
    await addAccount({ secret: OTHER_SECRET, prefix: 'Fabrikam' }, OTHER_TENANT);
    expect(await showField(inTenant(TENANT), { account })).toEqual(code(RFC_SECRET));
    expect(await showField(inTenant(OTHER_TENANT), { account })).toEqual(code(OTHER_SECRET));
    expect(await showField(contentScript(SIGN_IN_URL), { account })).toEqual(none);
  });

  it('does not choose its tenant by a parameter of its address', async () => {
    await addAccount({}, TENANT);
    await addAccount({ secret: OTHER_SECRET, prefix: 'Fabrikam' }, OTHER_TENANT);
    const parameter = `?tenant=${OTHER_TENANT}&tenantId=${OTHER_TENANT}`;
    const nowhere = contentScript(`${SIGN_IN_ORIGIN}/common/oauth2/v2.0/authorize${parameter}`);
    expect(await showField(nowhere, { account })).toEqual(none);
    const inFirst = contentScript(`${SIGN_IN_ORIGIN}/${TENANT}/oauth2/v2.0/authorize${parameter}`);
    expect(await showField(inFirst, { account })).toEqual(code(RFC_SECRET));
  });

  it('gets that of the newest where an enrolment in the organisation was begun again', async () => {
    await addAccount();
    background.machine.clock.advance(1_000);
    await addAccount({ secret: OTHER_SECRET });
    expect(await showField(contentScript(SIGN_IN_URL), { account })).toEqual(code(OTHER_SECRET));
  });

  it('is judged by its address before what it says of its tenant', async () => {
    await addAccount({}, TENANT);
    await addAccount({ secret: OTHER_SECRET, prefix: 'Fabrikam' }, OTHER_TENANT);
    const claim = { account, tenant: OTHER_TENANT };
    expect(await showField(inTenant(TENANT), claim)).toEqual(code(RFC_SECRET));
    expect(await showField(contentScript(SIGN_IN_URL), claim)).toEqual(code(OTHER_SECRET));
  });

  it('gets a code that was filled in no second time, in whatever tab', async () => {
    await addAccount();
    await showField(SENDERS['sign-in-page'], { account });
    await ask(SENDERS['sign-in-page'], 'code.filled');
    expect(effects.showSignIn.mock.lastCall).toMatchObject([7, { state: 'filled' }]);
    expect(effects.showFilled).not.toHaveBeenCalled();
    for (const tab of [{ id: 7 }, { id: 8 }]) {
      const sender = contentScript(SIGN_IN_URL, { tab });
      expect(await showField(sender, { account })).toEqual({
        ok: true,
        response: { kind: 'wait', ms: 30_000 },
      });
    }
  });
});

describe('an enrolment page', () => {
  beforeEach(() => background.create());

  it('is heard, gets the code of what was added, and is forgotten when it is left', async () => {
    const page = SENDERS['enrolment-page'];
    const offer = { tabId: ENROLMENT_TAB };
    background.pageShows = [`otpauth://totp/Contoso:alex?secret=${RFC_SECRET}&issuer=Microsoft`];
    await ask(page, 'enrolment.seen', { pictures: [] });
    expect(await ask(SENDERS.popup, 'enrolment.get', offer)).toEqual({
      ok: true,
      response: {
        findings: [
          {
            kind: 'account',
            id: FINDING_ID,
            issuer: 'Microsoft',
            account: 'alex',
            organisation: 'Contoso',
            type: 'totp',
            algorithm: 'SHA1',
            digits: 6,
            period: 30,
            unusual: [],
            state: 'new',
            accountKind: 'work',
          },
        ],
        scanned: false,
        canEnrol: false,
      },
    });
    expect(await ask(page, 'enrolment.code')).toMatchObject({ response: { kind: 'none' } });
    expect(await addOffered()).toEqual({
      ok: true,
      response: { kind: 'added', issuer: 'Microsoft', account: 'alex', organisation: 'Contoso' },
    });
    expect(await ask(page, 'enrolment.code')).toEqual({
      ok: true,
      response: {
        kind: 'code',
        code: codeOf(RFC_SECRET, background.machine.clock.now()),
        submit: false,
      },
    });
    await ask(page, 'enrolment.left');
    expect(await ask(SENDERS.popup, 'enrolment.get', offer)).toEqual({
      ok: true,
      response: { findings: [], scanned: false, canEnrol: false },
    });
  });

  it('gets no code for a later field, until its set-up code is shown again', async () => {
    const page = SENDERS['enrolment-page'];
    background.pageShows = [`otpauth://totp/Contoso:alex?secret=${RFC_SECRET}&issuer=Microsoft`];
    await ask(page, 'enrolment.seen', { pictures: [] });
    await addOffered();
    expect(await ask(page, 'enrolment.code')).toMatchObject({ response: { kind: 'code' } });
    // The field was drawn anew before the code was in it.
    expect(await ask(page, 'enrolment.code')).toMatchObject({ response: { kind: 'code' } });
    await ask(page, 'code.filled');
    background.machine.clock.advance(30_000);
    expect(await ask(page, 'enrolment.code')).toEqual({ ok: true, response: { kind: 'none' } });
    const shown = background.pageShows;
    background.pageShows = [];
    await ask(page, 'enrolment.seen', { pictures: PICTURE });
    background.pageShows = shown;
    await ask(page, 'enrolment.seen', { pictures: [] });
    expect(await ask(page, 'enrolment.code')).toEqual({
      ok: true,
      response: {
        kind: 'code',
        code: codeOf(RFC_SECRET, background.machine.clock.now()),
        submit: false,
      },
    });
  });

  it('keeps its code when another tab has filled one in', async () => {
    const page = SENDERS['enrolment-page'];
    background.pageShows = [`otpauth://totp/Contoso:alex?secret=${RFC_SECRET}&issuer=Microsoft`];
    await ask(page, 'enrolment.seen', { pictures: [] });
    await addOffered();
    await ask(contentScript(SIGN_IN_URL, { tab: { id: 8 } }), 'code.filled');
    expect(await ask(page, 'enrolment.code')).toMatchObject({ response: { kind: 'code' } });
  });

  it('gets the code of an account that is in the vault already, and the popup hears of it', async () => {
    const page = SENDERS['enrolment-page'];
    await addAccount({ account: 'alex' });
    background.pageShows = [`otpauth://totp/Contoso:alex?secret=${RFC_SECRET}&issuer=Microsoft`];
    await ask(page, 'enrolment.seen', { pictures: [] });
    expect(await addOffered()).toEqual({
      ok: true,
      response: {
        kind: 'already-here',
        issuer: 'Microsoft',
        account: 'alex',
        organisation: 'Contoso',
        restored: false,
      },
    });
    expect(await ask(SENDERS.popup, 'enrolment.get', { tabId: ENROLMENT_TAB })).toMatchObject({
      response: { added: { account: 'alex', verified: false } },
    });
    expect(await ask(page, 'enrolment.code')).toEqual({
      ok: true,
      response: {
        kind: 'code',
        code: codeOf(RFC_SECRET, background.machine.clock.now()),
        submit: false,
      },
    });
  });

  it('does not touch the offer of another tab', async () => {
    background.pageShows = ['https://contoso.example/'];
    await ask(SENDERS['enrolment-page'], 'enrolment.seen', { pictures: [] });
    const elsewhere = contentScript(SENDERS['enrolment-page'].url ?? '', { tab: { id: 8 } });
    await ask(elsewhere, 'enrolment.left');
    expect(await ask(SENDERS.popup, 'enrolment.get', { tabId: 8 })).toMatchObject({
      response: { findings: [] },
    });
    expect(await ask(SENDERS.popup, 'enrolment.get', { tabId: 7 })).toMatchObject({
      response: { findings: [{ kind: 'web', address: 'https://contoso.example/' }] },
    });
  });
});
