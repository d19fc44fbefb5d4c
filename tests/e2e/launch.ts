import type { Browser, LaunchOptions } from './browsers/browser.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';

/** Starts a browser on a new profile with an extension in it. */
export function launch(name: Browser['name'], options: LaunchOptions): Promise<Browser> {
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
