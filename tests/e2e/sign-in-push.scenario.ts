import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import { codeOfStep, stepAt } from '../tenant/totp-check.ts';
import type { Page } from './browsers/browser.ts';
import {
  awaitBadge,
  enrolWork,
  finishSignIn,
  goToFactor,
  managerRow,
  nodesAdded,
} from './sign-in-steps.ts';
import {
  awaitFilledCode,
  CODE_FIELD,
  createVault,
  finishWizard,
  lookWithFreshCode,
  openManager,
  openQrCode,
  openSecurityInfo,
  signOut,
  unlockByPasskey,
  verifyCode,
} from './steps.ts';
import { useWorld } from './world.ts';

const ALEX: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const GUEST: Account = { organisation: ORGANISATIONS.fabrikam, person: PEOPLE.alex };
/** His codes come from another app. */
const SAM: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.sam };

const PUSH = '#idDiv_SAOTCAS_Title';
const NUMBER = '#idRichContext_DisplaySign';
const LIST = '#idDiv_SAOTCS_Proofs';

describe("Microsoft's page for an approval on the phone", () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await enrolElsewhere();
    for (const account of [ALEX, GUEST]) await enrolWork(browser, page, account);
  });

  afterEach(() => world().tenant.signIn.restore());

  /** Sam sets up an app that is not Countersign, and leaves Countersign's offer alone. */
  async function enrolElsewhere(): Promise<void> {
    await openSecurityInfo(page, SAM);
    await openQrCode(page, 'totp');
    await page.click('[data-testid="reskin-step-next-button"]');
    const bytes = world().tenant.secrets().at(-1)?.bytes;
    await page.type(CODE_FIELD.wizard, codeOfStep(bytes ?? new Uint8Array(), stepAt(Date.now())));
    await verifyCode(page);
    await finishWizard(page);
    await signOut(page);
  }

  /** Signs in up to where Microsoft waits for the phone, which Countersign may leave at once. */
  async function goToPush(account: Account): Promise<void> {
    world().tenant.signIn.method = 'PhoneAppNotification';
    await goToFactor(world(), page, account);
  }

  async function awaitPush(account: Account): Promise<void> {
    await goToPush(account);
    await page.waitForText(PUSH, /./u);
  }

  test('with a number, is left for the code by one click', async () => {
    const { browser, tenant } = world();
    await awaitPush(ALEX);
    await page.waitForText(NUMBER, /^\d\d$/u);
    await awaitBadge(browser, '#');
    const popup = await browser.openPopup();
    await popup.waitForText('#sign-in-title', /asks for an approval on your phone/u);
    await popup.waitForText('#sign-in [role="status"]', /alex@contoso\.example does as well/u);
    await lookWithFreshCode(world(), page);
    await page.waitForText(NUMBER, /^\d\d$/u);
    await popup.click('#use-code');
    await awaitFilledCode(page);
    expect(await nodesAdded(page)).toBe(0);
    await page.bringToFront();
    await awaitBadge(browser, '✓');
    await finishSignIn(page, ALEX);
    expect(tenant.signIns()).toHaveLength(1);
  });

  test('without a number, too, for the account of its tenant', async () => {
    const { browser, tenant } = world();
    tenant.signIn.numberMatching = false;
    await awaitPush(GUEST);
    await awaitBadge(browser, '#');
    expect(await page.evaluate((sign) => document.querySelector(sign), NUMBER)).toBeNull();
    const popup = await browser.openPopup();
    await popup.click('#use-code');
    await awaitFilledCode(page);
    await page.bringToFront();
    await finishSignIn(page, GUEST);
    expect(tenant.signIns()).toHaveLength(2);
    expect(tenant.refusedCodes()).toBe(0);
  });

  test('offers nothing for an account that is not in the vault', async () => {
    const { browser } = world();
    await awaitPush(SAM);
    await lookWithFreshCode(world(), page);
    expect(await browser.badgeText()).toBe('');
    const popup = await browser.openPopup();
    await popup.waitForText('#sign-in [role="status"]', /None of your accounts/u);
    expect(await popup.evaluate(() => document.querySelector('#use-code'))).toBeNull();
    await page.bringToFront();
    await page.waitForText(NUMBER, /^\d\d$/u);
  });

  test('is left alone where the user goes his own way, which ends at the code all the same', async () => {
    const { browser } = world();
    await awaitPush(ALEX);
    await awaitBadge(browser, '#');
    await page.click('#signInAnotherWay');
    await page.waitForText(LIST, /./u);
    await lookWithFreshCode(world(), page);
    await page.waitForText(LIST, /./u);
    await page.click('[data-value="PhoneAppNotification"]');
    await page.waitForText(PUSH, /./u);
    await lookWithFreshCode(world(), page);
    await page.waitForText(PUSH, /./u);
    await awaitBadge(browser, '#');
    await page.click('#signInAnotherWay');
    await page.click('[data-value="PhoneAppOTP"]');
    await awaitFilledCode(page);
    await finishSignIn(page, ALEX);
  });

  test.each([
    ['has no other way', [], PUSH],
    ['has no way to an app’s code', ['OneWaySMS'], LIST],
  ] as const)('that %s says so, and nothing else is chosen', async (_, otherWays, end) => {
    const { browser, tenant } = world();
    tenant.signIn.otherWays = otherWays;
    await awaitPush(GUEST);
    await awaitBadge(browser, '#');
    const popup = await browser.openPopup();
    await popup.click('#use-code');
    await popup.waitForText('#sign-in [role="status"]', /did not find the way/u);
    await page.waitForText(end, /./u);
    expect(await browser.badgeText()).toBe('!');
    expect(await nodesAdded(page)).toBe(0);
  });

  test('is left by itself for an account that has that choice, once, and not for another one', async () => {
    const { browser } = world();
    await chooseCodes(ALEX);
    await goToPush(ALEX);
    await awaitFilledCode(page);
    await awaitBadge(browser, '✓');
    expect(await nodesAdded(page)).toBe(0);
    // Who goes back to it wants it.
    await page.click('#signInAnotherWay');
    await page.click('[data-value="PhoneAppNotification"]');
    await page.waitForText(PUSH, /./u);
    await awaitBadge(browser, '#');
    await lookWithFreshCode(world(), page);
    await page.waitForText(PUSH, /./u);

    await awaitPush(GUEST);
    await awaitBadge(browser, '#');
    await awaitPush(SAM);
    await lookWithFreshCode(world(), page);
    expect(await browser.badgeText()).toBe('');
    await page.waitForText(PUSH, /./u);
  });

  test('waits for the vault, which says so, and then goes on by itself where the account has that choice', async () => {
    const { browser } = world();
    await browser.runCommand('lock-vault');
    await awaitPush(ALEX);
    await awaitBadge(browser, '!');
    const popup = await browser.openPopup();
    await popup.waitForText('#page-waits', /approval on your phone\. Unlock to use a code/u);
    expect(await popup.evaluate(() => document.querySelector('#use-code'))).toBeNull();
    await unlockByPasskey(browser);
    await page.bringToFront();
    await awaitFilledCode(page);
    await finishSignIn(page, ALEX);
  });

  test('waits for the vault, and is offered the code then', async () => {
    const { browser } = world();
    await browser.runCommand('lock-vault');
    await awaitPush(GUEST);
    await awaitBadge(browser, '!');
    await unlockByPasskey(browser);
    await page.bringToFront();
    await awaitBadge(browser, '#');
    const popup = await browser.openPopup();
    await popup.click('#use-code');
    await awaitFilledCode(page);
    await page.bringToFront();
    await finishSignIn(page, GUEST);
  });

  /** In the manager: an account is to go to its code instead of a push approval. */
  async function chooseCodes({ organisation }: Account): Promise<void> {
    const manager = await openManager(world().browser);
    const row = await managerRow(manager, organisation.name);
    await manager.click(`${row} .account-details summary`);
    await manager.click(`${row} [data-choice="insteadOfPush"]`);
    await manager.click(`${row} [data-action="save-filling"]`);
    await manager.waitForText('main', /Saved for/u);
    await manager.close();
  }
});
