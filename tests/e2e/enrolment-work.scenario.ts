import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import {
  accountsOf,
  awaitDriveEnd,
  awaitDriveStep,
  confirmAccount,
  enrolFromPopup,
  enrolHere,
} from './enrolment-steps.ts';
import {
  awaitSignInCode,
  createVault,
  declineToStay,
  finishWizard,
  openSecurityInfo,
  securityInfoUrl,
  signInWithPassword,
  signOut,
  submitSignInCode,
  verifyCode,
} from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const GUEST: Account = { organisation: ORGANISATIONS.fabrikam, person: PEOPLE.alex };
const { address } = PEOPLE.alex;

describe('a work account is enrolled from inside Countersign', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
  });

  afterEach(() => world().tenant.enrolment.restore());

  test('from the popup to "Verified", past the push code', async () => {
    const { browser, tenant } = world();
    // The way to other apps stands only beside the push code.
    tenant.enrolment.differentAppAt = 'qr';
    page = await enrolFromPopup(browser, 'work', /login\.microsoftonline\.com/u);
    await signInWithPassword(page, MEMBER);
    await declineToStay(page);
    await confirmAccount(browser, /Add Contoso, alex@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('main', /Verified/u);
    expect(tenant.enrolled('Contoso', address)).toBe(1);
    expect(tenant.refusedCodes()).toBe(0);
    expect(await accountsOf(browser)).toMatchObject([
      { account: address, organisation: 'Contoso', kind: 'work', proof: 'verified' },
    ]);
  });

  test('and as a guest in another tenant, with the same address, where the page was switched to', async () => {
    const { browser, tenant } = world();
    await page.bringToFront();
    await page.goto(securityInfoUrl(GUEST.organisation));
    await signInWithPassword(page, GUEST);
    await declineToStay(page);
    await page.waitForText('#organisation', /Fabrikam/u);
    const enrolsHere = async () => (await browser.badgeText()) === '+' || undefined;
    await poll('the badge to say that one can enrol here', enrolsHere);
    await enrolHere(browser);
    await confirmAccount(browser, /Add Fabrikam, alex@contoso\.example\?/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    expect(tenant.enrolled('Fabrikam', address)).toBe(1);
    expect(await accountsOf(browser)).toMatchObject([
      { organisation: 'Contoso', kind: 'work', proof: 'verified' },
      {
        account: address,
        organisation: 'Fabrikam',
        kind: 'guest',
        proof: 'verified',
        methodsPage: securityInfoUrl(GUEST.organisation),
      },
    ]);
    await signOut(page);
    await awaitSignInCode(world(), page, GUEST);
    await submitSignInCode(page);
    await declineToStay(page);
    await page.waitForText('#signed-in-as', /at Fabrikam/u);
  });

  test('from the push code on, where the user had walked to it by himself', async () => {
    const { browser, tenant } = world();
    await page.bringToFront();
    await page.goto(securityInfoUrl(GUEST.organisation));
    await page.click('[data-testid="add-method-button"]');
    await page.click('[data-testid="authmethod-picker-authenticatorApp"]');
    await page.click('[data-testid="reskin-step-next-button"]');
    await page.waitForText('[data-testid="reskin-step-title"]', /set up/iu);
    await page.click('[data-testid="reskin-step-next-button"]');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.click('#enrol-here');
    await confirmAccount(browser, /second, independent/u);
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    expect(tenant.enrolled('Fabrikam', address)).toBe(2);
  });

  test('stops where the user says so, and he goes on by hand', async () => {
    const { browser, tenant } = world();
    await page.bringToFront();
    await signOut(page);
    await openSecurityInfo(page, { ...MEMBER, person: PEOPLE.sam });
    await enrolHere(browser);
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer', /Add Contoso, sam@contoso\.example\?/u);
    await popup.click('#stop-drive');
    await popup.waitForText('[data-reason="by-user"]', /stopped/iu);
    await popup.click('.offer .primary');
    await page.bringToFront();
    await page.click('[data-testid="reskin-step-next-button"]');
    await page.waitForText('[data-testid="verification-entercode-input"]', /^\d{6}$/u, 45_000);
    await verifyCode(page);
    await finishWizard(page);
    expect(tenant.enrolled('Contoso', PEOPLE.sam.address)).toBe(1);
    expect((await accountsOf(browser)).at(-1)).toMatchObject({
      account: PEOPLE.sam.address,
      proof: 'verified',
    });
  });

  test('locked in between, it waits for the vault', async () => {
    const { browser } = world();
    await page.bringToFront();
    await page.goto(securityInfoUrl(MEMBER.organisation));
    await enrolHere(browser);
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('.offer', /sam@contoso/u);
    await popup.click('#lock');
    await popup.waitForText('main', /Unlock to add it/u);
    expect((await awaitDriveStep(browser, 'qr')).state).toBe('running');
  });
});
