import { builtExtension } from '../tools/build.ts';
import type { Browser } from './browsers/browser.ts';
import { launchChromium } from './browsers/chromium.ts';
import { launchFirefox } from './browsers/firefox.ts';

/** Starts a browser on a new profile with the built extension, its only way out the tenant's proxy. */
export function launch(
  name: Browser['name'],
  { proxyPort, headless }: { readonly proxyPort: number; readonly headless: boolean },
): Promise<Browser> {
  const options = { extension: builtExtension(name), proxyPort, headless };
  return name === 'chromium' ? launchChromium(options) : launchFirefox(options);
}
