import { expect, it, vi } from 'vitest';
import { createRecoveryCode } from '../../src/crypto/recovery-code.ts';
import { encodeBase64 } from '../../src/encoding/base64.ts';
import type { MessageName, Request } from '../../src/messages/protocol.ts';
import { bytes, WAYS } from '../crypto/slots.ts';
import { hotp, rfcSeed, totp } from '../otp/credentials.ts';
import { referenceCode } from '../otp/reference.ts';
import { breakSeal, RECOVERY_CODE, tamper } from '../vault/in-memory.ts';
import { IMAGE } from '../vault/png.ts';
import { Background, KEY } from './background.ts';
import { EXAMPLES } from './examples.ts';
import { ADD_PAGE, ENROLMENT_URL, SENDERS, SIGN_IN_URL } from './senders.ts';

vi.setConfig({ testTimeout: 20_000 });

/** How old a verification of the user may be: milliseconds. */
const FRESH_MS = 60_000;

const FILLING = { submits: false, insteadOfPush: false } as const;

/** A vault with something of everything, verified just now. */
async function prepare() {
  const background = new Background();
  await background.create();
  const account = await background.add();
  const counted = await background.add(hotp({ secret: 'MZXW6YTBOI', account: 'counted' }));
  await background.get('accounts.setFilling', { ...FILLING, id: counted.id, mode: 'ask' });
  const binned = await background.add(totp({ secret: 'NBSWY3DPEB3W64TMMQ', account: 'binned' }));
  await background.get('accounts.delete', { ids: [binned.id] });
  const group = await background.get('groups.add', { name: 'Family' });
  // The newest state breaks, and is kept as damaged.
  await background.vault.setSettings({ lockAfterMinutes: 5, lockWhenIdleMinutes: 1 });
  await background.vault.setSettings({ clockOffsetSeconds: 1 });
  await tamper(9, breakSeal);
  background.restart();
  await background.vault.open({ recoveryCode: RECOVERY_CODE });
  background.pageShows = ['otpauth://totp/offered?secret=ORUGS4ZANFZSAYJA'];
  background.address = ENROLMENT_URL;
  await background.ask(SENDERS['enrolment-page'], 'enrolment.seen', { pictures: [] });
  const offered = await background.getAs(SENDERS.popup, 'enrolment.get', { tabId: 7 });
  const texts = ['otpauth://totp/handed-in?secret=MFRGGZDFMZTWQ2LK'];
  const handedIn = await background.get('intake.read', { page: ADD_PAGE, texts, keep: false });
  const [first, recovery] = await background.get('ways.list');
  return {
    background,
    id: account.id,
    countedId: counted.id,
    binnedId: binned.id,
    generation: 9,
    groupId: group.id,
    first: first?.id ?? '',
    recovery: recovery?.id ?? '',
    findingId: firstId(offered.findings),
    handedInId: firstId(handedIn.findings),
  };
}

function firstId([finding]: readonly object[]): string {
  return finding && 'id' in finding ? String(finding.id) : '';
}

type Prepared = Awaited<ReturnType<typeof prepare>>;

const PASSPHRASE = {
  way: WAYS.passphrase,
  material: encodeBase64(bytes('passphrase')),
  name: 'Passphrase',
};
const hotpCode = (counter: number) =>
  referenceCode(Buffer.from('foobar'), { algorithm: 'SHA1', digits: 6, step: counter });

/** The popup's Fill on a sign-in page. */
function fillAtSignIn({ background, id }: Prepared): Request<'signIn.fill'> {
  background.address = SIGN_IN_URL;
  return { tabId: 7, id };
}

/** The popup's "Use a code instead", where Microsoft's page waits for a phone. */
async function useCodeAtPush({ background }: Prepared): Promise<Request<'signIn.useCode'>> {
  background.address = SIGN_IN_URL;
  const shown = ['alex@contoso.example'];
  await background.ask(SENDERS['sign-in-page'], 'signIn.push', { page: ADD_PAGE, shown });
  return { tabId: 7 };
}

/** A page wants a code of the account that asks first; the window shows it. */
async function approvalOnShow({ background }: Prepared): Promise<{ id: string }> {
  const wanting = { page: ADD_PAGE, field: 1, shown: ['counted'] };
  await background.ask(SENDERS['sign-in-page'], 'signIn.field', wanting);
  const { request } = await background.getAs(SENDERS.approve, 'approvals.get');
  return { id: request?.id ?? 'none is on show' };
}

/**
 * For every message: whether it wants a fresh verification of the user, and an example that succeeds with one.
 * Written by hand: who adds a message must think of what it shows, exports, adds to the ways in, or lowers. `never`:
 * only for those that a page of ours cannot send, or that make no sense with an open vault.
 */
const TABLE: {
  readonly [Name in MessageName]:
    | 'never'
    | readonly ['fresh' | 'any', (prepared: Prepared) => Request<Name> | Promise<Request<Name>>];
} = {
  'vault.status': ['any', () => undefined],
  'vault.newRecoveryCode': ['any', () => undefined],
  'vault.create': 'never',
  'firstRun.get': ['any', () => undefined],
  'firstRun.made': ['any', () => ({ way: WAYS.passkey, name: 'This device' })],
  // There is a vault already.
  'firstRun.recoveryCode': 'never',
  'firstRun.beginAnew': ['any', () => undefined],
  'firstRun.finish': ['any', () => undefined],
  'vault.ways': ['any', () => undefined],
  'vault.open': ['any', () => KEY],
  'vault.verify': ['any', () => ({ recoveryCode: RECOVERY_CODE })],
  'vault.lock': ['any', () => undefined],
  'vault.undo': ['any', () => undefined],
  'vault.used': ['any', () => undefined],
  'ways.list': ['any', () => undefined],
  'ways.add': ['fresh', () => PASSPHRASE],
  'ways.replace': [
    'fresh',
    ({ recovery }) => ({ id: recovery, by: { recoveryCode: createRecoveryCode() } }),
  ],
  'ways.remove': ['fresh', ({ first }) => ({ id: first })],
  'ways.changeKey': ['fresh', () => undefined],
  'ways.rename': ['any', ({ first }) => ({ id: first, name: 'Another name' })],
  'settings.get': ['any', () => undefined],
  // What raises the protection is below.
  'settings.set': ['fresh', () => ({ lockAfterMinutes: 15 })],
  // Sealed bytes: they show nothing to who cannot open them.
  'damaged.read': ['any', ({ generation }) => ({ generation })],
  'damaged.discard': ['fresh', ({ generation }) => ({ generation })],
  'unlock.show': ['any', () => ({ tabId: 7 })],
  'popup.open': ['any', () => ({ tabId: 7, count: 1 })],
  'popup.hideCodes': ['any', () => ({ hidden: true })],
  'unlock.done': ['any', () => undefined],
  'accounts.list': ['any', () => ({ query: '', from: 0, count: 1 })],
  'accounts.found': ['any', () => ({ query: '' })],
  'accounts.facets': ['any', () => undefined],
  'accounts.unverified': ['any', () => undefined],
  'accounts.codes': ['any', ({ id }) => ({ ids: [id] })],
  'accounts.nextCode': ['any', ({ countedId }) => ({ id: countedId })],
  'accounts.resynchronise': [
    'any',
    ({ countedId }) => ({ id: countedId, codes: [hotpCode(4), hotpCode(5)] }),
  ],
  // It asks before a code goes out; the rest is below.
  'accounts.setFilling': [
    'fresh',
    ({ countedId }) => ({ ...FILLING, id: countedId, mode: 'automatic' }),
  ],
  // Codes go to fewer sites; it can be taken back.
  'accounts.unbind': ['any', ({ id }) => ({ id, origin: 'https://login.microsoftonline.com' })],
  'accounts.reveal': ['fresh', ({ id }) => ({ id })],
  'accounts.edit': [
    'any',
    ({ id, groupId }) => ({
      id,
      names: { issuer: 'a', account: 'b', organisation: 'c' },
      description: { kind: 'guest', elsewhere: 'Phone' },
      group: groupId,
      image: IMAGE,
    }),
  ],
  'accounts.pin': ['any', ({ id }) => ({ ids: [id], pinned: true })],
  'accounts.move': ['any', ({ id }) => ({ ids: [id], before: null })],
  'accounts.setGroup': ['any', ({ id, groupId }) => ({ ids: [id], group: groupId })],
  'accounts.used': ['any', ({ id }) => ({ id })],
  // Into the recycle bin: it can be brought back.
  'accounts.delete': ['any', ({ id }) => ({ ids: [id] })],
  'accounts.bin': ['any', () => undefined],
  'accounts.restore': ['any', ({ binnedId }) => ({ id: binnedId })],
  'accounts.emptyBin': ['fresh', () => undefined],
  'groups.add': ['any', () => ({ name: 'Another' })],
  'groups.rename': ['any', ({ groupId }) => ({ id: groupId, name: 'Another' })],
  'groups.remove': ['any', ({ groupId }) => ({ id: groupId })],
  'groups.move': ['any', ({ groupId }) => ({ id: groupId, before: null })],
  'clock.measure': [
    'any',
    ({ id, background }) => {
      const at = background.machine.clock.now();
      const code = referenceCode(rfcSeed(20), {
        algorithm: 'SHA1',
        digits: 6,
        step: Math.floor(at / 30_000),
      });
      return { id, samples: [{ code, at }] };
    },
  ],
  'clock.looked': ['any', () => undefined],
  'clipboard.copied': ['any', () => undefined],
  'enrolment.get': ['any', () => ({ tabId: 7 })],
  'enrolment.add': ['any', ({ findingId }) => ({ tabId: 7, findingId })],
  'enrolment.scan': ['any', () => ({ tabId: 7 })],
  'enrolment.start': ['any', () => ({ kind: 'work' })],
  'enrolment.drive': ['any', () => ({ tabId: 7 })],
  'enrolment.stop': ['any', () => ({ tabId: 7 })],
  'enrolment.dismiss': ['any', () => ({ tabId: 7 })],
  'enrolment.finish': ['any', ({ id }) => ({ id })],
  'enrolment.observed': 'never',
  'intake.get': ['any', () => ({ page: ADD_PAGE })],
  'intake.read': [
    'any',
    () => ({ page: ADD_PAGE, texts: ['steam://GEZDGNBVGY3TQOJQ'], keep: false }),
  ],
  'intake.type': ['any', () => EXAMPLES['intake.type'].request],
  'intake.add': [
    'any',
    ({ handedInId }) => ({ page: ADD_PAGE, accounts: [{ findingId: handedInId }] }),
  ],
  'intake.clear': ['any', () => ({ page: ADD_PAGE })],
  'enrolment.seen': 'never',
  'enrolment.code': 'never',
  'enrolment.left': 'never',
  'signIn.field': 'never',
  'signIn.byHand': 'never',
  'signIn.push': 'never',
  'signIn.attend': 'never',
  'signIn.left': 'never',
  'signIn.stuck': 'never',
  'signIn.get': ['any', () => ({ tabId: 7 })],
  // An account that asks first does so here, too.
  'signIn.fill': ['any', fillAtSignIn],
  // Sites that may have its codes: the user sees the host in full, and it can be taken back.
  'signIn.bind': ['any', ({ id }) => ({ tabId: 7, id, origin: new URL(ENROLMENT_URL).origin })],
  'signIn.boundHosts': ['any', () => undefined],
  'signIn.useCode': ['any', useCodeAtPush],
  'approvals.get': ['any', () => undefined],
  'approvals.pick': [
    'any',
    async (prepared) => ({ ...(await approvalOnShow(prepared)), number: 0 }),
  ],
  // It is a verification of its own.
  'approvals.confirm': 'never',
  'approvals.refuse': ['any', approvalOnShow],
  'approvals.next': ['any', approvalOnShow],
  'code.filled': 'never',
  'code.refused': 'never',
};

const NAMES = Object.keys(TABLE) as MessageName[];
const asked = NAMES.filter((name) => TABLE[name] !== 'never');
const wanting = asked.filter((name) => TABLE[name][0] === 'fresh');

/** Sends the example of a message that long after the last verification. */
async function askAfter(ms: number, name: MessageName, verify?: (prepared: Prepared) => unknown) {
  const prepared = await prepare();
  const { background } = prepared;
  background.pageShows = ['otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ'];
  await background.ask(SENDERS['enrolment-page'], 'enrolment.seen', { pictures: [] });
  background.machine.clock.advance(ms);
  await verify?.(prepared);
  const before = await background.vault.document();
  const [, request] = TABLE[name] as ['any', (prepared: Prepared) => Promise<never>];
  const example = await request(prepared);
  const senders = ['manager', 'unlock', 'approve'] as const;
  let reply = await background.ask(SENDERS.popup, name, example);
  for (const sender of senders) {
    if (reply.ok || reply.code !== 'refused') break;
    reply = await background.ask(SENDERS[sender], name, example);
  }
  return { reply, background, before };
}

it.each(asked)('%s, 60.001 s after the last verification', async (name) => {
  const { reply, background, before } = await askAfter(FRESH_MS + 1, name);
  if (TABLE[name][0] === 'any') {
    expect(reply).toMatchObject({ ok: true });
  } else {
    expect(reply).toEqual({ ok: false, code: 'verification-needed' });
    expect(await background.vault.document()).toEqual(before);
  }
});

it.each(wanting)('%s, 60 s after it', async (name) => {
  expect((await askAfter(FRESH_MS, name)).reply).toMatchObject({ ok: true });
});

it.each(wanting)('%s, later, and verified again', async (name) => {
  const verify = ({ background }: Prepared) => background.get('vault.verify', KEY);
  expect((await askAfter(4 * FRESH_MS, name, verify)).reply).toMatchObject({ ok: true });
});

it.each([
  ['a wrong code', { recoveryCode: createRecoveryCode() }],
  ['a wrong key', { ...KEY, material: encodeBase64(bytes('stranger')) }],
])('what verifies the user is not %s', async (_, opener) => {
  const { background } = await prepare();
  background.machine.clock.advance(FRESH_MS + 1);
  expect(await background.ask(SENDERS.manager, 'vault.verify', opener)).toEqual({
    ok: false,
    code: 'wrong-key',
  });
  expect(await background.ask(SENDERS.manager, 'accounts.emptyBin')).toEqual({
    ok: false,
    code: 'verification-needed',
  });
});

it('use of the vault is no verification', async () => {
  const { background, id } = await prepare();
  background.machine.clock.advance(FRESH_MS);
  await background.get('accounts.pin', { ids: [id], pinned: true });
  await background.get('vault.status');
  background.machine.clock.advance(1);
  expect(await background.ask(SENDERS.manager, 'ways.changeKey')).toEqual({
    ok: false,
    code: 'verification-needed',
  });
});

it.each<[Request<'settings.set'>, 'fresh' | 'any']>([
  // It stands at 5 minutes, and 1 of idleness.
  [{ lockAfterMinutes: 1 }, 'any'],
  [{ lockAfterMinutes: 5 }, 'any'],
  [{ lockAfterMinutes: 15 }, 'fresh'],
  [{ lockAfterMinutes: null }, 'fresh'],
  [{ lockWhenIdleMinutes: 1 }, 'any'],
  [{ lockWhenIdleMinutes: 5 }, 'fresh'],
  [{ lockWhenIdleMinutes: null }, 'fresh'],
  // What one raises, the other lowers.
  [{ lockAfterMinutes: 1, lockWhenIdleMinutes: 5 }, 'fresh'],
  [{ clockOffsetSeconds: 300 }, 'any'],
  [{}, 'any'],
])('settings.set to %o wants a verification that is %s', async (request, wants) => {
  const { background } = await prepare();
  const before = await background.get('settings.get');
  expect(before).toMatchObject({ lockAfterMinutes: 5, lockWhenIdleMinutes: 1 });
  background.machine.clock.advance(FRESH_MS + 1);
  const reply = await background.ask(SENDERS.manager, 'settings.set', request);
  if (wants === 'any') {
    expect(reply).toEqual({ ok: true, response: undefined });
    expect(await background.get('settings.get')).toEqual({ ...before, ...request });
  } else {
    expect(reply).toEqual({ ok: false, code: 'verification-needed' });
    expect(await background.get('settings.get')).toEqual(before);
    await background.get('vault.verify', KEY);
    await background.get('settings.set', request);
    expect(await background.get('settings.get')).toEqual({ ...before, ...request });
  }
});

it.each<[Request<'accounts.setFilling'>['mode'], 'fresh' | 'any', 'automatic' | 'asking']>([
  ['ask', 'any', 'automatic'],
  ['manual', 'any', 'automatic'],
  ['automatic', 'any', 'automatic'],
  ['ask', 'any', 'asking'],
  ['manual', 'fresh', 'asking'],
  ['automatic', 'fresh', 'asking'],
])(
  'accounts.setFilling to %s wants a verification that is %s where the account is %s',
  async (...row) => {
    const [mode, wants, which] = row;
    const { background, id: automaticId, countedId } = await prepare();
    const id = which === 'asking' ? countedId : automaticId;
    background.machine.clock.advance(FRESH_MS + 1);
    const request = { id, mode, submits: true, insteadOfPush: true };
    const rowNow = async () =>
      (await background.get('accounts.list', { query: '', from: 0, count: 9 })).accounts.find(
        (each) => each.id === id,
      );
    const before = await rowNow();
    const reply = await background.ask(SENDERS.manager, 'accounts.setFilling', request);
    if (wants === 'any') {
      expect(reply).toEqual({ ok: true, response: undefined });
    } else {
      expect(reply).toEqual({ ok: false, code: 'verification-needed' });
      expect(await rowNow()).toEqual(before);
      await background.get('vault.verify', KEY);
      await background.get('accounts.setFilling', request);
    }
    expect(await rowNow()).toEqual({ ...before, ...request });
  },
);
