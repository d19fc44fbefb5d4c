import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Enrolment, type EnrolmentPage } from '../../src/enrolment/enrolment.ts';
import { describeOffer, type Offer } from '../../src/enrolment/offer.ts';
import type { Credential } from '../../src/otp/credential.ts';
import type { Picture } from '../../src/qr/picture.ts';
import type { Account } from '../../src/vault/account.ts';
import { deleteAccount } from '../../src/vault/accounts.ts';
import type { KeyValueStorage } from '../../src/vault/key-value-storage.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { formatUri, hotp, RFC_SECRET, rfcSeed, steam, totp } from '../otp/credentials.ts';
import { type Machine, newMachine, newOpenVault, PASSKEY } from '../vault/in-memory.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const PAGE: EnrolmentPage = {
  tabId: 7,
  url: `https://mysignins.microsoft.com/security-info?tenantId=${TENANT}`,
};
const PAGE_WITHOUT_TENANT = { tabId: 7, url: 'https://mysignins.microsoft.com/security-info' };
const OTHER_TAB = { ...PAGE, tabId: 8 };

const URI = formatUri(totp());
const OTHER_URI = formatUri(totp({ secret: 'MZXW6YTBOI' }));
const PUSH = 'phonefactor://activate_account?code=123456789';

/** A picture of a text; {@link decode} is the eye for it. */
const show = (...texts: string[]): Picture[] =>
  texts.map((luminance) => ({ width: 1, height: 1, luminance }));
const decode = vi.fn(async (pictures: readonly Picture[]) =>
  pictures.map(({ luminance }) => luminance).filter((text) => text !== 'nothing'),
);

const announce = vi.fn<(tabId: number, offer: Offer | undefined) => void>();

let machine: Machine;
let vault: Vault;

const accounts = async (): Promise<Account[]> => (await vault.document()).accounts;
let enrolment: Enrolment;

function startWorker(running: Vault) {
  enrolment = new Enrolment({ storage: machine.storage, vault: running, decode, announce });
}

beforeEach(async () => {
  announce.mockClear();
  decode.mockClear();
  machine = newMachine();
  // The start of a step of 30 seconds.
  machine.clock.advance(-machine.clock.now() % 30_000);
  vault = await newOpenVault(machine);
  startWorker(vault);
});

const announced = () => announce.mock.calls.map(([tabId, offer]) => [tabId, offer?.kind]);

describe('what a page shows becomes the offer of its tab:', () => {
  it.each<[string, Picture[], Offer | undefined]>([
    ['a set-up code', show(URI), { kind: 'account', credential: totp() }],
    [
      'a set-up code among pictures of something',
      show('nothing', URI),
      { kind: 'account', credential: totp() },
    ],
    ['a push code', show(PUSH), { kind: 'push' }],
    ['another QR code', show('https://contoso.example/'), { kind: 'not-otpauth' }],
    [
      'a wrong URI',
      show('otpauth://totp/alex?secret=MZXW6&digits=99'),
      { kind: 'refused', code: 'invalid', field: 'digits' },
    ],
    ['pictures without a code', show('nothing'), undefined],
    ['no pictures', [], undefined],
  ])('%s', async (_, pictures, offer) => {
    await enrolment.seen(pictures, PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toEqual(offer);
    expect(await enrolment.offer(OTHER_TAB.tabId)).toBeUndefined();
    expect(announce.mock.calls).toEqual(offer ? [[PAGE.tabId, offer]] : []);
  });

  it('the last one counts, from push to the usable kind', async () => {
    await enrolment.seen(show(PUSH), PAGE);
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
    expect(announced()).toEqual([
      [7, 'push'],
      [7, 'account'],
    ]);
  });

  it('the same again is not announced again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show('nothing', URI), PAGE);
    expect(announced()).toEqual([[7, 'account']]);
  });

  it('when it is gone, so is the offer', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen([], PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toBeUndefined();
    expect(announced()).toEqual([
      [7, 'account'],
      [7, undefined],
    ]);
  });

  it('each tab has its own', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(PUSH), OTHER_TAB);
    await enrolment.seen([], OTHER_TAB);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
  });

  it('it outlives the worker', async () => {
    await enrolment.seen(show(URI), PAGE);
    startWorker(machine.startWorker());
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
  });

  it('changes nothing in the vault', async () => {
    await enrolment.seen(show(URI), PAGE);
    expect(await accounts()).toEqual([]);
  });
});

describe('adding', () => {
  it('puts the account into the vault, for the sign-in origin and the tenant of the page', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    expect(await accounts()).toMatchObject([
      { credential: totp(), origins: ['https://login.microsoftonline.com'], tenant: TENANT },
    ]);
    expect(announced()).toEqual([
      [7, 'account'],
      [7, 'added'],
    ]);
  });

  it('without a tenant where the page tells none', async () => {
    await enrolment.seen(show(URI), PAGE_WITHOUT_TENANT);
    await enrolment.add(PAGE.tabId);
    const [account] = await accounts();
    expect(account).not.toHaveProperty('tenant');
  });

  it('leaves an offer that holds no secret, but what tells it again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    const [account] = await accounts();
    expect(await enrolment.offer(PAGE.tabId)).toEqual({
      kind: 'added',
      accountId: account?.id,
      label: { issuer: 'Microsoft', account: 'alex@contoso.example', organisation: 'Contoso' },
      secretDigest: createHash('sha256').update(RFC_SECRET).digest('base64'),
      filled: false,
    });
  });

  it.each<[string, Picture[]]>([
    ['no offer', []],
    ['a push code', show(PUSH)],
    ['another QR code', show('https://contoso.example/')],
    ['a wrong URI', show('otpauth://totp/alex')],
  ])('%s is nothing to add', async (_, pictures) => {
    await enrolment.seen(pictures, PAGE);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({
      name: 'Fault',
      code: 'nothing-to-add',
    });
    expect(await accounts()).toEqual([]);
  });

  it('what another tab offers is nothing to add', async () => {
    await enrolment.seen(show(URI), OTHER_TAB);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
  });

  it('gives what became of the account', async () => {
    await enrolment.seen(show(URI), PAGE);
    const added = await enrolment.add(PAGE.tabId);
    expect(added).toEqual({ account: (await accounts())[0], isNew: true, restored: false });
  });

  it.each([
    ['whose codes a counter makes', hotp({ counter: 7 })],
    ["of Steam's", steam()],
  ])('an account %s works, too', async (_, credential) => {
    await enrolment.seen(show(formatUri(credential)), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toEqual({ kind: 'account', credential });
    await enrolment.add(PAGE.tabId);
    expect(await accounts()).toMatchObject([{ credential }]);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe((await accounts())[0]?.id);
  });

  it('brings back what was in the recycle bin, and says so', async () => {
    const { account } = await vault.add({ credential: totp(), origins: [], tenant: undefined });
    await vault.change(deleteAccount(account.id));
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.add(PAGE.tabId)).toEqual({ account, isNew: false, restored: true });
    expect(await accounts()).toEqual([account]);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe(account.id);
  });

  it('twice adds once, and the second time changes nothing', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    const added = await accounts();
    await enrolment.add(PAGE.tabId);
    expect(await accounts()).toEqual(added);
    expect(announced()).toEqual([
      [7, 'account'],
      [7, 'added'],
    ]);
  });

  it('twice at the same time adds once, and the tab ends with it added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await Promise.all([enrolment.add(PAGE.tabId), enrolment.add(PAGE.tabId)]);
    expect(await accounts()).toHaveLength(1);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added' });
  });

  it('while the page moves on to the next step ends with it added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await Promise.all([enrolment.add(PAGE.tabId), enrolment.seen([], PAGE)]);
    expect(await accounts()).toHaveLength(1);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added' });
  });

  it('what the page showed first and replaced meanwhile is not added', async () => {
    await enrolment.seen(show(URI), PAGE);
    const replacing = enrolment.seen(show(PUSH), PAGE);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await replacing;
    expect(await accounts()).toEqual([]);
  });

  it('that fails leaves the offer as it is', async () => {
    await enrolment.seen(show(URI), PAGE);
    await vault.lock();
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'locked' });
    expect(await enrolment.offer(PAGE.tabId)).toEqual({ kind: 'account', credential: totp() });
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    expect(announced()).toEqual([[7, 'account']]);
  });
});

describe('adding what is in the vault already says so, and the wizard gets the code of what is there', () => {
  /** It is told that the account was here; from then on the tab has it as if added from it. */
  async function expectAlreadyHere(tabId: number) {
    const before = await accounts();
    announce.mockClear();
    expect(await enrolment.add(tabId)).toEqual({
      account: before[0],
      isNew: false,
      restored: false,
    });
    expect(await accounts()).toEqual(before);
    expect(await enrolment.addedAccount(tabId)).toBe(before[0]?.id);
    expect(await enrolment.offer(tabId)).toMatchObject({ kind: 'added', filled: false });
    expect(announced()).toEqual([[tabId, 'added']]);
    // It is said once.
    expect(await enrolment.add(tabId)).toMatchObject({ account: before[0], isNew: true });
    expect(await accounts()).toEqual(before);
  }

  it('where the worker died after the account was saved and before its tab knew', async () => {
    await enrolment.seen(show(URI), PAGE);
    await vault.add({ credential: totp(), origins: [], tenant: undefined });
    vault = machine.startWorker();
    startWorker(vault);
    await expectAlreadyHere(PAGE.tabId);
  });

  it('where the tab could not be told', async () => {
    await enrolment.seen(show(URI), PAGE);
    const storage: KeyValueStorage = {
      get: (key) => machine.storage.get(key),
      set: async () => {
        throw new Error('the worker is going down');
      },
      remove: (key) => machine.storage.remove(key),
    };
    const dying = new Enrolment({ storage, vault, decode, announce });
    await expect(dying.add(PAGE.tabId)).rejects.toThrow('going down');
    expect(await accounts()).toHaveLength(1);
    await expectAlreadyHere(PAGE.tabId);
  });

  it('where the same set-up code is in two tabs', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await enrolment.add(PAGE.tabId);
    await expectAlreadyHere(OTHER_TAB.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe((await accounts())[0]?.id);
  });

  it('where it is added in two tabs at the same time', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    const outcomes = await Promise.all([enrolment.add(PAGE.tabId), enrolment.add(OTHER_TAB.tabId)]);
    expect(outcomes.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    const held = await accounts();
    expect(held).toHaveLength(1);
    for (const { tabId } of [PAGE, OTHER_TAB]) {
      expect(await enrolment.addedAccount(tabId)).toBe(held[0]?.id);
    }
  });

  it('where the set-up code is shown again after the page was loaded anew', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    await enrolment.left(PAGE.tabId);
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
    await expectAlreadyHere(PAGE.tabId);
  });

  it('where the set-up code names the account in another way', async () => {
    await vault.add({ credential: totp(), origins: [], tenant: undefined });
    await enrolment.seen(show(formatUri(totp({ account: 'renamed' }))), PAGE);
    await expectAlreadyHere(PAGE.tabId);
  });
});

describe('an account that was added stays that of its tab', () => {
  beforeEach(async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
  });

  it.each<[string, Picture[]]>([
    ['when its set-up code is gone: the wizard is one step on', []],
    ['when its set-up code is shown again: the wizard is one step back', show(URI)],
    ['when pictures without a code are shown', show('nothing')],
  ])('%s', async (_, pictures) => {
    await enrolment.seen(pictures, PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added' });
  });

  it('until another set-up code is shown, which can be added too', async () => {
    await enrolment.seen(show(OTHER_URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    await enrolment.add(PAGE.tabId);
    const held = await accounts();
    expect(held).toHaveLength(2);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe(held[1]?.id);
  });

  it.each<[string, Picture[], string]>([
    ['a push code', show(PUSH), 'push'],
    ['another QR code', show('https://contoso.example/'), 'not-otpauth'],
    ['a wrong URI', show('otpauth://totp/alex'), 'refused'],
  ])('until %s is shown', async (_, pictures, kind) => {
    await enrolment.seen(pictures, PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind });
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
  });

  it('when its set-up code is shown again while the vault is locked', async () => {
    const added = await enrolment.offer(PAGE.tabId);
    await vault.lock();
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toEqual(added);
  });

  it('also in the next worker, while the vault is locked', async () => {
    const added = await enrolment.offer(PAGE.tabId);
    await vault.lock();
    startWorker(machine.startWorker());
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toEqual(added);
  });

  it('but not while the vault is locked where another set-up code is shown', async () => {
    await vault.lock();
    await enrolment.seen(show(OTHER_URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'waiting' });
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
  });
});

describe('the account that may have its code', () => {
  it('is the one that was added in this tab', async () => {
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    await enrolment.add(PAGE.tabId);
    const [added] = await accounts();
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe(added?.id);
    expect(await enrolment.addedAccount(OTHER_TAB.tabId)).toBeUndefined();
  });

  it('is known after a restart of the worker', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    startWorker(machine.startWorker());
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeDefined();
  });
});

describe('once the wizard has its code', () => {
  beforeEach(async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    announce.mockClear();
    await enrolment.filled(PAGE.tabId);
  });

  it('no other field of the tab gets one, and the account stays on show as added', async () => {
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added', filled: true });
    expect(announce).not.toHaveBeenCalled();
  });

  it('nor after a restart of the worker', async () => {
    startWorker(machine.startWorker());
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
  });

  it('nor when the set-up code is gone', async () => {
    await enrolment.seen([], PAGE);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added' });
  });

  it('nor while its set-up code stays on show, however often that is reported', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
  });

  it('but again when its set-up code is shown in another way', async () => {
    await enrolment.seen(show('nothing', URI), PAGE);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe((await accounts())[0]?.id);
  });

  it('nor by a second click', async () => {
    await enrolment.add(PAGE.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
  });

  it.each(['open', 'locked'])(
    'but again when its set-up code went away and came back, the vault %s',
    async (state) => {
      const [added] = await accounts();
      if (state === 'locked') await vault.lock();
      await enrolment.seen([], PAGE);
      await enrolment.seen(show(URI), PAGE);
      expect(await enrolment.addedAccount(PAGE.tabId)).toBe(added?.id);
    },
  );

  it('but that of another set-up code, when that is added', async () => {
    await enrolment.seen(show(OTHER_URI), PAGE);
    await enrolment.add(PAGE.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe((await accounts())[1]?.id);
  });
});

describe('what is filled in changes nothing', () => {
  it('in a tab that offers nothing', async () => {
    const before = machine.storage.size;
    await enrolment.filled(PAGE.tabId);
    expect(await enrolment.offer(PAGE.tabId)).toBeUndefined();
    expect(machine.storage.size).toBe(before);
  });

  it('before the account is added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.filled(PAGE.tabId);
    expect(await enrolment.offer(PAGE.tabId)).toEqual({ kind: 'account', credential: totp() });
    await enrolment.add(PAGE.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeDefined();
  });

  it('in another tab', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    await enrolment.filled(OTHER_TAB.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeDefined();
  });
});

describe('while the pictures of a tab are read', () => {
  let finish: () => void;

  /** Reads everything at once but a push code, which waits for {@link finish}. */
  beforeEach(() => {
    const { promise, resolve } = Promise.withResolvers<void>();
    finish = resolve;
    enrolment = new Enrolment({
      storage: machine.storage,
      vault,
      decode: async (pictures) => {
        const texts = await decode(pictures);
        if (texts.includes(PUSH)) await promise;
        return texts;
      },
      announce,
    });
  });

  /** Time for everything to happen that does not wait for {@link finish}. */
  const settle = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('another tab is not held up', async () => {
    const reading = enrolment.seen(show(PUSH), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await enrolment.add(OTHER_TAB.tabId);
    await enrolment.filled(OTHER_TAB.tabId);
    expect(await enrolment.offer(OTHER_TAB.tabId)).toMatchObject({ kind: 'added', filled: true });
    await enrolment.left(OTHER_TAB.tabId);
    expect(await enrolment.offer(PAGE.tabId)).toBeUndefined();
    finish();
    await reading;
    expect(await enrolment.offer(PAGE.tabId)).toEqual({ kind: 'push' });
  });

  it('what the same tab shows next waits, and wins', async () => {
    const first = enrolment.seen(show(PUSH), PAGE);
    const second = enrolment.seen(show(URI), PAGE);
    await settle();
    expect(await enrolment.offer(PAGE.tabId)).toBeUndefined();
    finish();
    await Promise.all([first, second]);
    expect(announced()).toEqual([
      [7, 'push'],
      [7, 'account'],
    ]);
  });

  it('what the same tab shows next waits, and wins, also after the wizard was left', async () => {
    const leaving = enrolment.left(PAGE.tabId);
    const first = enrolment.seen(show(PUSH), PAGE);
    await leaving;
    const second = enrolment.seen(show(URI), PAGE);
    await settle();
    finish();
    await Promise.all([first, second]);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
  });

  it('a failure stops nothing that the tab shows next', async () => {
    const failing = new Enrolment({
      storage: machine.storage,
      vault,
      decode: async (pictures) => {
        if (pictures.length === 0) throw new Error('the decoder is gone');
        return decode(pictures);
      },
      announce,
    });
    const first = failing.seen([], PAGE);
    const second = failing.seen(show(URI), PAGE);
    await expect(first).rejects.toThrow('the decoder is gone');
    await second;
    expect(await failing.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
  });
});

describe('when the wizard is left', () => {
  it('its offer is forgotten', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.left(PAGE.tabId);
    expect(await enrolment.offer(PAGE.tabId)).toBeUndefined();
    expect(announced()).toEqual([
      [7, 'account'],
      [7, undefined],
    ]);
  });

  it('no code is given any more, and the account stays', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    await enrolment.left(PAGE.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    expect(await accounts()).toHaveLength(1);
  });

  it('nothing is announced where there was nothing', async () => {
    await enrolment.left(PAGE.tabId);
    expect(announce).not.toHaveBeenCalled();
  });

  it('nothing of it stays in memory', async () => {
    const before = machine.storage.size;
    await enrolment.seen(show(URI), PAGE);
    await enrolment.left(PAGE.tabId);
    expect(machine.storage.size).toBe(before);
  });
});

/** Everything that is held in memory, as text: no form of the secret may stand there. */
async function expectNoSecretInMemory() {
  const held = JSON.stringify(await machine.storage.get(null)).toUpperCase();
  expect(held).toContain('ENROLMENT.OFFER.');
  const seed = Buffer.from(rfcSeed(20));
  const forms = [RFC_SECRET, seed.toString('latin1'), URI];
  for (const encoding of ['hex', 'base64', 'base64url'] as const) {
    forms.push(seed.toString(encoding).replaceAll('=', ''));
    forms.push(Buffer.from(RFC_SECRET).toString(encoding).replaceAll('=', ''));
  }
  for (const form of forms) expect(held.includes(form.toUpperCase()), form).toBe(false);
}

const WAITING: Offer = {
  kind: 'waiting',
  label: { issuer: 'Microsoft', account: 'alex@contoso.example', organisation: 'Contoso' },
  algorithm: 'SHA1',
  digits: 6,
  period: 30,
};

describe('while the vault is locked, a set-up code', () => {
  beforeEach(() => vault.lock());

  it('is told to the user, and nothing that is held has its secret', async () => {
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toEqual(WAITING);
    expect(describeOffer(await enrolment.offer(PAGE.tabId))).toEqual(
      describeOffer({ kind: 'account', credential: totp() }),
    );
    expect(announce.mock.calls).toEqual([[PAGE.tabId, WAITING]]);
    await expectNoSecretInMemory();
  });

  it('is nothing to add', async () => {
    await enrolment.seen(show(URI), PAGE);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await vault.open(PASSKEY);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
    expect(await enrolment.offer(PAGE.tabId)).toEqual(WAITING);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
  });

  it('can be added once the vault is open and the same pictures are seen again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await vault.open(PASSKEY);
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toEqual({ kind: 'account', credential: totp() });
    await enrolment.add(PAGE.tabId);
    expect(await accounts()).toMatchObject([{ credential: totp(), tenant: TENANT }]);
    expect(announced()).toEqual([
      [7, 'waiting'],
      [7, 'account'],
      [7, 'added'],
    ]);
  });

  it('is announced once, however often it is seen', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show('nothing', URI), PAGE);
    expect(announced()).toEqual([[7, 'waiting']]);
  });

  it('ends with its pictures', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen([], PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toBeUndefined();
  });

  it.each<[string, Credential, Partial<Offer>]>([
    ['of a counter', hotp(), { algorithm: 'SHA1', digits: 6 }],
    ["of Steam's", steam(), { algorithm: 'SHA1', digits: 5, period: 30 }],
    [
      'with parameters of its own',
      totp({ algorithm: 'SHA512', digits: 8, period: 60 }),
      { algorithm: 'SHA512', digits: 8, period: 60 },
    ],
  ])('%s is known by all but its secret', async (_, credential, parameters) => {
    await enrolment.seen(show(formatUri(credential)), PAGE);
    const { issuer, account, prefix } = credential;
    const label = { issuer, account, organisation: prefix === issuer ? '' : prefix };
    expect(await enrolment.offer(PAGE.tabId)).toEqual({ kind: 'waiting', label, ...parameters });
    await expectNoSecretInMemory();
  });

  it.each<[string, Picture[], object]>([
    ['a push code', show(PUSH), { kind: 'push' }],
    ['a wrong URI', show('otpauth://totp/a?secret=1'), { kind: 'refused', code: 'invalid' }],
  ])('%s is told as ever', async (_, pictures, offer) => {
    await enrolment.seen(pictures, PAGE);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject(offer);
  });
});

describe('when the vault is locked', () => {
  it('no tab keeps a secret, and each is told what waits', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(OTHER_URI), OTHER_TAB);
    await enrolment.seen(show(PUSH), { ...PAGE, tabId: 9 });
    await vault.lock();
    await enrolment.locked();
    expect(await enrolment.offer(PAGE.tabId)).toEqual(WAITING);
    expect(await enrolment.offer(OTHER_TAB.tabId)).toMatchObject({ kind: 'waiting' });
    expect(await enrolment.offer(9)).toEqual({ kind: 'push' });
    await expectNoSecretInMemory();
    expect(JSON.stringify(await machine.storage.get(null))).not.toContain('MZXW6YTBOI');
  });

  it('also by a worker that has not seen the tabs', async () => {
    await enrolment.seen(show(URI), PAGE);
    await vault.lock();
    startWorker(machine.startWorker());
    await enrolment.locked();
    expect(await enrolment.offer(PAGE.tabId)).toEqual(WAITING);
    await expectNoSecretInMemory();
  });

  it('what was added stays so, and is filled as far as it was', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    const before = await enrolment.offer(PAGE.tabId);
    await vault.lock();
    await enrolment.locked();
    expect(await enrolment.offer(PAGE.tabId)).toEqual(before);
    await expectNoSecretInMemory();
  });

  it('what else is held stays as it is', async () => {
    await machine.storage.set({ 'approvals.releases': { alex: { step: 1, tabId: 7 } } });
    const before = await machine.storage.get(null);
    await enrolment.locked();
    expect(await machine.storage.get(null)).toEqual(before);
  });

  it('the account can be added once it is open and the page shows its code again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await vault.lock();
    await enrolment.locked();
    await vault.open(PASSKEY);
    // The same pictures: what is missing is the secret, so they are read again.
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    expect(await accounts()).toMatchObject([{ credential: totp(), tenant: TENANT }]);
  });

  it('at any moment of an add: no deadlock, nothing lost, no secret left', async () => {
    const outcomes = new Set<string>();
    for (let pause = 0; pause <= 40; pause += 1) {
      machine = newMachine();
      vault = await newOpenVault(machine);
      startWorker(vault);
      await enrolment.seen(show(URI), PAGE);
      const adding = enrolment.add(PAGE.tabId).then(
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
      expect([outcome, (await accounts()).length]).toEqual([outcome, outcome === 'added' ? 1 : 0]);
      expect([outcome, (await enrolment.offer(PAGE.tabId))?.kind]).toEqual([
        outcome,
        outcome === 'added' ? 'added' : 'waiting',
      ]);
    }
    expect(outcomes).toContain('added');
  });

  it('while pictures are read, nothing of them stays that is read while it is open', async () => {
    // A tab of which nothing is held yet, at every moment of its being read.
    for (let pause = 0; pause <= 12; pause += 1) {
      machine = newMachine();
      vault = await newOpenVault(machine);
      const slow: KeyValueStorage = {
        get: (key) => machine.storage.get(key),
        // The browser takes its time to store.
        set: async (items) => {
          for (let turn = 0; turn < 8; turn += 1) await new Promise(setImmediate);
          await machine.storage.set(items);
        },
        remove: (key) => machine.storage.remove(key),
      };
      enrolment = new Enrolment({ storage: slow, vault, decode, announce });
      const seeing = enrolment.seen(show(URI), PAGE);
      for (let turn = 0; turn < pause; turn += 1) await new Promise(setImmediate);
      await vault.lock();
      await enrolment.locked();
      await seeing;
      await expectNoSecretInMemory();
      expect(await enrolment.offer(PAGE.tabId)).toEqual(WAITING);
    }
  });
});

describe('the same pictures', () => {
  it('are decoded once', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    await enrolment.seen(show(URI), PAGE);
    expect(decode).toHaveBeenCalledOnce();
  });

  it('also where another worker decoded them', async () => {
    await enrolment.seen(show(PUSH), PAGE);
    startWorker(machine.startWorker());
    await enrolment.seen(show(PUSH), PAGE);
    expect(decode).toHaveBeenCalledOnce();
  });

  it('in another tab, or once others were seen in between, are decoded again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await enrolment.seen(show(PUSH), PAGE);
    await enrolment.seen(show(URI), PAGE);
    expect(decode).toHaveBeenCalledTimes(4);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
  });

  it('are known by more than their text: the size counts', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(
      show(URI).map((picture) => ({ ...picture, width: 2 })),
      PAGE,
    );
    expect(decode).toHaveBeenCalledTimes(2);
  });
});

it('a browser that sorts the keys of what is stored changes nothing: the same is announced once', async () => {
  const sorted = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .sort(([one], [other]) => (one < other ? -1 : 1))
            .map(([key, each]) => [key, sorted(each)]),
        )
      : value;
  const storage: KeyValueStorage = {
    get: (key) => machine.storage.get(key),
    set: (items) => machine.storage.set(sorted(items) as Record<string, unknown>),
    remove: (key) => machine.storage.remove(key),
  };
  enrolment = new Enrolment({ storage, vault, decode, announce });
  for (const credential of [totp(), hotp(), steam()]) {
    announce.mockClear();
    await enrolment.seen(show(formatUri(credential)), PAGE);
    await enrolment.seen(show('nothing', formatUri(credential)), PAGE);
    expect(announce).toHaveBeenCalledOnce();
  }
  await vault.lock();
  announce.mockClear();
  await enrolment.seen(show(URI), OTHER_TAB);
  await enrolment.seen(show('nothing', URI), OTHER_TAB);
  expect(announce).toHaveBeenCalledOnce();
});
