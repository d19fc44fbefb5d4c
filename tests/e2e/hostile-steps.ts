import type { Browser, Page } from './browsers/browser.ts';

/**
 * Has the user let the extension into all sites, as he may in the browser's settings: from then on only the extension itself
 * keeps a code from a site.
 */
export async function allowEverySite(browser: Browser): Promise<void> {
  const page = await browser.newPage(browser.extensionUrl('manager.html#accounts'));
  await page.waitForText('.manager h1', /./u);
  await page.evaluate(() => {
    const ask = () => void chrome.permissions.request({ origins: ['https://*/*'] });
    document.addEventListener('click', ask, { once: true });
  });
  await page.click('.manager h1');
  await browser.answerPermission(true);
  await page.close();
}

/** Waits until the page has played all its tricks. */
export async function awaitTricksOver(page: Page): Promise<void> {
  await page.waitFor('the end of the tricks', () => (window as { readonly done?: boolean }).done);
}
