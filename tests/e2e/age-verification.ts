import type { Browser } from './browsers/browser.ts';

/** From now on, the user's last verification was too long ago for what wants a fresh one: more than a minute. */
export function ageVerification(browser: Browser): Promise<void> {
  return browser.background(async () => {
    const { 'vault.open': open } = await chrome.storage.session.get('vault.open');
    await chrome.storage.session.set({
      'vault.open': { ...(open as object), verifiedAt: Date.now() - 61_000 },
    });
  });
}
