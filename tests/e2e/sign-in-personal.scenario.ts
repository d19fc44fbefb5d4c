import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, PEOPLE, PERSONAL } from '../tenant/directory.ts';
import { LIVE_ACCOUNT_HOST, LIVE_LOGOUT_URL } from '../tenant/hosts.ts';
import type { Page } from './browsers/browser.ts';
import { awaitDriveEnd, confirmAccount, enrolFromPopup } from './enrolment-steps.ts';
import { passMinutes } from './pass-time.ts';
import { allTyped, awaitBadge, managerRow, nodesAdded } from './sign-in-steps.ts';
import { createVault, FRESH_CODE_MS, lookWithFreshCode, openManager } from './steps.ts';
import { useWorld } from './world.ts';

const PAT: Account = { organisation: PERSONAL, person: PEOPLE.pat };
const KIM: Account = { organisation: PERSONAL, person: PEOPLE.kim };

const LIVE = {
  userName: '#usernameEntry',
  password: '#passwordEntry',
  next: '[data-testid="primaryButton"]',
  no: '[data-testid="secondaryButton"]',
  code: '#otc-confirmation-input',
  lastBox: '#codeEntry-5',
  verify: '#oneTimeCodePrimaryButton',
} as const;

describe('the sign-in page of personal accounts', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser, tenant } = world();
    await createVault(browser);
    page = await browser.newPage(tenant.startUrl);
    for (const account of [PAT, KIM]) await enrol(account);
  });

  afterEach(() => world().tenant.personal.restore());

  async function enrol({ person }: Account): Promise<void> {
    const { browser } = world();
    await page.bringToFront();
    const tab = await enrolFromPopup(browser, 'personal', /login\.live\.com/u);
    await typeNames(tab, person);
    await tab.click(LIVE.no);
    await confirmAccount(browser, new RegExp(`Add Microsoft, ${person.address}\\?`, 'u'));
    expect(await awaitDriveEnd(browser)).toEqual({ state: 'finished' });
    await tab.close();
    await page.bringToFront();
    await page.goto(LIVE_LOGOUT_URL);
  }

  async function typeNames(tab: Page, { address, password }: Account['person']): Promise<void> {
    await tab.type(LIVE.userName, address);
    await tab.click(LIVE.next);
    await tab.type(LIVE.password, password);
    await tab.click(LIVE.next);
  }

  /** Signs in up to the second factor. */
  async function goToCode({ person }: Account, title: RegExp): Promise<void> {
    await passMinutes(world());
    await page.bringToFront();
    await page.goto(LIVE_LOGOUT_URL);
    await page.goto(`https://${LIVE_ACCOUNT_HOST}/`);
    await typeNames(page, person);
    await page.waitForText('[data-testid="title"]', title);
  }

  async function finish(before: number, { person }: Account): Promise<void> {
    const { tenant } = world();
    expect(await nodesAdded(page)).toBe(0);
    await page.click(LIVE.verify);
    await page.waitForText('#kmsiTitle', /./u);
    expect(tenant.signIns().length).toBe(before + 1);
    expect(tenant.signIns().at(-1)).toMatchObject({ address: person.address });
    expect(tenant.refusedCodes()).toBe(0);
  }

  test('gets the code of the account that it shows', async () => {
    const before = world().tenant.signIns().length;
    await goToCode(PAT, /code/iu);
    await page.waitForText(LIVE.code, /^\d{6}$/u, FRESH_CODE_MS);
    await finish(before, PAT);
  });

  test('gets it into six boxes', async () => {
    const { tenant } = world();
    const before = tenant.signIns().length;
    tenant.personal.codeField = 'split';
    await goToCode(KIM, /code/iu);
    await page.waitForText(LIVE.lastBox, /^\d$/u, FRESH_CODE_MS);
    expect(await allTyped(page)).toMatch(/^\d{6}$/u);
    await finish(before, KIM);
  });

  test('gets none where it has sent one', async () => {
    const { browser, tenant } = world();
    tenant.personal.codeField = 'sent';
    await goToCode(PAT, /./u);
    await page.waitForText('#idTxtBx_OTC_Password', /^$/u);
    await lookWithFreshCode(world(), page);
    expect(await allTyped(page)).toBe('');
    expect(await browser.badgeText()).toBe('');
    const popup = await browser.openPopup();
    await popup.click('.bound-row:first-child .fill');
    await popup.waitForText('#sign-in [role="status"]', /no field for a code/u);
    await page.bringToFront();
    expect(await allTyped(page)).toBe('');
    expect(await nodesAdded(page)).toBe(0);
  });

  test('that waits for a phone is left for the code by one click', async () => {
    const { browser, tenant } = world();
    const before = tenant.signIns().length;
    tenant.personal.codeField = 'push';
    await goToCode(PAT, /./u);
    await page.waitForText('[data-testid="displaySign"]', /^\d\d$/u);
    await awaitBadge(browser, '#');
    const popup = await browser.openPopup();
    await popup.waitForText('#sign-in [role="status"]', /pat@outlook\.example does as well/u);
    await popup.click('#use-code');
    await page.waitForText(LIVE.code, /^\d{6}$/u, FRESH_CODE_MS);
    await page.bringToFront();
    await finish(before, PAT);
  });

  test('gets nothing for an account that is not in the vault, whoever else is', async () => {
    const { browser } = world();
    const manager = await openManager(browser);
    const row = await managerRow(manager, KIM.person.address);
    await manager.click(`${row} [data-action="delete"]`);
    await manager.click('#confirm-delete');
    await manager.waitForText('#undo', /deleted/u);
    await manager.close();
    await goToCode(KIM, /code/iu);
    await page.waitForText(LIVE.code, /^$/u);
    await lookWithFreshCode(world(), page);
    expect(await allTyped(page)).toBe('');
    expect(await browser.badgeText()).toBe('');
    const popup = await browser.openPopup();
    await popup.waitForText('#sign-in [role="status"]', /None of your accounts/u);
    expect(await nodesAdded(page)).toBe(0);
  });
});
