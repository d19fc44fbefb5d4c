import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Enrolment, type EnrolmentPage } from '../../src/enrolment/enrolment.ts';
import type { Offer } from '../../src/enrolment/offer.ts';
import type { Picture } from '../../src/qr/picture.ts';
import type { SessionStorage } from '../../src/vault/session.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { formatUri, RFC_SECRET, totp } from '../otp/credentials.ts';
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
const decode = async (pictures: readonly Picture[]) =>
  pictures.map(({ luminance }) => luminance).filter((text) => text !== 'nothing');

const announce = vi.fn<(tabId: number, offer: Offer | undefined) => void>();

let machine: Machine;
let vault: Vault;
let enrolment: Enrolment;

function startWorker(running: Vault) {
  enrolment = new Enrolment({ storage: machine.storage, vault: running, decode, announce });
}

beforeEach(async () => {
  announce.mockClear();
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

  it('it is read while the vault is locked, and can be added once it is open', async () => {
    await vault.lock();
    await enrolment.seen(show(URI), PAGE);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'locked' });
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
    await vault.open(PASSKEY);
    await enrolment.add(PAGE.tabId);
    expect(await vault.accounts()).toHaveLength(1);
  });

  it('changes nothing in the vault', async () => {
    await enrolment.seen(show(URI), PAGE);
    expect(await vault.accounts()).toEqual([]);
  });
});

describe('adding', () => {
  it('puts the account into the vault, for the sign-in origin and the tenant of the page', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    expect(await vault.accounts()).toMatchObject([
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
    const [account] = await vault.accounts();
    expect(account).not.toHaveProperty('tenant');
  });

  it('leaves an offer that holds no secret, but what tells it again', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    const [account] = await vault.accounts();
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
    expect(await vault.accounts()).toEqual([]);
  });

  it('what another tab offers is nothing to add', async () => {
    await enrolment.seen(show(URI), OTHER_TAB);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
  });

  it('twice adds once, and the second time changes nothing', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    const added = await vault.accounts();
    await enrolment.add(PAGE.tabId);
    expect(await vault.accounts()).toEqual(added);
    expect(announced()).toEqual([
      [7, 'account'],
      [7, 'added'],
    ]);
  });

  it('twice at the same time adds once, and the tab ends with it added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await Promise.all([enrolment.add(PAGE.tabId), enrolment.add(PAGE.tabId)]);
    expect(await vault.accounts()).toHaveLength(1);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added' });
  });

  it('while the page moves on to the next step ends with it added', async () => {
    await enrolment.seen(show(URI), PAGE);
    await Promise.all([enrolment.add(PAGE.tabId), enrolment.seen([], PAGE)]);
    expect(await vault.accounts()).toHaveLength(1);
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'added' });
  });

  it('what the page showed first and replaced meanwhile is not added', async () => {
    await enrolment.seen(show(URI), PAGE);
    const replacing = enrolment.seen(show(PUSH), PAGE);
    await expect(enrolment.add(PAGE.tabId)).rejects.toMatchObject({ code: 'nothing-to-add' });
    await replacing;
    expect(await vault.accounts()).toEqual([]);
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
    const before = await vault.accounts();
    announce.mockClear();
    await expect(enrolment.add(tabId)).rejects.toMatchObject({
      name: 'Fault',
      code: 'already-here',
      field: 'secret',
    });
    expect(await vault.accounts()).toEqual(before);
    expect(await enrolment.addedAccount(tabId)).toBe(before[0]?.id);
    expect(await enrolment.offer(tabId)).toMatchObject({ kind: 'added', filled: false });
    expect(announced()).toEqual([[tabId, 'added']]);
    // It is said once.
    await enrolment.add(tabId);
    expect(await vault.accounts()).toEqual(before);
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
    const storage: SessionStorage = {
      get: (key) => machine.storage.get(key),
      set: async () => {
        throw new Error('the worker is going down');
      },
      remove: (key) => machine.storage.remove(key),
    };
    const dying = new Enrolment({ storage, vault, decode, announce });
    await expect(dying.add(PAGE.tabId)).rejects.toThrow('going down');
    expect(await vault.accounts()).toHaveLength(1);
    await expectAlreadyHere(PAGE.tabId);
  });

  it('where the same set-up code is in two tabs', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await enrolment.add(PAGE.tabId);
    await expectAlreadyHere(OTHER_TAB.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe((await vault.accounts())[0]?.id);
  });

  it('where it is added in two tabs at the same time', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    const outcomes = await Promise.allSettled([
      enrolment.add(PAGE.tabId),
      enrolment.add(OTHER_TAB.tabId),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const accounts = await vault.accounts();
    expect(accounts).toHaveLength(1);
    for (const { tabId } of [PAGE, OTHER_TAB]) {
      expect(await enrolment.addedAccount(tabId)).toBe(accounts[0]?.id);
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
    const accounts = await vault.accounts();
    expect(accounts).toHaveLength(2);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe(accounts[1]?.id);
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
    expect(await enrolment.offer(PAGE.tabId)).toMatchObject({ kind: 'account' });
  });
});

describe('the account that may have its code', () => {
  it('is the one that was added in this tab', async () => {
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    await enrolment.seen(show(URI), PAGE);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
    await enrolment.add(PAGE.tabId);
    const [added] = await vault.accounts();
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

  it('nor by a second click', async () => {
    await enrolment.add(PAGE.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBeUndefined();
  });

  it.each(['open', 'locked'])(
    'but again when its set-up code is shown again, the vault %s',
    async (state) => {
      const [added] = await vault.accounts();
      if (state === 'locked') await vault.lock();
      await enrolment.seen(show(URI), PAGE);
      expect(await enrolment.addedAccount(PAGE.tabId)).toBe(added?.id);
    },
  );

  it('but that of another set-up code, when that is added', async () => {
    await enrolment.seen(show(OTHER_URI), PAGE);
    await enrolment.add(PAGE.tabId);
    expect(await enrolment.addedAccount(PAGE.tabId)).toBe((await vault.accounts())[1]?.id);
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
    expect(await vault.accounts()).toHaveLength(1);
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
