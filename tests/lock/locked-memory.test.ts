import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GLANCE_KEYS } from '../../src/glance/stored.ts';
import type { MessageName, Request, Response } from '../../src/messages/protocol.ts';
import type { BrowserSender } from '../../src/messages/sender.ts';
import { CHANGED } from '../../src/messages/told.ts';
import { decodeBase32 } from '../../src/otp/base32.ts';
import type { Picture } from '../../src/qr/picture.ts';
import { KEY, PAGE } from '../messages/background.ts';
import { ADD_PAGE, contentScript, ENROLMENT_URL, SENDERS } from '../messages/senders.ts';
import { formatUri, hotp, totp } from '../otp/credentials.ts';
import { PASSKEY, RECOVERY_CODE } from '../vault/in-memory.ts';
import { newBrowser } from './browser.ts';

const fake = vi.hoisted(() => ({ browser: {} as ReturnType<typeof newBrowser> }));
vi.mock('wxt/browser', () => fake);

/** In place of a decoder, which works in a Worker. */
const shown = vi.hoisted(() => new Map<string, string>());
vi.mock('../../src/offscreen/decoder.ts', () => ({
  decodePictures: async (pictures: readonly Picture[]) =>
    pictures.flatMap(({ luminance }) => shown.get(luminance) ?? []),
  decodeScreenshot: async () => [],
}));

const { startBackground } = await import('../../src/background/start.ts');

const ADDED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const OFFERED = 'KRSXG5CTMVRXEZLUKN2XAZLSKNSWG4TF';
const COUNTED = 'MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U';
const HANDED_IN = 'ORUGS4ZANFZSAYJAONSWG4TFOQQGM33S';
const WANTING = { page: PAGE, field: 1, shown: ['alex@contoso.example'] };
const EVERYTHING = { query: '', from: 0, count: 200 };

/** As the browser does it: the text on the clipboard. */
let clipboard: string;
let background: ReturnType<typeof startBackground>;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_700_000_010_000 });
  globalThis.indexedDB = new IDBFactory();
  fake.browser = newBrowser();
  clipboard = '';
  vi.stubGlobal('navigator', {
    clipboard: {
      writeText: async (text: string) => {
        clipboard = text;
      },
    },
    storage: { persisted: async () => true },
  });
  start();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A start of the worker, with the listeners of its entry point. */
function start() {
  const { alarms, idle, commands } = fake.browser;
  for (const { listeners } of [alarms.onAlarm, idle.onStateChanged, commands.onCommand]) {
    listeners.clear();
  }
  background = startBackground();
  background.autoLock.listen(background.locking);
}

async function ask<Name extends MessageName>(
  sender: BrowserSender,
  name: Name,
  request?: Request<Name>,
): Promise<Response<Name>> {
  const reply = await background.route({ name, request }, sender);
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`);
  return reply.response as Response<Name>;
}

/** A picture that stands for a QR code; {@link shown} knows what it holds. */
function show(secret: string, account: string): Picture[] {
  const luminance = Buffer.from(account).toString('base64');
  shown.set(luminance, formatUri(totp({ secret, account })));
  return [{ width: account.length, height: 1, luminance }];
}
const otherTab = contentScript(ENROLMENT_URL, { tab: { id: 9 } });

/** What the popup does when the user adds the account on offer. */
async function addOffered(tabId: number): Promise<Response<'enrolment.add'>> {
  const { findings } = await ask(SENDERS.popup, 'enrolment.get', { tabId });
  return ask(SENDERS.popup, 'enrolment.add', { tabId, findingId: firstId(findings) });
}

function firstId([finding]: readonly object[]): string {
  return finding && 'id' in finding ? String(finding.id) : '';
}

/** Whatever could leave something behind; gives what must not be found afterwards. */
async function useEverything(): Promise<Map<string, string>> {
  const { popup, manager, unlock } = SENDERS;
  const page = SENDERS['enrolment-page'];
  await ask(unlock, 'vault.create', {
    first: { ...KEY, name: 'This device' },
    recoveryCode: RECOVERY_CODE,
  });
  await ask(page, 'enrolment.seen', { pictures: show(ADDED, 'alex@contoso.example') });
  await addOffered(7);
  const codes: string[] = [];
  const keep = (answer: Response<'signIn.field'>) =>
    codes.push(answer.kind === 'code' ? answer.code : '');
  keep(await ask(page, 'enrolment.code'));
  await ask(page, 'code.filled');
  vi.setSystemTime(Date.now() + 30_000);
  keep(await ask(SENDERS['sign-in-page'], 'signIn.field', WANTING));
  await ask(SENDERS['sign-in-page'], 'code.filled');
  await ask(SENDERS['sign-in-page'], 'code.refused');
  await ask(otherTab, 'enrolment.seen', { pictures: show(OFFERED, 'offered') });
  const texts = [formatUri(hotp({ secret: COUNTED }))];
  const { findings } = await ask(manager, 'intake.read', { page: ADD_PAGE, texts, keep: false });
  await ask(manager, 'intake.add', {
    page: ADD_PAGE,
    accounts: [{ findingId: firstId(findings) }],
  });
  await ask(manager, 'intake.read', {
    page: ADD_PAGE,
    texts: [formatUri(totp({ secret: HANDED_IN }))],
    keep: false,
  });
  const { accounts } = await ask(popup, 'accounts.list', EVERYTHING);
  const counted = accounts.find(({ type }) => type === 'hotp')?.id ?? '';
  codes.push((await ask(popup, 'accounts.nextCode', { id: counted })).code);
  for (const { code, next } of await ask(popup, 'accounts.codes', {
    ids: accounts.map(({ id }) => id),
  })) {
    codes.push(code, next);
  }
  clipboard = codes.at(-1) ?? '';
  await ask(popup, 'clipboard.copied');
  await ask(manager, 'vault.verify', { recoveryCode: RECOVERY_CODE });

  expect(codes).toHaveLength(5);
  const forms = new Map(codes.map((code) => [`the code ${code}`, code]));
  const held = fake.browser.storage.session;
  const { dataKey } = (await held.get('vault.open'))['vault.open'] as { dataKey: string };
  const raws: [string, Uint8Array][] = [
    ...[ADDED, OFFERED, COUNTED, HANDED_IN].map((secret): [string, Uint8Array] => [
      secret,
      decodeBase32(secret),
    ]),
    ['the data key', Buffer.from(dataKey, 'base64')],
    ['the passkey', PASSKEY.material],
    ['the recovery code', Buffer.from(RECOVERY_CODE)],
  ];
  for (const [name, raw] of raws) {
    forms.set(name, name);
    for (const encoding of ['hex', 'base64', 'base64url', 'latin1'] as const) {
      forms.set(`${name}, ${encoding}`, Buffer.from(raw).toString(encoding).replace(/=+$/u, ''));
    }
  }
  return forms;
}

async function found(forms: ReadonlyMap<string, string>): Promise<string[]> {
  const text = JSON.stringify(await fake.browser.storage.session.get(null)).toUpperCase();
  return [...forms].filter(([, form]) => text.includes(form.toUpperCase())).map(([name]) => name);
}

const session = () => fake.browser.storage.session.get(null);

describe.each<[string, () => unknown]>([
  ['by hand', () => ask(SENDERS.popup, 'vault.lock')],
  ['by the command', () => fake.browser.commands.onCommand.happen('lock-vault')],
  ['with the screen', () => fake.browser.idle.onStateChanged.happen('locked')],
  ['since nobody is there', () => fake.browser.idle.onStateChanged.happen('idle')],
  [
    'past its deadline',
    () => {
      const [name, { when }] = fake.browser.alarms.create.mock.lastCall ?? ['', { when: 0 }];
      // The copy is young all the same.
      vi.setSystemTime(when);
      return ask(SENDERS.popup, 'clipboard.copied').then(() =>
        fake.browser.alarms.onAlarm.happen({ name }),
      );
    },
  ],
  [
    'past its deadline, seen by a page that asks',
    async () => {
      vi.setSystemTime(fake.browser.alarms.create.mock.lastCall?.[1].when ?? 0);
      await ask(SENDERS.popup, 'clipboard.copied');
      await ask(SENDERS['sign-in-page'], 'signIn.field', WANTING);
    },
  ],
  [
    'by a worker that was started since',
    () => {
      start();
      return ask(SENDERS.manager, 'vault.lock');
    },
  ],
])('when the vault is locked %s', (_, lock) => {
  it('nothing is left in memory that opens it or is in it, and everybody hears', async () => {
    const forms = await useEverything();
    // The search finds what is there.
    expect(await found(forms)).toEqual(
      expect.arrayContaining([OFFERED, HANDED_IN, 'the data key, base64']),
    );
    fake.browser.runtime.sendMessage.mockClear();
    await lock();
    await vi.waitUntil(async () => {
      const held = await session();
      const { findings } = held['enrolment.tab.9'] as { findings: object[] };
      const waits = findings.every((finding) => !('credential' in finding));
      return waits && !('enrolment.intake' in held) && clipboard === '';
    });
    expect(await found(forms)).toEqual([]);
    expect(await session()).not.toHaveProperty('vault.open');
    expect(fake.browser.runtime.sendMessage).toHaveBeenCalledWith(CHANGED);
    expect(fake.browser.alarms.clear).toHaveBeenCalledWith(
      fake.browser.alarms.create.mock.lastCall?.[0],
    );
    expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({ state: 'locked' });
  });
});

it('the worker alone holds nothing: another one finds the vault open before the deadline, locked at it', async () => {
  await useEverything();
  const { when } = fake.browser.alarms.create.mock.lastCall?.[1] ?? { when: 0 };
  vi.setSystemTime(when - 1);
  start();
  expect((await ask(SENDERS.popup, 'accounts.list', EVERYTHING)).total).toBe(2);
  vi.setSystemTime(when);
  start();
  expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({ state: 'locked' });
});

it('the codes that are kept for the popup go in one call with the data key', async () => {
  await useEverything();
  const memory = fake.browser.storage.session;
  await memory.set(Object.fromEntries(GLANCE_KEYS.map((key) => [key, 'a code'])));
  const remove = vi.spyOn(memory, 'remove');
  await ask(SENDERS.popup, 'vault.lock');
  const withKey = remove.mock.calls
    .map(([keys]) => keys)
    .find((keys) => keys.includes('vault.open'));
  expect(withKey).toEqual(expect.arrayContaining([...GLANCE_KEYS]));
});

it('a worker that starts with the vault locked removes what one before it left behind', async () => {
  const memory = fake.browser.storage.session;
  await memory.set(Object.fromEntries(GLANCE_KEYS.map((key) => [key, 'a code'])));
  start();
  await vi.waitUntil(async () => Object.keys(await session()).length === 0);
});

it('what was offered can be added once the vault is open and the page shows it again', async () => {
  await useEverything();
  await ask(SENDERS.popup, 'vault.lock');
  await ask(SENDERS.unlock, 'vault.open', KEY);
  await ask(otherTab, 'enrolment.seen', { pictures: show(OFFERED, 'offered') });
  expect(await addOffered(9)).toMatchObject({
    kind: 'added',
    account: 'offered',
  });
});

it('the browser is told the idle time when the vault opens, and by every worker', async () => {
  const { setDetectionInterval } = fake.browser.idle;
  await useEverything();
  await ask(SENDERS.manager, 'settings.set', { lockWhenIdleMinutes: 15 });
  expect(setDetectionInterval).toHaveBeenLastCalledWith(900);
  setDetectionInterval.mockClear();
  start();
  await vi.waitUntil(() => setDetectionInterval.mock.calls.length > 0);
  expect(setDetectionInterval).toHaveBeenLastCalledWith(900);
  await ask(SENDERS.manager, 'settings.set', { lockWhenIdleMinutes: null });
  fake.browser.idle.onStateChanged.happen('idle');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await ask(SENDERS.popup, 'vault.status')).toMatchObject({ state: 'open' });
});
