import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, LaunchOptions } from './browsers/browser.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';

/** The page that Countersign opens in a tab of its own as it is installed. */
const FIRST_PAGE = 'unlock.html';

export interface Options extends LaunchOptions {
  /** Leaves the page of the first run open; else it is closed, so that nothing but the scenario opens pages. */
  readonly keepFirstPage?: boolean;
}

/** Starts a browser on a new profile with an extension in it. */
export async function launch(name: Browser['name'], options: Options): Promise<Browser> {
  const browser = await (name === 'chromium' ? launchChromium : launchFirefox)(options);
  // Other extensions than ours are measured beside it.
  if (options.keepFirstPage || !existsSync(join(options.extension, FIRST_PAGE))) return browser;
  try {
    const page = await browser.waitForExtensionPage(FIRST_PAGE);
    await page.waitForText('h1', /./u);
    await page.close();
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
