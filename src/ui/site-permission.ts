import { browser } from 'wxt/browser';

/**
 * Asks the browser whether we may reach a site. To be called within the user's click, before anything is awaited; the popup
 * may close while the browser asks.
 */
export async function askForSite(site: string): Promise<boolean> {
  try {
    return await browser.permissions.request(permissionFor(site));
  } catch {
    // The browser does not ask here: then nothing is allowed.
    return false;
  }
}

/** Whether we may reach a site already. */
export async function mayReachSite(site: string): Promise<boolean> {
  try {
    return await browser.permissions.contains(permissionFor(site));
  } catch {
    return false;
  }
}

/** Both browsers take a host without its port; with one, Firefox takes none. */
function permissionFor(site: string): { origins: string[] } {
  return { origins: [`https://${new URL(site).hostname}/*`] };
}
