import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { UserName } from '../tenant/bank/users.ts';
import { codeOfStep, stepAt } from '../tenant/totp-check.ts';
import {
  addFromBank,
  askedAt,
  awaitBadge,
  awaitCode,
  awaitSignedIn,
  fillFromPopup,
  isEmpty,
  signInAtBank,
} from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { retype } from './intake-steps.ts';
import { nodesAdded } from './sign-in-steps.ts';
import {
  createVault,
  lookInNextStep,
  lookWithFreshCode,
  openManager,
  unlockByPasskey,
} from './steps.ts';
import { useWorld } from './world.ts';

const STEP_SECONDS = 30;

describe('the field of a site that the user has allowed', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await addFromBank(browser, page, 'alex');
    await addFromBank(browser, page, 'robin');
    await addFromBank(browser, page, 'casey');
  });

  beforeEach(() => page.bringToFront());

  test.each([
    'sms',
    'email',
    'hardware',
    'access-pass',
    'recovery',
    'frame-cross',
    'shadow-closed',
  ])('stays empty where it is for something else, or out of reach: %s', async (variant) => {
    const { browser, tenant } = world();
    const submissions = tenant.bank.submissions().length;
    await askedAt(world(), page, variant, 'alex');
    await page.waitForText('#lead', /./u);
    await lookWithFreshCode(world(), page);
    expect(await isEmpty(page)).toBe(true);
    expect(await browser.badgeText()).toBe('');

    const popup = await fillFromPopup(browser, page, 'alex');
    await popup.waitForText('.sign-in-state', /^There is no field for a code on this page\./u);
    await page.bringToFront();
    expect(await isEmpty(page)).toBe(true);
    expect(await nodesAdded(page)).toBe(0);
    expect(tenant.caught()).toEqual([]);
    if (variant === 'frame-cross') return;
    // What stands in a closed shadow root is seen only when it is sent.
    await page.click('#verify');
    await page.waitForText('#refused', /./u);
    const sent = tenant.bank.submissions().slice(submissions);
    expect(sent.map(({ code }) => code.length)).toEqual([0]);
  });

  test('is left to its user by a counter; "Fill" gives one code after the other', async () => {
    const { browser, tenant } = world();
    const { secret } = tenant.bank.users.casey;
    for (const counter of [0, 1]) {
      await askedAt(world(), page, 'counter', 'casey');
      await awaitBadge(browser, /^1$/u);
      await lookWithFreshCode(world(), page);
      expect(await isEmpty(page)).toBe(true);
      expect((await fillAndWait('casey')) === codeOfStep(secret, counter)).toBe(true);
      await signInAtBank(world(), page, { variant: 'counter', user: 'casey' });
    }
  });

  test('of a frame of the same site is filled only by "Fill"', async () => {
    const { browser, tenant } = world();
    const refused = tenant.bank.refused();
    await askedAt(world(), page, 'frame-same', 'robin');
    await lookWithFreshCode(world(), page);
    expect(await isEmpty(page)).toBe(true);
    expect(await browser.badgeText()).toBe('');
    await fillAndWait('robin');
    expect(await nodesAdded(page)).toBe(0);
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#frame')?.contentDocument;
      frame?.querySelector<HTMLElement>('#verify')?.click();
    });
    await awaitSignedIn(page, 'robin');
    expect(tenant.bank.refused()).toBe(refused);
  });

  test('gets the code of the account whose address the page shows', async () => {
    await askedAt(world(), page, 'two-accounts', 'robin');
    await awaitCode(page);
    await signInAtBank(world(), page, { variant: 'two-accounts', user: 'robin' });
  });

  test('stays empty where the page shows several; the popup lists them once the vault is open', async () => {
    const { browser } = world();
    await browser.runCommand('lock-vault');
    await askedAt(world(), page, 'two-accounts', 'alex');
    await awaitBadge(browser, /^!$/u);
    await page.click('#others summary');
    await unlockByPasskey(browser);
    await page.bringToFront();
    await awaitBadge(browser, /^\?$/u);
    await lookWithFreshCode(world(), page);
    expect(await isEmpty(page)).toBe(true);

    const popup = await browser.openPopup();
    await popup.waitForText('.sign-in-state', /^Several accounts fit\. Choose one\.$/u);
    expect(await popup.evaluate(fillButtons)).toHaveLength(3);
    await popup.click('.fill[aria-label*=" alex@"]');
    await popup.waitForClose();
    await awaitCode(page);
    await signInAtBank(world(), page, { variant: 'two-accounts', user: 'alex' });
  });

  test('gets the next code each time that the user comes back to it within one document', async () => {
    const variant = { variant: 'spa', user: 'robin' } as const;
    await askedAt(world(), page, variant.variant, variant.user);
    await page.type('#password', 'copper kettle');
    await page.click('#next');
    const code = await awaitCode(page);
    await page.click('#back');
    await page.type('#password', 'copper kettle');
    await page.click('#next');
    expect((await awaitCode(page)) === code).toBe(false);
    await signInAtBank(world(), page, variant);
  });

  test('gets nothing more by itself after an error; "Fill" puts in the next code', async () => {
    const { browser, tenant } = world();
    await askedAt(world(), page, 'inline-error', 'alex');
    const code = await awaitCode(page);
    tenant.bank.settings.refuseNext = 1;
    await page.click('#verify');
    await page.waitForText('#refused', /./u);
    await awaitBadge(browser, /^!$/u);
    await lookInNextStep(browser, page);
    expect(await isEmpty(page)).toBe(true);
    expect(await browser.badgeText()).toBe('!');

    const popup = await browser.openPopup();
    await popup.waitForText('.sign-in-state', /^The page refused the code/u);
    await popup.click('.fill[aria-label*=" alex@"]');
    await popup.waitForClose();
    expect((await awaitCode(page)) === code).toBe(false);
    await signInAtBank(world(), page, { variant: 'inline-error', user: 'alex' });
  });

  test('is sent by itself where its user has chosen that', async () => {
    const { browser, tenant } = world();
    const signIns = tenant.bank.signIns().length;
    const refused = tenant.bank.refused();
    const manager = await openManager(browser);
    const row = await rowOf(manager, 'alex@bank.example');
    await manager.click(`${row} .account-details summary`);
    await manager.click(`${row} [data-choice="submits"]`);
    await manager.click(`${row} [data-action="save-filling"]`);
    await manager.waitForText('.manager', /Saved for Bank of Example, alex@bank\.example\./u);
    await manager.close();
    await askedAt(world(), page, 'single', 'alex');
    await awaitSignedIn(page, 'alex');
    expect(tenant.bank.signIns()).toHaveLength(signIns + 1);
    expect(tenant.bank.refused()).toBe(refused);
  });

  test('waits for the next code where the present one is about to end, and the badge counts', async () => {
    const { browser, tenant } = world();
    const { settings, users } = tenant.bank;
    const offset = await setClock(12);
    const secondsLeft = () => STEP_SECONDS - ((Date.now() / 1000 + offset) % STEP_SECONDS);
    settings.lateMs = 600_000;
    await askedAt(world(), page, 'late', 'robin');
    settings.restore();
    await poll('the end of a code', async () => secondsLeft() < 4.9 || undefined);
    const step = stepAt(Date.now() + offset * 1000);
    await page.evaluate(() => (window as unknown as { showCode: () => void }).showCode());
    const counted = Number.parseInt(await awaitBadge(browser, /^[2-5]s$/u), 10);
    expect(await isEmpty(page)).toBe(true);
    await awaitBadge(browser, new RegExp(`^[1-${counted - 1}]s$`, 'u'));
    expect((await awaitCode(page)) === codeOfStep(users.robin.secret, step + 1)).toBe(true);
    await signInAtBank(world(), page, { variant: 'late', user: 'robin' });
  });

  /** Has the popup put in the code of a user's account. */
  async function fillAndWait(user: UserName): Promise<string> {
    const popup = await fillFromPopup(world().browser, page, user);
    await popup.waitForClose();
    return awaitCode(page);
  }

  /** Sets the clock in the manager so that a code ends after this many seconds; gives the seconds that it is ahead then. */
  async function setClock(secondsLeft: number): Promise<number> {
    const manager = await openManager(world().browser, 'clock');
    await manager.waitForText('#offset', /./u);
    const ahead = STEP_SECONDS - ((Date.now() / 1000 + secondsLeft) % STEP_SECONDS);
    const offset = Math.max(1, Math.round(ahead));
    await retype(manager, '#clock-offset', `${offset}`);
    await manager.click('#use-offset');
    await manager.waitForText('.manager', new RegExp(`${offset} seconds`, 'u'));
    await manager.close();
    await page.bringToFront();
    return offset;
  }
});

/** What selects the manager's row of an account. */
async function rowOf(manager: Page, account: string): Promise<string> {
  const id = await manager.waitFor(
    `the row of ${account}`,
    (name) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.account-item')];
      const found = rows.find((row) => row.querySelector('.account')?.textContent === name);
      return found?.dataset['id'];
    },
    account,
  );
  return `[data-id="${id}"]`;
}

function fillButtons(): (string | null)[] {
  return [...document.querySelectorAll('.fill')].map((each) => each.getAttribute('aria-label'));
}
