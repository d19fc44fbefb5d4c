import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { HOSTILE } from '../tenant/hostile/hosts.ts';
import { addFromBank, awaitBadge, awaitCode, awaitSignedIn, BANK, isEmpty } from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { poll } from './browsers/poll.ts';
import { allowEverySite, awaitTricksOver } from './hostile-steps.ts';
import { allTyped, chooseMode, nodesAdded } from './sign-in-steps.ts';
import { createVault, lastStep, lookWithFreshCode } from './steps.ts';
import { useWorld } from './world.ts';

const ALEX = 'alex@bank.example';
/** Twenty-four pages, one after the other. */
const ROUNDS_MS = 90_000;

describe('a trick in a page of the site that an account is set up for', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await addFromBank(browser, page, 'alex');
    await allowEverySite(browser);
  });

  beforeEach(() => page.bringToFront());
  afterEach(() => world().tenant.reset());

  async function play(trick: string): Promise<void> {
    // A document in between: a site that wants a code again at once has refused the one before.
    await page.goto(`${BANK}/empty`);
    await nodesAdded(page);
    await page.goto(`${BANK}/hostile/${trick}`);
    await nodesAdded(page);
  }

  /** Nothing was caught, and no node came into the page, now that a code could have been given. */
  async function expectNothingCaught(): Promise<void> {
    await awaitTricksOver(page);
    await lookWithFreshCode(world(), page);
    expect(world().tenant.caught()).toEqual([]);
    expect(await nodesAdded(page)).toBe(0);
  }

  test.each(['overlay', 'opacity', 'off-screen', 'tiny', 'clipped', 'zero-scale'])(
    'gets no code into a field that nobody sees, by itself or by the user’s act: %s',
    async (trick) => {
      const { browser } = world();
      await play(trick);
      await expectNothingCaught();
      expect((await allTyped(page)).length).toBe(0);
      await browser.runCommand('fill-code');
      const popup = await browser.waitForExtensionPage('popup.html');
      await popup.click('#sign-in .fill');
      await popup.waitForText('.sign-in-state', /^There is no field for a code on this page\./u);
      await page.bringToFront();
      await expectNothingCaught();
      expect((await allTyped(page)).length).toBe(0);
    },
  );

  test('gets no code into the page that it goes to in between', async () => {
    await lookWithFreshCode(world(), page);
    const end = `https://${HOSTILE.evil}/navigated?round=11`;
    await page.goto(`${BANK}/hostile/navigates`);
    const isThere = async () => (await page.url()) === end || undefined;
    await poll('the last page', isThere, () => page.url(), ROUNDS_MS);
    await expectNothingCaught();
    expect(await page.url()).toBe(end);
    expect((await allTyped(page)).length).toBe(0);
  });

  test('gets no code into what takes the place of the field', async () => {
    const { browser } = world();
    await lookWithFreshCode(world(), page);
    const before = await lastStep(browser);
    // Until a code went out in the midst of it, which is not sure each time.
    do {
      await play('swapped');
      await awaitTricksOver(page);
      expect(world().tenant.caught()).toEqual([]);
    } while ((await lastStep(browser)) === before);
    await expectNothingCaught();
  });

  test('of thousands of fields gets a code into that of the bank’s own form alone, and stays usable', async () => {
    const { tenant } = world();
    await play('thousands');
    await awaitTricksOver(page);
    await awaitCode(page);
    await page.type('#cell-4200', 'still here');
    expect(await page.evaluate(typedIntoCells)).toBe('still here');
    expect(tenant.caught().filter((each) => /#cell-\d+: \d+ digits/u.test(each))).toEqual([]);
    await page.click('#verify');
    await awaitSignedIn(page, 'alex');
    expect(tenant.bank.refused()).toBe(0);
  });

  test('that forges the user, the browser and the extension gets no code where only the user gives it', async () => {
    const { browser } = world();
    await chooseMode(browser, ALEX, 'manual');
    await page.bringToFront();
    const id = new URL(browser.extensionUrl('')).host;
    await play(`events?id=${id}`);
    await awaitBadge(browser, /^1$/u);
    await expectNothingCaught();
    expect(await isEmpty(page)).toBe(true);
    await chooseMode(browser, ALEX, 'automatic');
  });
});

/** All that stands in the fields that are none of the form's. */
function typedIntoCells(): string {
  const cells = document.querySelectorAll<HTMLInputElement>('[id^="cell-"]');
  return [...cells].map(({ value }) => value).join('');
}
