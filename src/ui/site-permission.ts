import { browser } from 'wxt/browser';

/**
 * Asks the browser whether we may reach a site. To be called within the user's click, before anything is awaited; the popup
 * may close while the browser asks. Both browsers take a host without its port; with one, Firefox takes none.
 */
export async function askForSite(site: string): Promise<boolean> {
  try {
    return await browser.permissions.request({ origins: [`https://${new URL(site).hostname}/*`] });
  } catch {
    // The browser does not ask here: then nothing is allowed.
    return false;
  }
}
