import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import type { Page } from './browsers/browser.ts';
import { awaitBadge, enrolWork, finishSignIn, goToFactor, signInCode } from './sign-in-steps.ts';
import { awaitFilledCode, createVault, lookWithFreshCode, unlockByPasskey } from './steps.ts';
import { useWorld } from './world.ts';

const ALEX: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };
const SAM: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.sam };
const GUEST: Account = { organisation: ORGANISATIONS.fabrikam, person: PEOPLE.alex };

/** A vault that is opened within a minute goes on by itself. */
const LATE_MS = 61_000;

describe('a page that asks while the vault is locked', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    for (const account of [ALEX, SAM, GUEST]) await enrolWork(browser, page, account);
  });

  beforeEach(async () => {
    await page.bringToFront();
    await world().browser.runCommand('lock-vault');
  });

  /** Signs in up to the field, which the badge says. */
  async function askWhileLocked(account: Account): Promise<void> {
    const { browser } = world();
    await goToFactor(world(), page, account);
    await awaitBadge(browser, '!');
    expect(await signInCode(page)).toBe('');
  }

  /** As if the page had asked that much earlier. */
  async function passTime(milliseconds: number): Promise<void> {
    await world().browser.background(async (ms) => {
      const held = Object.entries(await chrome.storage.session.get()).filter(([key]) =>
        key.startsWith('signIn.tab.'),
      );
      for (const [key, value] of held) {
        const { lockedAt, ...rest } = value as { lockedAt?: number };
        if (lockedAt === undefined) continue;
        await chrome.storage.session.set({ [key]: { ...rest, lockedAt: lockedAt - ms } });
      }
    }, milliseconds);
  }

  async function unlockAndReturn(): Promise<void> {
    await unlockByPasskey(world().browser);
    await page.bringToFront();
  }

  test('says so on the badge and in the popup, and gets the code once that is open', async () => {
    const { browser, tenant } = world();
    await askWhileLocked(ALEX);
    const popup = await browser.openPopup();
    await popup.waitForText('#page-waits', /^login\.microsoftonline\.com waits for a code/u);
    await unlockAndReturn();
    await awaitFilledCode(page);
    await awaitBadge(browser, '✓');
    await finishSignIn(page, ALEX);
    expect(tenant.signIns()).toHaveLength(1);
  });

  test('more than a minute before is offered the code, and the user puts it in', async () => {
    const { browser, tenant } = world();
    await askWhileLocked(SAM);
    await passTime(LATE_MS);
    await unlockAndReturn();
    await lookWithFreshCode(world(), page);
    expect(await signInCode(page)).toBe('');
    await awaitBadge(browser, '1');
    const popup = await browser.openPopup();
    await popup.waitForText('#sign-in [role="status"]', /sam@contoso\.example fits this page/u);
    await popup.click('.bound-row[data-fits="true"] .fill');
    await awaitFilledCode(page);
    await page.bringToFront();
    await finishSignIn(page, SAM);
    expect(tenant.signIns()).toHaveLength(2);
  });

  test('goes on by itself where the user unlocks from its own popup, however late', async () => {
    const { browser, tenant } = world();
    await askWhileLocked(GUEST);
    await passTime(LATE_MS);
    const popup = await browser.openPopup();
    await popup.click('button.primary');
    const window = await browser.waitForExtensionPage('unlock.html');
    await window.waitForText('#unlock-passkey', /./u);
    await window.close();
    await unlockAndReturn();
    await awaitFilledCode(page);
    await finishSignIn(page, GUEST);
    expect(tenant.signIns()).toHaveLength(3);
    expect(tenant.refusedCodes()).toBe(0);
  });

  test('is not meant where the user unlocks from the popup of another tab', async () => {
    const { browser, tenant } = world();
    await askWhileLocked(ALEX);
    await passTime(LATE_MS);
    const other = await browser.newPage(tenant.startUrl);
    const popup = await browser.openPopup();
    await popup.click('button.primary');
    const window = await browser.waitForExtensionPage('unlock.html');
    await window.waitForText('#unlock-passkey', /./u);
    await window.close();
    await other.close();
    await unlockAndReturn();
    await lookWithFreshCode(world(), page);
    expect(await signInCode(page)).toBe('');
    await awaitBadge(browser, '1');
  });
});
