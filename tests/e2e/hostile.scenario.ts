import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Account, ORGANISATIONS, PEOPLE } from '../tenant/directory.ts';
import { HOSTILE, PLAIN_HOST } from '../tenant/hostile/hosts.ts';
import { addFromBank, BANK } from './bank-steps.ts';
import type { Page } from './browsers/browser.ts';
import { allowEverySite, awaitTricksOver } from './hostile-steps.ts';
import { allTyped, enrolWork, nodesAdded } from './sign-in-steps.ts';
import { createVault, lookWithFreshCode } from './steps.ts';
import { useWorld } from './world.ts';

const MEMBER: Account = { organisation: ORGANISATIONS.contoso, person: PEOPLE.alex };

describe('a page of somebody who is after codes, with the browser letting us in everywhere', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
    await enrolWork(browser, page, MEMBER);
    await addFromBank(browser, page, 'alex');
    await allowEverySite(browser);
  });

  beforeEach(() => page.bringToFront());
  afterEach(() => world().tenant.reset());

  /** Nothing is in the page, nothing was caught, and no node came into it, now that a code could have been given. */
  async function expectNothing(): Promise<void> {
    expect((await allTyped(page)).length).toBe(0);
    expect(await nodesAdded(page)).toBe(0);
    expect(world().tenant.caught()).toEqual([]);
  }

  /** By itself, and at the keys of the command, which open the popup where no account is for the page. */
  async function expectNothingGiven(): Promise<Page> {
    const { browser } = world();
    await nodesAdded(page);
    await awaitTricksOver(page);
    await lookWithFreshCode(world(), page);
    await expectNothing();
    expect(await browser.badgeText()).toBe('');
    await browser.runCommand('fill-code');
    const popup = await browser.waitForExtensionPage('popup.html');
    await popup.waitForText('[data-row="0"] .code', /^\d{3} \d{3}$/u);
    await expectNothing();
    return popup;
  }

  const isOnShow = (popup: Page, selector: string) =>
    popup.evaluate((each) => document.querySelector(each) !== null, selector);

  test.each([
    ['a name that begins with Microsoft’s', `https://${HOSTILE.suffix}/entra`],
    ['Microsoft’s name with a dash', `https://${HOSTILE.dashed}/entra`],
    ['Microsoft’s name with a letter of another script', `https://${HOSTILE.entraLookAlike}/entra`],
    ['a name of its own, with Microsoft’s page', `https://${HOSTILE.evil}/entra`],
    ['the bank’s name with a letter of another script', `https://${HOSTILE.lookAlike}/bank`],
    ['a name that begins with the bank’s', `https://${HOSTILE.bankSuffix}/bank`],
    ['another name of the bank’s domain', `https://${HOSTILE.sibling}/bank`],
    ['another port of the bank’s host', `https://${HOSTILE.otherPort}/bank?variant=boxes`],
    ['a name of its own, with the bank’s page', `https://${HOSTILE.evil}/bank`],
  ])('gets nothing under %s; the popup only copies', async (_, address) => {
    const { browser } = world();
    await page.goto(address);
    const popup = await expectNothingGiven();
    expect(await isOnShow(popup, '.fill')).toBe(false);
    // The site would have to be set up first, in a step of its own.
    await popup.waitForText('#use-here', /./u);
    await popup.click('[data-row="0"] .copy');
    await popup.waitForText('footer', /Copied/u);
    expect(await browser.clipboardText()).toMatch(/^\d{6}$/u);
    await page.bringToFront();
    await expectNothing();
  });

  test('gets nothing on the bank’s host without TLS, which cannot be set up either', async () => {
    await page.goto(`http://${PLAIN_HOST}/bank`);
    const popup = await expectNothingGiven();
    expect(await isOnShow(popup, '.fill, #use-here')).toBe(false);
  });

  test('gets nothing in its frames of real pages, nor in its own field beside them', async () => {
    await page.goto(`https://${HOSTILE.evil}/frame`);
    const popup = await expectNothingGiven();
    expect(await isOnShow(popup, '.fill')).toBe(false);
    await page.bringToFront();
    await page.click('#code');
    await expectNothingGiven();
  });

  test('gets nothing as a frame of the bank that frames the bank in its turn', async () => {
    await page.goto(`${BANK}/hostile/framed-back`);
    const popup = await expectNothingGiven();
    // The site is the bank’s, whose account is offered: there is no field for it on the page.
    await popup.click('#sign-in .fill');
    await popup.waitForText('.sign-in-state', /^There is no field for a code on this page\./u);
    await page.bringToFront();
    await lookWithFreshCode(world(), page);
    await expectNothing();
  });
});
