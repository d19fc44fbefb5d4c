import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import {
  allTyped,
  awaitBadge,
  enrolWork,
  finishSignIn,
  goToFactor,
  nodesAdded,
  signInCode,
} from './sign-in-steps.ts';
import {
  awaitFilledCode,
  createVault,
  FRESH_CODE_MS,
  lookWithFreshCode,
  submitSignInCode,
} from './steps.ts';
import { useWorld } from './world.ts';

const ALEX: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const SAM: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.sam };
const GUEST: Account = { organisation: ORGANISATIONS.fabrikam, person: PEOPLE.alex };

describe("Microsoft's sign-in page", () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    for (const account of [ALEX, SAM, GUEST]) await enrolWork(browser, page, account);
  });

  afterEach(() => {
    const { tenant } = world();
    tenant.signIn.restore();
    tenant.clock.set(Date.now);
  });

  test.each([
    ['an access pass', 'AccessPass', '#i0118acp'],
    ['a recovery code', 'Recovery', '#idTxtBx_RecoveryCode'],
    ['a code by SMS', 'OneWaySMS', '#idTxtBx_SAOTCC_OTC'],
  ] as const)('that asks for %s gets no code, not even by hand', async (_, method, field) => {
    const { browser, tenant } = world();
    tenant.signIn.method = method;
    await goToFactor(world(), page, ALEX);
    await page.waitForText(field, /^$/u);
    await lookWithFreshCode(world(), page);
    expect(await allTyped(page)).toBe('');
    expect(await browser.badgeText()).toBe('');
    // The account is the right one, the page is not.
    const popup = await browser.openPopup();
    await popup.click('.bound-row:first-child .fill');
    await popup.waitForText('#sign-in [role="status"]', /no field for a code/u);
    await page.bringToFront();
    expect(await allTyped(page)).toBe('');
    expect(await nodesAdded(page)).toBe(0);
  });

  test('that calls the phone is left alone, and gets its code when the user chooses the app', async () => {
    const { browser, tenant } = world();
    tenant.signIn.method = 'TwoWayVoiceMobile';
    await goToFactor(world(), page, ALEX);
    await lookWithFreshCode(world(), page);
    await page.waitForText('#idDiv_SAOTCAS_Title', /./u);
    expect(await browser.badgeText()).toBe('');
    await page.click('#signInAnotherWay');
    await page.click('[data-value="PhoneAppOTP"]');
    await awaitFilledCode(page);
    expect(await nodesAdded(page)).toBe(0);
    await finishSignIn(page, ALEX);
  });

  test.each([
    ['comes late', 'late', SAM],
    ['is drawn anew while it is filled', 're-rendered', GUEST],
  ] as const)('gets the code into a field that %s', async (_, appearance, account) => {
    const { tenant } = world();
    const before = tenant.signIns().length;
    tenant.signIn.appearance = appearance;
    // By then the script has seen the page without a field.
    tenant.signIn.lateMs = 3_000;
    await goToFactor(world(), page, account);
    await awaitFilledCode(page);
    expect(await nodesAdded(page)).toBe(0);
    if (appearance === 're-rendered') expect(await timesRendered()).toBe(3);
    await finishSignIn(page, account);
    expect(tenant.signIns()).toHaveLength(before + 1);
    expect(tenant.refusedCodes()).toBe(0);
  });

  test('gets the code into six boxes, digit by digit', async () => {
    const { tenant } = world();
    tenant.signIn.appearance = 'boxes';
    await goToFactor(world(), page, ALEX);
    await page.waitForText('#idTxtBx_SAOTCC_OTC_6', /^\d$/u, FRESH_CODE_MS);
    expect(await allTyped(page)).toMatch(/^\d{6}$/u);
    expect(await nodesAdded(page)).toBe(0);
    await finishSignIn(page, ALEX);
    expect(tenant.refusedCodes()).toBe(0);
  });

  test('that refuses the code gets another one only by the user’s own act, and takes it', async () => {
    const { browser, tenant } = world();
    const before = tenant.signIns().length;
    await goToFactor(world(), page, SAM);
    await awaitFilledCode(page);
    // The clocks disagree by ten minutes, for this once.
    tenant.clock.set(() => Date.now() + 600_000);
    await submitSignInCode(page);
    await page.waitForText('#idSpan_SAOTCC_Error_OTC', /./u);
    tenant.clock.set(Date.now);
    expect(tenant.refusedCodes()).toBe(1);
    await lookWithFreshCode(world(), page);
    expect(await signInCode(page)).toBe('');
    await awaitBadge(browser, '!');

    const popup = await browser.openPopup();
    await popup.waitForText('#sign-in [role="status"]', /refused the code/u);
    await popup.click('.bound-row[data-fits="true"] .fill');
    await awaitFilledCode(page);
    expect(await nodesAdded(page)).toBe(0);
    await page.bringToFront();
    await finishSignIn(page, SAM);
    expect(tenant.signIns()).toHaveLength(before + 1);
    expect(tenant.refusedCodes()).toBe(1);
  });

  function timesRendered(): Promise<number> {
    return page.evaluate(() => (window as unknown as { rendered: number }).rendered);
  }
});
