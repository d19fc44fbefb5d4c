import { beforeAll, describe, expect, test } from 'vitest';
import type { Page } from './browsers/browser.ts';
import { choicesIn, chooseAccount, scanFromPopup, showCode } from './scan-steps.ts';
import { createVault } from './steps.ts';
import { useWorld } from './world.ts';

/** What the shop shows, each with a new account; the names are the tenant's (`tests/tenant/shop/`). */
const SOURCES = [
  ...['img', 'picture', 'canvas', 'svg', 'svg-use', 'background', 'table', 'divs', 'text'],
  ...['video', 'shadow-open', 'shadow-closed', 'frame', 'frame-cross', 'dark', 'below'],
] as const;

/** The picture is another host's, and another account's at each request. */
const FETCHED_ONCE = ['img-cross', 'canvas-tainted', 'background-cross'] as const;

describe('“Scan this page”', () => {
  const world = useWorld();
  let page: Page;

  beforeAll(async () => {
    const { browser } = world();
    await createVault(browser);
    page = await browser.newPage('about:blank');
  });

  async function scanned(query: string): Promise<Page> {
    await showCode(page, query);
    return scanFromPopup(world().browser);
  }

  /** The addresses of all tabs but those of the extension. */
  async function sitesOnShow(): Promise<readonly string[]> {
    const { browser } = world();
    return (await browser.tabs()).filter((url) => !url.startsWith(browser.extensionUrl('')));
  }

  test.each(SOURCES)('reads %s', async (as) => {
    const popup = await scanned(`as=${as}&account=${as}`);
    await popup.waitForText('.offer h2', new RegExp(`^Add Contoso Shop, ${as}\\?$`, 'u'));
  });

  test('reads what WebGL has drawn', async ({ skip }) => {
    const { browser } = world();
    await showCode(page, 'as=webgl&account=webgl');
    const isMissing = () => document.querySelector('[data-webgl="missing"]') !== null;
    skip(browser.name === 'firefox' && (await page.evaluate(isMissing)), 'no WebGL here');
    const popup = await scanFromPopup(browser);
    await popup.waitForText('.offer h2', /^Add Contoso Shop, webgl\?$/u);
  });

  test.each(FETCHED_ONCE)('reads %s, and fetches nothing a second time', async (as) => {
    const { tenant } = world();
    await showCode(page, `as=${as}`);
    const requests = tenant.imageRequests();
    const popup = await scanFromPopup(world().browser);
    await popup.waitForText('.offer h2', /^Add Contoso Shop, alex\?$/u);
    expect(tenant.imageRequests()).toBe(requests);
  });

  test('lets choose among several accounts, one after the other', async () => {
    const { browser } = world();
    const popup = await scanned('as=several');
    await popup.waitForText('.said', /^Found 3 QR codes\.$/u);
    const [alex, robin, sam] = ['alex', 'robin', 'sam'].map((name) => `Contoso Shop, ${name}`);
    expect((await choicesIn(popup)).toSorted()).toEqual([alex, robin, sam]);
    await chooseAccount(popup, `${sam}`);
    await popup.waitForText('.offer h2', /^Add Contoso Shop, sam\?$/u);
    await popup.click('#add-account-here');
    await browser.answerPermission(true);

    await page.bringToFront();
    const again = await browser.openPopup();
    await again.waitForText('main', /Contoso Shop\s+sam\s+[\d·]{3} [\d·]{3}/u);
    await expect
      .poll(async () => (await choicesIn(again)).toSorted(), { timeout: 20_000 })
      .toEqual([alex, robin]);
  });

  test('collects a transfer from page to page', async () => {
    const { browser } = world();
    for (const part of [1, 2]) {
      const popup = await scanned(`as=transfer&part=${part}`);
      await popup.waitForText('.transfer [role="status"]', new RegExp(`: ${part} of 3$`, 'u'));
      await popup.waitForText('.transfer', /scan the page again/u);
    }
    const popup = await scanned('as=transfer&part=3');
    await popup.waitForText('.transfer [role="status"]', /: 3 of 3$/u);
    const names = [1, 2, 3, 4, 5, 6].map((number) => `Contoso Shop, moved-${number}`);
    expect(await choicesIn(popup)).toEqual(names);
    await chooseAccount(popup, 'Contoso Shop, moved-3');
    await popup.click('#add-account-here');
    await page.bringToFront();
    const again = await browser.openPopup();
    await again.type('input[type="search"]', 'moved');
    await again.waitForText('.code-row', /moved-3/u);
  });

  test('knows Steam’s codes', async () => {
    const popup = await scanned('as=steam');
    await popup.waitForText('.offer', /Add Steam, alex\?[\s\S]+Steam Guard/u);
    await popup.waitForText('[data-parameter="digits"]', /5$/u);
  });

  test.each([
    ['web', /holds a web address.+does not open it/su, /contoso\.example\/menu\?table=7$/u],
    ['wifi', /holds a Wi-Fi network/u, /^Contoso Guests$/u],
    ['text-only', /holds text/u, /^Table 7 – scan at the till, please$/u],
  ])(
    'says of %s what it is, shows it as text, and opens nothing',
    async (as, sentence, content) => {
      const { browser } = world();
      await showCode(page, `as=${as}`);
      const tabs = await sitesOnShow();
      const popup = await scanFromPopup(browser);
      await popup.waitForText('.finding .warning', sentence);
      await popup.waitForText('.finding .plain-text', content);
      expect(await popup.evaluate(() => document.querySelector('a, .offer'))).toBeNull();
      expect(await popup.evaluate(() => document.body.innerText)).not.toContain('welcome-2');
      expect(await sitesOnShow()).toEqual(tabs);
    },
  );

  test.each([
    ['push', '.finding .warning', /only with Microsoft’s own app.+different authenticator app/su],
    ['unreadable', '.warning', /^No QR code could be read on this page\./u],
    ['none', '.warning', /^No QR code could be read on this page\./u],
  ])('says of %s what it is, and the way on', async (as, where, sentence) => {
    const popup = await scanned(`as=${as}`);
    await popup.waitForText(where, sentence);
    expect(await popup.evaluate(() => document.querySelector('.offer'))).toBeNull();
  });
});
