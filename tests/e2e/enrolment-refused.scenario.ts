import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { EnrolmentSettings } from '../tenant/settings.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { accountsOf, awaitDriveEnd, confirmAccount, enrolHere } from './enrolment-steps.ts';
import { createVault, openSecurityInfo, securityInfoUrl } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const { address } = PEOPLE.alex;
const QUESTION = /Add Contoso, alex@contoso\.example\?/u;

describe('an enrolment that Microsoft or the user ends', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await openSecurityInfo(page, MEMBER);
  });

  afterEach(() => world().tenant.enrolment.restore());

  async function startAnew(): Promise<void> {
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await page.waitForText('#methods', /password/iu);
    await enrolHere(world().browser);
  }

  test.each<[string, Partial<EnrolmentSettings>, { step: string; reason: string }, RegExp]>([
    [
      'other apps are forbidden',
      { otherApps: 'forbidden' },
      { step: 'get-app', reason: 'other-apps-forbidden' },
      /organisation/iu,
    ],
    [
      'the method is not offered',
      { methods: 'missing' },
      { step: 'pick-method', reason: 'method-not-offered' },
      /organisation/iu,
    ],
    [
      'the code is no set-up code',
      { text: 'https://contoso.example/menu' },
      { step: 'qr', reason: 'not-a-code' },
      /QR code/u,
    ],
  ])('before anything is added: %s', async (_, settings, ended, sentence) => {
    const { browser, tenant } = world();
    Object.assign(tenant.enrolment, settings);
    await startAnew();
    expect(await awaitDriveEnd(browser)).toMatchObject({ state: 'stopped', reason: ended.reason });
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText(`[data-reason="${ended.reason}"]`, sentence);
    expect(await accountsOf(browser)).toEqual([]);
  });

  test.each<[string, EnrolmentSettings['verify'], string]>([
    ['the code is refused', 'refuse', 'code-refused'],
    ['something fails', 'error', 'error'],
    ['a captcha interrupts', 'captcha', 'captcha'],
  ])(
    'after the account is added: %s; it stays, unverified, until it is removed',
    async (_, verify, reason) => {
      const { browser, tenant } = world();
      tenant.enrolment.verify = verify;
      await startAnew();
      await confirmAccount(browser, QUESTION);
      expect(await awaitDriveEnd(browser)).toMatchObject({ state: 'stopped', reason });
      expect(await accountsOf(browser)).toMatchObject([{ account: address, proof: 'unverified' }]);
      expect(tenant.enrolled('Contoso', address)).toBe(0);
      // One code was sent, and none after the refusal.
      expect(tenant.refusedCodes()).toBeLessThanOrEqual(1);
      await page.bringToFront();
      const popup = await browser.openPopup();
      await popup.waitForText(`[data-reason="${reason}"]`, /./u);
      await popup.click('.drive .remove-account');
      await popup.waitForText('main', /Undo/u);
      expect(await accountsOf(browser)).toEqual([]);
      tenant.reset();
      await openSecurityInfo(page, MEMBER);
    },
  );

  /** Closes the tab as soon as the drive has come to a step there, or is `finished`. */
  function closeAt(place: string): Promise<unknown> {
    return world().browser.background((awaited) => {
      const changed = chrome.storage.session.onChanged;
      const listener: Parameters<typeof changed.addListener>[0] = (changes) => {
        for (const [key, { newValue }] of Object.entries(changes)) {
          const { drive } = (newValue ?? {}) as { drive?: { state: string; step?: string } };
          const reached = drive?.step ?? drive?.state;
          if (!key.startsWith('enrolment.tab.') || reached !== awaited) continue;
          changed.removeListener(listener);
          void chrome.tabs.remove(Number(key.slice('enrolment.tab.'.length)));
        }
      };
      changed.addListener(listener);
    }, place);
  }

  async function expectClosed(): Promise<void> {
    const closed = async () =>
      (await world().browser.tabs()).every((url) => !url.includes('mysignins')) || undefined;
    await poll('the tab to close', closed);
    page = await world().browser.newPage('about:blank');
  }

  test.each(['overview', 'pick-method', 'get-app', 'set-up-account', 'qr'])(
    'the tab is closed at %s: nothing was added',
    async (step) => {
      const { browser } = world();
      await closeAt(step);
      await startAnew();
      await expectClosed();
      expect(await accountsOf(browser)).toEqual([]);
    },
  );

  test('the tab is closed at the code: the account is there, unverified, and is finished from the popup', async () => {
    const { browser, tenant } = world();
    await closeAt('enter-code');
    await startAnew();
    await confirmAccount(browser, QUESTION);
    await expectClosed();
    expect(await accountsOf(browser)).toMatchObject([{ proof: 'unverified' }]);
    expect(tenant.enrolled('Contoso', address)).toBe(0);
    const popup = await browser.openPopup();
    await popup.click('.unverified .finish-enrolment');
    page = await browser.waitForTab(/mysignins/u);
    await confirmAccount(browser, QUESTION);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    // The unfinished one went into the recycle bin.
    expect(await accountsOf(browser)).toMatchObject([{ account: address, proof: 'verified' }]);
    expect(tenant.enrolled('Contoso', address)).toBe(1);
  });

  test('the tab is closed where it is done: the account is verified', async () => {
    const { browser, tenant } = world();
    await closeAt('finished');
    await startAnew();
    await confirmAccount(browser, /second, independent/u);
    await expectClosed();
    expect(tenant.enrolled('Contoso', address)).toBe(2);
    expect(await accountsOf(browser)).toMatchObject([{ proof: 'verified' }, { proof: 'verified' }]);
  });
});
