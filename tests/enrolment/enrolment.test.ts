import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Enrolment, type EnrolmentPage } from '../../src/enrolment/enrolment.ts';
import type { Offer } from '../../src/enrolment/offer.ts';
import type { Picture } from '../../src/qr/picture.ts';
import type { Vault } from '../../src/vault/vault.ts';
import { formatUri, totp } from '../otp/credentials.ts';
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

  it('leaves an offer that holds no secret', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.add(PAGE.tabId);
    const [account] = await vault.accounts();
    expect(await enrolment.offer(PAGE.tabId)).toEqual({
      kind: 'added',
      accountId: account?.id,
      label: { issuer: 'Microsoft', account: 'alex@contoso.example', organisation: 'Contoso' },
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

  it('of the same set-up code in a second tab is refused, and its offer stays', async () => {
    await enrolment.seen(show(URI), PAGE);
    await enrolment.seen(show(URI), OTHER_TAB);
    await enrolment.add(PAGE.tabId);
    await expect(enrolment.add(OTHER_TAB.tabId)).rejects.toMatchObject({ code: 'already-here' });
    expect(await enrolment.offer(OTHER_TAB.tabId)).toMatchObject({ kind: 'account' });
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
    await enrolment.add(PAGE.tabId);
    expect(await vault.accounts()).toHaveLength(2);
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
