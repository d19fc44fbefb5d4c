import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { Enrolment, type EnrolmentPage } from '../../src/enrolment/enrolment.ts';
import { accountFinding } from '../../src/enrolment/finding.ts';
import { type Held, NOTHING_HELD } from '../../src/enrolment/held.ts';
import type { Action, Control, Observation, Step } from '../../src/enrolment/wizard.ts';
import { Fault } from '../../src/fault.ts';
import type { Credential } from '../../src/otp/credential.ts';
import type { Picture } from '../../src/qr/picture.ts';
import type { Account } from '../../src/vault/account.ts';
import { deleteAccounts } from '../../src/vault/accounts.ts';
import { Generations } from '../../src/vault/generations.ts';
import type { KeyValueStorage } from '../../src/vault/key-value-storage.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { formatUri, hotp, RFC_SECRET, rfcSeed, steam, totp } from '../otp/credentials.ts';
import { transferUri } from '../otp/transfers.ts';
import { type Machine, newMachine, newOpenVault, PASSKEY } from '../vault/in-memory.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const OTHER_TENANT = '99999999-2222-3333-4444-555555555555';
const SECURITY_INFO = 'https://mysignins.microsoft.com/security-info';
const PAGE: EnrolmentPage = { tabId: 7, url: `${SECURITY_INFO}?tenantId=${TENANT}` };
const OTHER_TAB = { ...PAGE, tabId: 8 };
const REGISTRATION = { ...PAGE, url: 'https://mysignins.microsoft.com/register' };
const PERSONAL = { ...PAGE, url: 'https://account.live.com/proofs/Manage/additional' };
const SIGN_IN = { ...PAGE, url: `https://login.microsoftonline.com/${TENANT}/login` };
const SHOP = { tabId: 7, url: 'https://shop.contoso.example/account/2fa' };
const BANK = { tabId: 7, url: 'https://bank.contoso.example:8443/2fa' };
/** Milliseconds: so many vaults are made in one test. */
const EVERY_MOMENT = { timeout: 60_000 };
/** The id that a new tab gets. */
const NEW_TAB = 9;

const ENTRA = ['https://login.microsoftonline.com'];
const OTHER_SECRET = 'MZXW6YTBOI';
const URI = formatUri(totp());
const OTHER_URI = formatUri(totp({ secret: OTHER_SECRET }));
const PUSH = 'phonefactor://activate_account?code=123456789';
const WEB = 'https://contoso.example/';

const idOf = (credential: Credential): string =>
  createHash('sha256').update(`${credential.type}:${credential.secret}`).digest('base64');
const FINDING = idOf(totp());
const OTHER_FINDING = idOf(totp({ secret: OTHER_SECRET }));

/** A picture of a text; {@link decode} is the eye for it. */
const show = (...texts: string[]): Picture[] =>
  texts.map((luminance) => ({ width: 1, height: 1, luminance }));
const decode = vi.fn(async (pictures: readonly Picture[]) =>
  pictures.map(({ luminance }) => luminance).filter((text) => text !== 'nothing'),
);

const announce = vi.fn<(tabId: number, held: Held, before: Held) => void>();
const openTab = vi.fn(async (_url: string) => NEW_TAB);
const showTab = vi.fn(async (_tabId: number) => {});
/** The address of the page in each tab; none where the browser does not tell. */
const addresses = new Map<number, string>();
let loadedAt: number | undefined;

let machine: Machine;
let vault: Vault;
let enrolment: Enrolment;

/** As the browser does it: the tab is where its page reports from. */
class Reporting extends Enrolment {
  override seen(...given: Parameters<Enrolment['seen']>) {
    addresses.set(given[1].tabId, given[1].url);
    return super.seen(...given);
  }

  override observed(...given: Parameters<Enrolment['observed']>) {
    addresses.set(given[1].tabId, given[1].url);
    return super.observed(...given);
  }
}

function newEnrolment(changes: Partial<ConstructorParameters<typeof Enrolment>[0]> = {}) {
  return new Reporting({
    storage: machine.storage,
    vault,
    now: machine.clock.now,
    decode,
    announce,
    openTab,
    showTab,
    addressOf: async (tabId) => addresses.get(tabId),
    loadedAt: async () => loadedAt,
    ...changes,
  });
}

function startWorker() {
  vault = machine.startWorker();
  enrolment = newEnrolment();
}

beforeEach(async () => {
  vi.clearAllMocks();
  addresses.clear();
  loadedAt = 1;
  machine = newMachine();
  vault = await newOpenVault(machine);
  enrolment = newEnrolment();
});

const accounts = async (): Promise<Account[]> => (await vault.document()).accounts;
const held = (tabId = PAGE.tabId) => enrolment.held(tabId);
/** All that is in memory of a tab, whether it still counts or not. */
const stored = async (tabId = PAGE.tabId) =>
  (await machine.storage.get(null))[`enrolment.tab.${tabId}`];
const kinds = async (tabId = PAGE.tabId) => (await held(tabId)).findings.map(({ kind }) => kind);
const add = (findingId = FINDING, tabId = PAGE.tabId) => enrolment.add(tabId, { findingId });

/** As the browser does it: the tab shows the page, and the user has it scanned. */
function scan(page: EnrolmentPage, ...texts: string[]): Promise<void> {
  addresses.set(page.tabId, page.url);
  return enrolment.scanned(texts, page);
}

function observe(
  step: Step,
  { page = PAGE, controls = [], ...rest }: Partial<Observation> & { page?: EnrolmentPage } = {},
): Promise<Action> {
  return enrolment.observed(
    {
      variant: 'security-info',
      step,
      controls,
      filled: false,
      submitted: false,
      looks: 2,
      ...rest,
    },
    page,
  );
}

const click = (control: Control): Action => ({ kind: 'click', control });

/** From the QR code to where the page is told to go on with our code. */
async function sendCode() {
  await enrolment.seen(show(URI), PAGE);
  await add();
  await enrolment.seen([], PAGE);
  await enrolment.filled(PAGE.tabId);
  await observe('enter-code', { filled: true, submitted: true });
}

/** Everything that is held in memory, as text: no form of the secret may stand there. */
async function expectNoSecretInMemory() {
  const text = JSON.stringify(await machine.storage.get(null)).toUpperCase();
  expect(text).toContain('ENROLMENT.TAB.');
  const seed = Buffer.from(rfcSeed(20));
  const forms = [RFC_SECRET, OTHER_SECRET, seed.toString('latin1'), URI];
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    forms.push(seed.toString(encoding).replaceAll('=', ''));
    forms.push(Buffer.from(RFC_SECRET).toString(encoding).replaceAll('=', ''));
  }
  for (const form of forms) expect(text.includes(form.toUpperCase())).toBe(false);
}

describe('what a page shows is what is found in its tab:', () => {
  it.each<[string, Picture[], string[]]>([
    ['a set-up code', show(URI), ['account']],
    ['a set-up code among pictures of something', show('nothing', URI), ['account']],
    ['two set-up codes', show(URI, OTHER_URI), ['account', 'account']],
    ['a push code', show(PUSH), ['push']],
    ['another QR code', show(WEB), ['web']],
    ['a wrong URI', show('otpauth://totp/alex?secret=MZXW6&digits=99'), ['refused']],
    ['pictures without a code', show('nothing'), []],
  ])('%s', async (_, pictures, found) => {
    await enrolment.seen(pictures, PAGE);
    expect(await kinds()).toEqual(found);
    expect(await held(OTHER_TAB.tabId)).toEqual(NOTHING_HELD);
  });

  it('the last one counts, from push to the usable kind', async () => {
    await enrolment.seen(show(PUSH), PAGE);
    await enrolment.seen(show(URI), PAGE);
    expect(await kinds()).toEqual(['account']);
    expect(announce.mock.calls.map(([tabId, after]) => [tabId, after.findings[0]?.kind])).toEqual([
      [7, 'push'],
      [7, 'account'],
    ]);
  });

  it('it goes with its pictures', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen([], PAGE);
    expect(await kinds()).toEqual([]);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
  });

  it('it outlives the worker, and changes nothing in the vault', async () => {
    await enrolment.seen(show(URI), PAGE);
    startWorker();
    expect(await kinds()).toEqual(['account']);
    expect(await accounts()).toEqual([]);
  });

  it('the same in other pictures, or at another address, is not told again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show('nothing', URI), PAGE);
    await enrolment.seen(show(URI), { ...PAGE, url: `${PAGE.url}&x=1` });
    expect(announce).toHaveBeenCalledOnce();
  });

  it('also in a browser that sorts the keys of what it stores', async () => {
    const sorted = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(sorted);
      if (typeof value !== 'object' || value === null) return value;
      const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
      return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
    };
    const storage: KeyValueStorage = {
      get: (key) => machine.storage.get(key),
      set: (items) => machine.storage.set(sorted(items) as Record<string, unknown>),
      remove: (key) => machine.storage.remove(key),
    };
    enrolment = newEnrolment({ storage });
    for (const credential of [totp(), hotp(), steam()]) {
      announce.mockClear();
      await enrolment.seen(show(formatUri(credential)), PAGE);
      await enrolment.seen(show('nothing', formatUri(credential)), PAGE);
      expect(announce).toHaveBeenCalledOnce();
    }
  });
});

describe('the same pictures', () => {
  it('are decoded once, also by another worker, and whatever was added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), PAGE);
    startWorker();
    await enrolment.seen(show(URI), PAGE);
    await add();
    await enrolment.seen(show(URI), PAGE);
    expect(decode).toHaveBeenCalledOnce();
  });

  it('in another tab, of another size, or with others in between are decoded again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await enrolment.seen(show(PUSH), PAGE);
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen([{ width: 2, height: 1, luminance: URI }], PAGE);
    expect(decode).toHaveBeenCalledTimes(5);
  });

  it('are decoded again once the vault is open, where their secret was not kept', async () => {
    await vault.lock();
    await enrolment.seen(show(URI), PAGE);
    await vault.open(PASSKEY);
    await enrolment.seen(show(URI), PAGE);
    expect(decode).toHaveBeenCalledTimes(2);
    await add();
    expect(await accounts()).toMatchObject([{ credential: totp(), tenant: TENANT }]);
  });
});

describe('an account is bound', () => {
  test.each<[string, EnrolmentPage, readonly string[], string, string | undefined]>([
    ['Security info', PAGE, ENTRA, 'work', TENANT],
    ['Security info of no tenant', { ...PAGE, url: SECURITY_INFO }, ENTRA, 'work', undefined],
    ['forced registration', REGISTRATION, ENTRA, 'work', undefined],
    [
      'the legacy page',
      {
        ...PAGE,
        url: 'https://account.activedirectory.windowsazure.com/proofup.aspx?culture=en-US',
      },
      ENTRA,
      'work',
      undefined,
    ],
    ['personal accounts', PERSONAL, ['https://login.live.com'], 'personal', undefined],
  ])('of %s to where Microsoft signs in', async (_, page, origins, kind, tenant) => {
    await enrolment.seen(show(URI), page);
    await add();
    const [account] = await accounts();
    expect(account).toMatchObject({ credential: totp(), origins, kind, proof: 'unverified' });
    expect(account?.tenant).toBe(tenant);
  });

  test.each<[string, string, string[]]>([
    ['to exactly its origin', SHOP.url, ['https://shop.contoso.example']],
    ['with its port', BANK.url, ['https://bank.contoso.example:8443']],
    ['nowhere without https', 'http://shop.contoso.example/2fa', []],
    ['nowhere where it is a file', 'file:///home/alex/code.png', []],
    ['nowhere where the browser does not tell', '', []],
    [
      'not to Microsoft where it only looks like it',
      'https://mysignins.microsoft.com.evil.example/security-info',
      ['https://mysignins.microsoft.com.evil.example'],
    ],
    [
      'to exactly its origin, on a page of Microsoft that enrols nobody',
      'https://mysignins.microsoft.com/app',
      ['https://mysignins.microsoft.com'],
    ],
  ])('of another site %s', async (_, url, origins) => {
    await scan({ tabId: 7, url }, URI);
    await add();
    const [account] = await accounts();
    expect(account).toMatchObject({ origins, kind: 'other' });
    expect(account).not.toHaveProperty('proof');
    expect(account).not.toHaveProperty('tenant');
  });

  it('never to Microsoft for a site that is scanned where Microsoft was before', async () => {
    await enrolment.seen(show(URI), PAGE);
    await add();
    await observe('overview');
    await scan(SHOP, OTHER_URI);
    await add(OTHER_FINDING);
    const [, account] = await accounts();
    expect(account).toMatchObject({ origins: ['https://shop.contoso.example'], kind: 'other' });
    expect(account).not.toHaveProperty('tenant');
    // Nor does that site's page get a code.
    expect(await enrolment.addedAccount(7)).toBeUndefined();
  });

  it('nor by way of a page of sign-in, which does not tell when it is left', async () => {
    await scan(SHOP, URI);
    addresses.set(7, SIGN_IN.url);
    await observe('interrupt', { page: SIGN_IN, variant: 'registration' });
    addresses.set(7, SHOP.url);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
    await scan(SHOP, URI);
    await add();
    expect(await accounts()).toMatchObject([{ origins: ['https://shop.contoso.example'] }]);
  });

  it('nor to another site where Microsoft is shown after it', async () => {
    await scan(SHOP, OTHER_URI);
    addresses.set(7, PAGE.url);
    await enrolment.seen(show(URI), PAGE);
    await expect(add(OTHER_FINDING)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await add();
    expect(await accounts()).toMatchObject([{ credential: totp(), origins: ENTRA }]);
  });

  it('where a page of Microsoft is scanned, to Microsoft', async () => {
    await observe('qr');
    await scan(PAGE, URI);
    await add();
    expect(await accounts()).toMatchObject([{ origins: ENTRA, tenant: TENANT, kind: 'work' }]);
    expect(await enrolment.addedAccount(7)).toBeDefined();
  });

  it('to the tenant that the page shows now, until it is added', async () => {
    await enrolment.seen(show(URI), PAGE);
    const other = { ...PAGE, url: `${SECURITY_INFO}?tenantId=${OTHER_TENANT}` };
    await observe('qr', { page: other });
    await add();
    await observe('enter-code');
    expect(await accounts()).toMatchObject([{ tenant: OTHER_TENANT }]);
    expect(await held()).toMatchObject({ tenant: OTHER_TENANT });
  });

  it('to the tenant that was signed in to, where the page does not say', async () => {
    await observe('interrupt', { page: SIGN_IN, variant: 'registration' });
    await enrolment.seen(show(URI), REGISTRATION);
    await add();
    expect(await accounts()).toMatchObject([{ tenant: TENANT, origins: ENTRA }]);
  });
});

describe('a page that was scanned', () => {
  it('offers nothing once it was loaded again: its codes are other ones', async () => {
    await scan(SHOP, URI);
    expect((await held()).findings).toHaveLength(1);
    loadedAt = 2;
    expect(await held()).toEqual(NOTHING_HELD);
  });

  it('offers nothing once it was left, and adds nothing', async () => {
    await scan(SHOP, URI);
    for (const url of ['https://shop.contoso.example/', BANK.url, undefined]) {
      if (url === undefined) addresses.delete(7);
      else addresses.set(7, url);
      expect(await held()).toEqual(NOTHING_HELD);
      await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
    }
    expect(await accounts()).toEqual([]);
  });

  it('does not hide the wizard that comes after it in the tab', async () => {
    await scan(SHOP, URI);
    addresses.set(7, PAGE.url);
    await observe('overview');
    expect(await held()).toMatchObject({ canEnrol: true, findings: [] });
    expect(JSON.stringify(await stored()).includes(RFC_SECRET)).toBe(false);
    await enrolment.drive(7);
    expect(await observe('overview', { controls: ['add-method'] })).toEqual(click('add-method'));
  });

  it('keeps the drive on show where Microsoft changes the address', async () => {
    await observe('qr');
    await enrolment.drive(7);
    await scan(PAGE, PUSH);
    addresses.set(7, `${PAGE.url}#step`);
    expect(await held()).toMatchObject({ drive: { state: 'running' }, findings: [] });
  });

  it('that cannot be read is told as such, without what was known of another page', async () => {
    await scan(SHOP, URI);
    addresses.set(7, BANK.url);
    await enrolment.unreadable(7, 'page-not-readable');
    expect(await held()).toEqual({
      ...NOTHING_HELD,
      scanned: { url: BANK.url, loadedAt: 1 },
      findings: [{ kind: 'refused', code: 'page-not-readable' }],
    });
  });

  it('that cannot be read, and whose address nobody tells, is told as such', async () => {
    await enrolment.unreadable(7, 'page-not-readable');
    expect(await held()).toMatchObject({ findings: [{ code: 'page-not-readable' }] });
    addresses.set(7, SHOP.url);
    expect(await held()).toEqual(NOTHING_HELD);
  });

  it('adds up the codes of a transfer, whatever page they are on', async () => {
    const secrets = [RFC_SECRET, OTHER_SECRET, 'NBSWY3DPEB3W64TMMQ'];
    const codes = secrets.map((secret, index) =>
      transferUri([totp({ secret })], { size: 3, index }),
    );
    await scan(SHOP, codes[0] ?? '');
    await scan(SHOP, codes[2] ?? '');
    expect(await held()).toMatchObject({ transfer: { size: 3, read: [0, 2] } });
    await add();
    await scan(BANK, codes[1] ?? '');
    expect(await held()).toMatchObject({ transfer: { read: [0, 1, 2] } });
    expect(await kinds()).toEqual(['account', 'account', 'account']);
    await add(OTHER_FINDING);
    expect((await accounts()).map(({ credential }) => credential.secret)).toEqual([
      RFC_SECRET,
      OTHER_SECRET,
    ]);
    await enrolment.dismiss(7);
    expect(await held()).toEqual({ ...NOTHING_HELD, origin: 'https://bank.contoso.example:8443' });
  });
});

test('a page of sign-in that was left offers no enrolment, and the drive goes on', async () => {
  addresses.set(7, SIGN_IN.url);
  await observe('interrupt', { page: SIGN_IN, variant: 'registration' });
  expect((await held()).canEnrol).toBe(true);
  addresses.set(7, SHOP.url);
  expect((await held()).canEnrol).toBe(false);
  addresses.set(7, SIGN_IN.url);
  await enrolment.drive(7);
  addresses.set(7, SHOP.url);
  expect(await held()).toMatchObject({ canEnrol: false, drive: { state: 'running' } });
});

describe('adding', () => {
  it('gives what became of the account, and leaves no secret with the tab', async () => {
    await enrolment.seen(show(URI), PAGE);
    const added = await add();
    expect(added).toEqual({ account: (await accounts())[0], isNew: true, restored: false });
    expect(await held()).toMatchObject({
      findings: [],
      added: { accountId: added.account.id, findingId: FINDING, filled: false, verified: false },
    });
    await expectNoSecretInMemory();
  });

  it('takes the name and kind that the user gave it', async () => {
    await enrolment.seen(show(URI), PAGE);
    const names = { issuer: 'Work', account: 'a', organisation: '' };
    await enrolment.add(7, { findingId: FINDING, names, kind: 'guest' });
    expect(await accounts()).toMatchObject([
      { credential: totp({ issuer: 'Work', account: 'a', prefix: 'Work' }), kind: 'guest' },
    ]);
  });

  it('never adds another account than the one that was confirmed', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(OTHER_URI), PAGE);
    await expect(add()).rejects.toMatchObject({ name: 'Fault', code: 'nothing-to-add' });
    expect(await accounts()).toEqual([]);
    await enrolment.seen(show(URI, OTHER_URI), PAGE);
    await add(OTHER_FINDING);
    expect(await accounts()).toMatchObject([{ credential: { secret: OTHER_SECRET } }]);
    expect(await held()).toMatchObject({ findings: [{ id: FINDING }] });
  });

  it.each<[string, Picture[]]>([
    ['nothing', []],
    ['a push code', show(PUSH)],
    ['another QR code', show(WEB)],
    ['a wrong URI', show('otpauth://totp/alex')],
  ])('%s is nothing to add', async (_, pictures) => {
    await enrolment.seen(pictures, PAGE);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
    await expect(enrolment.add(7, { findingId: '' })).rejects.toMatchObject({
      code: 'nothing-to-add',
    });
    expect(await accounts()).toEqual([]);
  });

  it('what another tab shows is nothing to add', async () => {
    await enrolment.seen(show(URI), OTHER_TAB);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
  });

  it.each([hotp({ counter: 7 }), steam()])(
    'an account of the type $type works',
    async (credential) => {
      await enrolment.seen(show(formatUri(credential)), PAGE);
      await add(idOf(credential));
      expect(await accounts()).toMatchObject([{ credential }]);
    },
  );

  it('twice adds once, also at the same time', async () => {
    await enrolment.seen(show(URI), PAGE);
    const outcomes = await Promise.all([add(), add()]);
    const [account] = await accounts();
    expect(outcomes).toEqual([
      { account, isNew: true, restored: false },
      { account, isNew: true, restored: false },
    ]);
    expect(await accounts()).toHaveLength(1);
  });

  it('while the page moves on ends with it added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await Promise.all([add(), enrolment.seen([], PAGE)]);
    expect(await enrolment.addedAccount(7)).toBe((await accounts())[0]?.id);
  });

  it('what the page has replaced meanwhile is not added', async () => {
    await enrolment.seen(show(URI), PAGE);
    const replacing = enrolment.seen(show(OTHER_URI), PAGE);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
    await replacing;
    const leaving = enrolment.left(7);
    await expect(add(OTHER_FINDING)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await leaving;
    expect(await accounts()).toEqual([]);
  });

  it('that fails leaves what was found', async () => {
    await enrolment.seen(show(URI), PAGE);
    await vault.lock();
    await expect(add()).rejects.toMatchObject({ code: 'locked' });
    expect(await kinds()).toEqual(['account']);
    expect(await enrolment.addedAccount(7)).toBeUndefined();
  });

  it('from a page without a wizard leaves no account that waits for a code', async () => {
    await scan(SHOP, URI);
    await add();
    expect(await held()).not.toHaveProperty('added');
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
  });
});

describe('a secret that is in the vault already makes no second account', () => {
  const known = { credential: totp(), kind: 'work', origins: [], tenant: undefined } as const;

  it('and is bound to the page that shows it', async () => {
    const { account } = await vault.add(known);
    await enrolment.seen(show(formatUri(totp({ account: 'renamed' }))), PAGE);
    expect(await add()).toMatchObject({ account: { id: account.id }, isNew: false });
    expect(await accounts()).toEqual([{ ...account, origins: ENTRA }]);
    expect(await enrolment.addedAccount(7)).toBe(account.id);
    await scan(SHOP, URI);
    await add();
    expect(await accounts()).toMatchObject([
      { origins: [...ENTRA, 'https://shop.contoso.example'] },
    ]);
  });

  it('and is not bound twice', async () => {
    await vault.add({ ...known, origins: ENTRA });
    const before = await vault.document();
    await enrolment.seen(show(URI), PAGE);
    await add();
    expect(await vault.document()).toBe(before);
  });

  it('but comes back out of the recycle bin', async () => {
    const { account } = await vault.add(known);
    await vault.change(deleteAccounts([account.id]));
    await enrolment.seen(show(URI), PAGE);
    expect(await add()).toMatchObject({ isNew: false, restored: true });
    expect(await accounts()).toEqual([{ ...account, origins: ENTRA }]);
    expect(await enrolment.addedAccount(7)).toBe(account.id);
  });

  it('where it is shown in two tabs at the same time', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    const outcomes = await Promise.all([add(), add(FINDING, OTHER_TAB.tabId)]);
    expect(outcomes.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    const [account, ...others] = await accounts();
    expect(others).toEqual([]);
    for (const { tabId } of [PAGE, OTHER_TAB]) {
      expect(await enrolment.addedAccount(tabId)).toBe(account?.id);
    }
  });

  it('where the worker died after the account was saved and before its tab knew', async () => {
    await enrolment.seen(show(URI), PAGE);
    const storage: KeyValueStorage = {
      get: (key) => machine.storage.get(key),
      set: async () => {
        throw new Error('the worker is going down');
      },
      remove: (key) => machine.storage.remove(key),
    };
    enrolment = newEnrolment({ storage });
    await expect(add()).rejects.toThrow('going down');
    startWorker();
    expect(await add()).toMatchObject({ isNew: false });
    expect(await accounts()).toHaveLength(1);
    expect(await enrolment.addedAccount(7)).toBe((await accounts())[0]?.id);
  });
});

describe('an account that was added stays that of its tab', () => {
  let id: string;
  beforeEach(async () => {
    await enrolment.seen(show(URI), PAGE);
    id = (await add()).account.id;
  });

  it.each<[string, Picture[]]>([
    ['when its set-up code is gone', []],
    ['when its set-up code stays', show(URI, 'nothing')],
    ['when pictures without a code are shown', show('nothing')],
    ['when a push code is shown', show(PUSH)],
  ])('%s', async (_, pictures) => {
    await enrolment.seen(pictures, PAGE);
    expect(await enrolment.addedAccount(7)).toBe(id);
    expect(await kinds()).not.toContain('account');
  });

  it('also in the next worker, while the vault is locked', async () => {
    await vault.lock();
    startWorker();
    await enrolment.seen(show(URI, 'nothing'), PAGE);
    expect(await enrolment.addedAccount(7)).toBe(id);
    expect(await kinds()).toEqual([]);
  });

  it('until another set-up code is shown, which can be added too', async () => {
    await enrolment.seen(show(OTHER_URI), PAGE);
    expect(await enrolment.addedAccount(7)).toBeUndefined();
    await add(OTHER_FINDING);
    expect(await enrolment.addedAccount(7)).toBe((await accounts())[1]?.id);
  });

  it('until the page is left', async () => {
    await enrolment.left(7);
    expect(await enrolment.addedAccount(7)).toBeUndefined();
    expect(await stored()).toBeUndefined();
    expect(await accounts()).toHaveLength(1);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['undone', () => vault.undo()],
    ['deleted', () => vault.change(deleteAccounts([id]))],
  ])('until it is %s: the set-up code on show can be added again', async (_, remove) => {
    await remove();
    await enrolment.seen(show(URI), PAGE);
    expect(await kinds()).toEqual(['account']);
    await add();
    expect(await enrolment.addedAccount(7)).toBeDefined();
    expect(await accounts()).toMatchObject([{ credential: totp() }]);
  });

  it('also where it cannot be looked for, since the vault is locked', async () => {
    await vault.undo();
    await vault.lock();
    await enrolment.seen(show(URI, 'nothing'), PAGE);
    expect(await kinds()).toEqual([]);
  });
});

describe('once the wizard has its code, no other field gets one', () => {
  let id: string;
  beforeEach(async () => {
    await enrolment.seen(show(URI), PAGE);
    id = (await add()).account.id;
    await enrolment.filled(7);
  });

  it('whatever the worker, and however often the set-up code is reported', async () => {
    startWorker();
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI, 'nothing'), PAGE);
    await add();
    expect(await enrolment.addedAccount(7)).toBeUndefined();
  });

  it.each(['open', 'locked'])(
    'until its set-up code went away and came back: %s',
    async (state) => {
      if (state === 'locked') await vault.lock();
      await enrolment.seen([], PAGE);
      expect(await enrolment.addedAccount(7)).toBeUndefined();
      await enrolment.seen(show(URI), PAGE);
      expect(await enrolment.addedAccount(7)).toBe(id);
    },
  );

  it('but that of another account that is added', async () => {
    await enrolment.seen(show(OTHER_URI), PAGE);
    await add(OTHER_FINDING);
    expect(await enrolment.addedAccount(7)).toBe((await accounts())[1]?.id);
  });
});

test('a code that is filled in where nothing was added, or in another tab, changes nothing', async () => {
  await enrolment.filled(7);
  expect(await stored()).toBeUndefined();
  await enrolment.seen(show(URI), PAGE);
  await enrolment.filled(7);
  await add();
  await enrolment.filled(OTHER_TAB.tabId);
  expect(await enrolment.addedAccount(7)).toBeDefined();
});

describe('the account is verified', () => {
  const proof = async () => (await accounts()).map((account) => account.proof);

  it('when the wizard is done after our code was sent, and once', async () => {
    await sendCode();
    expect(await proof()).toEqual(['unverified']);
    await observe('done');
    expect(await proof()).toEqual(['verified']);
    expect(await held()).toMatchObject({ added: { accepted: true, verified: true } });
    const document = await vault.document();
    await observe('done');
    await observe('overview');
    expect(await vault.document()).toBe(document);
  });

  it.each<[string, Step, Partial<Observation>]>([
    ['the code was refused', 'code-refused', { filled: true, submitted: true }],
    ['the page comes to the list by itself', 'overview', { submitted: true }],
  ])('not where %s', async (_, step, observation) => {
    await sendCode();
    await observe(step, observation);
    if (step === 'code-refused') await observe('done');
    expect(await proof()).toEqual(['unverified']);
  });

  it('not where something else was sent', async () => {
    await enrolment.seen(show(URI), PAGE);
    await add();
    await observe('enter-code', { submitted: true });
    await observe('done');
    expect(await proof()).toEqual(['unverified']);
  });

  it('once the vault is open, where the wizard was done while it was locked', async () => {
    await sendCode();
    await vault.lock();
    await enrolment.locked();
    await observe('done');
    expect(await held()).toMatchObject({ added: { accepted: true, verified: false } });
    await vault.open(PASSKEY);
    expect(await proof()).toEqual(['unverified']);
    await observe('done');
    expect(await proof()).toEqual(['verified']);
  });

  it('also by the next page, where that one was left meanwhile', async () => {
    await sendCode();
    await vault.lock();
    await observe('done');
    await enrolment.left(7);
    await vault.open(PASSKEY);
    await observe('overview');
    expect(await proof()).toEqual(['verified']);
    await enrolment.left(7);
    expect(await stored()).toBeUndefined();
  });

  it('by the page that comes after the one with the field', async () => {
    await sendCode();
    await enrolment.left(7);
    await observe('done');
    expect(await proof()).toEqual(['verified']);
  });

  it('later, where it cannot be saved: what the wizard has said is not forgotten', async () => {
    class Disk extends Generations {
      isFull = false;
      override async add(...given: Parameters<Generations['add']>) {
        if (this.isFull) throw new Fault('storage-full', 'no space is left');
        await super.add(...given);
      }
    }
    const disk = new Disk();
    vault = machine.startWorker(disk);
    enrolment = newEnrolment();
    await sendCode();
    disk.isFull = true;
    await observe('done');
    expect(await held()).toMatchObject({ added: { accepted: true, verified: false } });
    disk.isFull = false;
    await observe('overview');
    expect(await proof()).toEqual(['verified']);
  });

  it('where it was sent with its QR code beside the field', async () => {
    await enrolment.seen(show(URI), PERSONAL);
    await add();
    const seen = { page: PERSONAL, variant: 'personal', filled: true } as const;
    await enrolment.drive(7);
    await enrolment.filled(7);
    expect(await observe('enter-code', { ...seen, controls: ['next'] })).toEqual(click('next'));
    // The page was told of a change, and reports its pictures anew.
    await enrolment.seen(show(URI), PERSONAL);
    expect(await enrolment.addedAccount(7)).toBeUndefined();
    await observe('enter-code', { ...seen, submitted: true });
    await observe('done', { page: PERSONAL, variant: 'personal' });
    expect(await proof()).toEqual(['verified']);
  });

  it('and one that the user has deleted meanwhile is no fault', async () => {
    await sendCode();
    await vault.change(deleteAccounts([(await accounts())[0]?.id ?? '']));
    await observe('done');
    expect(await held()).toMatchObject({ added: { verified: true } });
    expect(await proof()).toEqual(['unverified']);
  });

  it('and being looked at does not keep the vault open', async () => {
    await sendCode();
    await observe('done');
    await enrolment.drive(7);
    const deadlines = machine.watched.length;
    for (let minute = 0; minute < 14; minute += 1) {
      machine.clock.advance(60_000);
      await observe('done');
      await observe('overview', { controls: ['add-method'] });
      await enrolment.seen(show(PUSH, `${minute}`), PAGE);
    }
    expect(machine.watched.slice(deadlines)).toEqual([]);
    machine.clock.advance(60_000);
    expect(await vault.isOpen()).toBe(false);
  });
});

describe('a drive', () => {
  it('opens the page of the kind, and goes on there', async () => {
    await enrolment.start('work');
    await enrolment.start('personal');
    expect(openTab.mock.calls).toEqual([
      [SECURITY_INFO],
      ['https://account.live.com/proofs/Manage/additional'],
    ]);
    expect(await held(NEW_TAB)).toMatchObject({ drive: { state: 'running' } });
    const page = { ...PAGE, tabId: NEW_TAB };
    expect(await observe('overview', { page, controls: ['add-method'] })).toEqual(
      click('add-method'),
    );
  });

  it('wants an open vault, and opens nothing without it', async () => {
    await observe('overview');
    await vault.lock();
    await expect(enrolment.start('work')).rejects.toMatchObject({ code: 'locked' });
    await expect(enrolment.drive(7)).rejects.toMatchObject({ code: 'locked' });
    expect(openTab).not.toHaveBeenCalled();
    expect(await held()).not.toHaveProperty('drive');
  });

  it('wants an enrolment page', async () => {
    await expect(enrolment.drive(7)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await scan(SHOP, URI);
    await expect(enrolment.drive(7)).rejects.toMatchObject({ code: 'nothing-to-add' });
  });

  it('tells a page without one to rest', async () => {
    expect(await observe('overview', { controls: ['add-method'] })).toEqual({ kind: 'rest' });
    expect(await held()).toMatchObject({ canEnrol: true, variant: 'security-info' });
    await observe('done');
    expect((await held()).canEnrol).toBe(false);
  });

  it('forgets what was read of a step when it chooses', async () => {
    await enrolment.seen(show(PUSH), PAGE);
    await observe('qr');
    await enrolment.drive(7);
    expect(await observe('qr', { controls: ['back'] })).toEqual(click('back'));
    expect(await held()).toMatchObject({ findings: [], picturesDigest: '' });
    // The same pictures at the next step are read anew.
    await enrolment.seen(show(PUSH), PAGE);
    expect(await kinds()).toEqual(['push']);
  });

  it('keeps what was read while it waits', async () => {
    await enrolment.seen(show(PUSH), PAGE);
    await enrolment.drive(7);
    expect(await observe('qr', { looks: 1, controls: ['back'] })).toEqual({ kind: 'look' });
    expect(await kinds()).toEqual(['push']);
  });

  it('is told where it comes to another step, and not at each look', async () => {
    await observe('loading');
    await enrolment.drive(7);
    await observe('loading');
    announce.mockClear();
    machine.clock.advance(500);
    await observe('loading', { looks: 3 });
    expect(announce).not.toHaveBeenCalled();
    await observe('overview');
    expect(announce).toHaveBeenCalledOnce();
  });

  it('stops by the user, and says where', async () => {
    await observe('overview');
    await enrolment.drive(7);
    await observe('overview');
    await enrolment.stop(7);
    expect(await held()).toMatchObject({
      drive: { state: 'stopped', step: 'overview', reason: 'by-user' },
    });
    expect(await observe('overview', { controls: ['add-method'] })).toEqual({ kind: 'rest' });
    await enrolment.dismiss(7);
    expect(await held()).not.toHaveProperty('drive');
    await enrolment.stop(OTHER_TAB.tabId);
    expect(await stored(OTHER_TAB.tabId)).toBeUndefined();
  });

  it('goes on when what was found is put away, and what was added stays', async () => {
    await enrolment.seen(show(URI, OTHER_URI, PUSH), PAGE);
    await add();
    await enrolment.drive(7);
    await enrolment.dismiss(7);
    expect(await held()).toMatchObject({ findings: [], drive: { state: 'running' } });
    expect(await enrolment.addedAccount(7)).toBeDefined();
    await enrolment.seen(show(URI, OTHER_URI, PUSH), PAGE);
    expect(await kinds()).toEqual([]);
  });

  it('goes on over pages, until its tab is closed', async () => {
    await enrolment.start('work');
    await enrolment.left(NEW_TAB);
    expect(await held(NEW_TAB)).toMatchObject({ drive: { state: 'running' } });
    await enrolment.closed(NEW_TAB);
    expect(await stored(NEW_TAB)).toBeUndefined();
    const page = { ...PAGE, tabId: NEW_TAB };
    expect(await observe('overview', { page, controls: ['add-method'] })).toEqual({ kind: 'rest' });
  });

  it('ends with the tab that is closed while its page is read', async () => {
    await observe('overview');
    await enrolment.drive(7);
    await Promise.all([
      enrolment.seen(show(URI), PAGE),
      observe('overview', { controls: ['add-method'] }),
      enrolment.closed(7),
      enrolment.locked(),
    ]);
    expect(await stored()).toBeUndefined();
  });

  it('does not take the account of before for the one whose code is not read yet', async () => {
    await sendCode();
    await observe('done');
    await enrolment.drive(7);
    const controls: Control[] = ['next', 'back', 'different-app'];
    expect(await observe('qr', { controls })).toEqual({ kind: 'look' });
    await enrolment.seen(show(PUSH), PAGE);
    expect(await observe('qr', { controls })).toEqual(click('different-app'));
    await enrolment.seen(show(OTHER_URI), PAGE);
    expect(await observe('qr', { controls })).toEqual({ kind: 'rest' });
    await add(OTHER_FINDING);
    expect(await observe('qr', { controls })).toEqual(click('next'));
    // That step is over: its code may come back.
    expect(await held()).toMatchObject({ added: { onShow: false } });
  });

  it('does not send a code twice where the next page knows nothing of it', async () => {
    await sendCode();
    await enrolment.drive(7);
    expect(await observe('enter-code', { filled: true, controls: ['next'] })).toEqual({
      kind: 'look',
    });
  });
});

describe('an enrolment that was left half-way is finished', () => {
  it('in its tab where the wizard is still there', async () => {
    await observe('enter-code');
    await enrolment.seen(show(URI), PAGE);
    const { account } = await add();
    addresses.set(7, PAGE.url);
    await enrolment.finish(account.id);
    expect(showTab).toHaveBeenCalledExactlyOnceWith(7);
    expect(openTab).not.toHaveBeenCalled();
    expect(await held()).toMatchObject({
      drive: { state: 'running' },
      added: { accountId: account.id },
    });
    // The wizard begins anew, with another code.
    await enrolment.seen(show(OTHER_URI), PAGE);
    await add(OTHER_FINDING);
    expect(await accounts()).toMatchObject([{ id: account.id }, { replaces: account.id }]);
  });

  it('never by an account of somebody else, who is signed in there', async () => {
    await enrolment.seen(show(URI), PAGE);
    const { account } = await add();
    await enrolment.finish(account.id);
    await enrolment.seen(show(formatUri(totp({ secret: OTHER_SECRET, account: 'other' }))), PAGE);
    expect((await add(OTHER_FINDING)).account).not.toHaveProperty('replaces');
  });

  it.each<[string, string | undefined]>([
    ['shows another page', 'https://news.example/'],
    ['is gone', undefined],
  ])('anew where its tab %s', async (_, url) => {
    await enrolment.seen(show(URI), REGISTRATION);
    const { account } = await add();
    await enrolment.left(7);
    if (url === undefined) addresses.delete(7);
    else addresses.set(7, url);
    await enrolment.finish(account.id);
    expect(showTab).not.toHaveBeenCalled();
    expect(openTab).toHaveBeenCalledExactlyOnceWith(SECURITY_INFO);
  });

  it('anew: what comes of it takes its place once it is verified', async () => {
    const left = await vault.add({
      credential: totp({ secret: OTHER_SECRET }),
      kind: 'guest',
      origins: ENTRA,
      tenant: TENANT,
      proof: 'unverified',
    });
    await enrolment.finish(left.account.id);
    expect(openTab).toHaveBeenCalledExactlyOnceWith(`${SECURITY_INFO}?tenantId=${TENANT}`);
    const page = { ...PAGE, tabId: NEW_TAB };
    // Through sign-in.
    await enrolment.left(NEW_TAB);
    await enrolment.seen(show(URI), page);
    const { account } = await add(FINDING, NEW_TAB);
    expect(account.replaces).toBe(left.account.id);
    expect(await held(NEW_TAB)).not.toHaveProperty('replaces');
    await enrolment.filled(NEW_TAB);
    await observe('enter-code', { page, filled: true, submitted: true });
    expect((await accounts())[0]).not.toHaveProperty('deletedAt');
    await observe('done', { page });
    const [unfinished, finished] = await accounts();
    expect(unfinished).toHaveProperty('deletedAt');
    expect(finished).toMatchObject({ id: account.id, proof: 'verified' });
    expect(finished).not.toHaveProperty('replaces');
  });

  it('where the user begins again by himself', async () => {
    await enrolment.seen(show(URI), PAGE);
    const { account } = await add();
    await enrolment.left(7);
    await enrolment.seen(show(OTHER_URI), PAGE);
    expect((await add(OTHER_FINDING)).account.replaces).toBe(account.id);
  });

  it('not by another site that names the same account', async () => {
    await enrolment.seen(show(URI), PAGE);
    await add();
    await scan(SHOP, OTHER_URI);
    expect((await add(OTHER_FINDING)).account).not.toHaveProperty('replaces');
  });

  it('anew where its code was sent from that tab already', async () => {
    await sendCode();
    addresses.set(7, PAGE.url);
    await enrolment.finish((await accounts())[0]?.id ?? '');
    expect(openTab).toHaveBeenCalledOnce();
  });

  it('not of another site, of nobody, or while the vault is locked', async () => {
    const { account } = await vault.add({
      credential: totp(),
      kind: 'other',
      origins: [],
      tenant: undefined,
    });
    await expect(enrolment.finish(account.id)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await expect(enrolment.finish('nobody')).rejects.toMatchObject({ code: 'unknown-account' });
    await vault.lock();
    await expect(enrolment.finish(account.id)).rejects.toMatchObject({ code: 'locked' });
    expect(openTab).not.toHaveBeenCalled();
  });
});

describe('while the pictures of a tab are read', () => {
  let finish: () => void;

  /** Reads everything at once but a push code, which waits for {@link finish}. */
  beforeEach(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    finish = resolve;
    enrolment = newEnrolment({
      decode: async (pictures) => {
        const texts = await decode(pictures);
        if (texts.includes(PUSH)) await promise;
        return texts;
      },
    });
  });

  it('another tab is not held up', async () => {
    const reading = enrolment.seen(show(PUSH), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await add(FINDING, OTHER_TAB.tabId);
    await enrolment.filled(OTHER_TAB.tabId);
    await enrolment.left(OTHER_TAB.tabId);
    expect(await held()).toEqual(NOTHING_HELD);
    finish();
    await reading;
    expect(await kinds()).toEqual(['push']);
  });

  it('what the same tab shows next waits, and wins, also after the page was left', async () => {
    const leaving = enrolment.left(7);
    const first = enrolment.seen(show(PUSH), PAGE);
    await leaving;
    const second = enrolment.seen(show(URI), PAGE);
    finish();
    await Promise.all([first, second]);
    expect(announce.mock.calls.map(([, after]) => after.findings[0]?.kind)).toEqual([
      'push',
      'account',
    ]);
  });

  it('what is left meanwhile stays forgotten', async () => {
    const reading = enrolment.seen(show(PUSH, URI), PAGE);
    const leaving = enrolment.left(7);
    finish();
    await Promise.all([reading, leaving]);
    expect(await stored()).toBeUndefined();
  });

  it('a failure stops nothing that the tab shows next', async () => {
    enrolment = newEnrolment({
      decode: async (pictures) => {
        if (pictures.length === 0) throw new Error('the decoder is gone');
        return decode(pictures);
      },
    });
    const first = enrolment.seen([], PAGE);
    const second = enrolment.seen(show(URI), PAGE);
    await expect(first).rejects.toThrow('the decoder is gone');
    await second;
    expect(await kinds()).toEqual(['account']);
  });

  it('secrets that wait in that tab go with the lock all the same', async () => {
    await enrolment.seen(show(URI), PAGE);
    const reading = enrolment.seen(show(PUSH), PAGE);
    await vault.lock();
    const locking = enrolment.locked();
    await vi.waitFor(expectNoSecretInMemory);
    finish();
    await Promise.all([reading, locking]);
  });
});

test('nothing is told where a page is left or closed of which nothing was known', async () => {
  await enrolment.left(7);
  await enrolment.closed(7);
  await enrolment.dismiss(7);
  expect(announce).not.toHaveBeenCalled();
  expect(await stored()).toBeUndefined();
});

describe('while the vault is locked, a set-up code', () => {
  beforeEach(() => vault.lock());

  it.each([totp({ algorithm: 'SHA512', digits: 8, period: 60 }), hotp(), steam()])(
    'of the type $type is known by all but its secret',
    async (credential) => {
      await enrolment.seen(show(formatUri(credential)), PAGE);
      expect((await held()).findings).toMatchObject([
        { kind: 'account', id: idOf(credential), type: credential.type, digits: credential.digits },
      ]);
      await expectNoSecretInMemory();
    },
  );

  it('is nothing to add, also once it is open', async () => {
    await enrolment.seen(show(URI), PAGE);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
    await vault.open(PASSKEY);
    await expect(add()).rejects.toMatchObject({ code: 'nothing-to-add' });
    expect(await kinds()).toEqual(['account']);
    expect(await enrolment.addedAccount(7)).toBeUndefined();
  });

  it('is told once, however often it is seen', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show('nothing', URI), PAGE);
    expect(announce).toHaveBeenCalledOnce();
  });

  it('that was scanned leaves nothing of it, nor of a transfer', async () => {
    await scan(SHOP, URI, transferUri([totp({ secret: OTHER_SECRET })], { size: 2 }));
    expect(await kinds()).toEqual(['account', 'account']);
    expect(await held()).not.toHaveProperty('transfer');
    await expectNoSecretInMemory();
  });
});

describe('when the vault is locked', () => {
  it('no tab keeps a secret, nor the parts of a transfer, and each knows what waits', async () => {
    await enrolment.seen(show(URI), PAGE);
    await scan({ ...SHOP, tabId: 8 }, transferUri([totp({ secret: OTHER_SECRET })], { size: 2 }));
    await enrolment.seen(show(PUSH), { ...PAGE, tabId: 11 });
    await vault.lock();
    // Another worker, which has seen none of them.
    startWorker();
    await enrolment.locked();
    expect(await kinds(7)).toEqual(['account']);
    expect(await kinds(8)).toEqual(['account']);
    expect(await kinds(11)).toEqual(['push']);
    expect(await held(8)).not.toHaveProperty('transfer');
    await expectNoSecretInMemory();
  });

  it('what was added and where it is driven stays, and so does all else in memory', async () => {
    await machine.storage.set({ 'approvals.releases': { alex: { step: 1, tabId: 7 } } });
    await enrolment.seen(show(URI), PAGE);
    await add();
    await enrolment.drive(7);
    const before = await machine.storage.get(null);
    await enrolment.locked();
    expect(await machine.storage.get(null)).toEqual(before);
  });

  /** A browser that takes its time, most of it to store. */
  const slow = (): KeyValueStorage => {
    const pause = async (turns: number) => {
      for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate);
    };
    return {
      get: (key) => pause(2).then(() => machine.storage.get(key)),
      set: (items) => pause(8).then(() => machine.storage.set(items)),
      remove: (key) => pause(8).then(() => machine.storage.remove(key)),
    };
  };

  it.each<[string, () => KeyValueStorage, number]>([
    ['', () => machine.storage, 40],
    [' in a slow browser', slow, 40],
  ])(
    'at any moment of an add%s: nothing lost, no secret left',
    EVERY_MOMENT,
    async (_, storage, moments) => {
      const outcomes = new Set<string>();
      for (let pause = 0; pause <= moments; pause += 1) {
        machine = newMachine();
        vault = await newOpenVault(machine);
        enrolment = newEnrolment({ storage: storage() });
        await enrolment.seen(show(URI), PAGE);
        const adding = add().then(
          () => 'added',
          (error: { code: string }) => error.code,
        );
        for (let turn = 0; turn < pause; turn += 1) await new Promise(setImmediate);
        await vault.lock();
        await enrolment.locked();
        const outcome = await adding;
        outcomes.add(outcome);
        await expectNoSecretInMemory();
        await vault.open(PASSKEY);
        const isAdded = outcome === 'added';
        expect([outcome, pause, (await accounts()).length]).toEqual([
          outcome,
          pause,
          isAdded ? 1 : 0,
        ]);
        expect([pause, (await enrolment.addedAccount(7)) !== undefined]).toEqual([pause, isAdded]);
        expect([pause, await kinds()]).toEqual([pause, isAdded ? [] : ['account']]);
      }
      expect(outcomes).toContain('added');
      expect(outcomes.size).toBeGreaterThan(1);
    },
  );

  it('at any moment of reading a page, nothing of it stays', EVERY_MOMENT, async () => {
    for (let pause = 0; pause <= 24; pause += 1) {
      machine = newMachine();
      vault = await newOpenVault(machine);
      enrolment = newEnrolment({ storage: slow() });
      const reading =
        pause % 2 === 0 ? enrolment.seen(show(URI), PAGE) : enrolment.scanned([URI], PAGE);
      addresses.set(7, PAGE.url);
      for (let turn = 0; turn < pause; turn += 1) await new Promise(setImmediate);
      await vault.lock();
      await enrolment.locked();
      await reading;
      await expectNoSecretInMemory();
      expect(await kinds()).toEqual(['account']);
    }
  });

  it('while the wizard is looked at, no step of the drive is lost', EVERY_MOMENT, async () => {
    for (let pause = 0; pause <= 24; pause += 1) {
      machine = newMachine();
      vault = await newOpenVault(machine);
      enrolment = newEnrolment({ storage: slow() });
      await enrolment.seen(show(URI), PAGE);
      await enrolment.drive(7);
      await enrolment.dismiss(7);
      const looking = observe('overview', { controls: ['add-method'] });
      for (let turn = 0; turn < pause; turn += 1) await new Promise(setImmediate);
      await enrolment.locked();
      expect(await looking).toEqual(click('add-method'));
      expect(await held()).toMatchObject({ drive: { step: 'overview', chosen: ['add-method'] } });
    }
  });
});

test('what is found by the user and by the page is the same account', async () => {
  const { id } = (await accountFinding(totp())) as { id: string };
  expect(id).toBe(FINDING);
});
