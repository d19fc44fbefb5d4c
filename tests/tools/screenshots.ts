import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '../e2e/browsers/browser.ts';
import { untilDrawn } from '../e2e/drawn.ts';
import { launch } from '../e2e/launch.ts';
import { type Look, SCREEN, screens } from '../e2e/screens.ts';
import { startTenant } from '../tenant/tenant.ts';
import { readBrowserName } from './browser-name.ts';
import { buildExtension, builtExtension } from './build.ts';
import { ensureBrowser } from './install-browser.ts';
import { ROOT } from './package-bin.ts';

/** Each is a walk through all screens, on a profile of its own. */
const LOOKS: Readonly<Record<string, Look>> = {
  english: {},
  german: { language: 'de' },
  arabic: { language: 'ar' },
  'zoom-200': { zoom: 2 },
};

const FOLDER = join(ROOT, '.output', 'screenshots');

/** Takes pictures of every screen in light and dark. A screen that did not come on show is told, and the walk goes on. */
async function photograph(name: Browser['name'], lookName: string, look: Look): Promise<number> {
  const folder = join(FOLDER, name, lookName);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const tenant = await startTenant();
  // So that nobody gets by without the code for Microsoft’s own app.
  tenant.enrolment.differentAppAt = 'qr';
  const browser = await launch(name, {
    extension: builtExtension(name),
    proxyPort: tenant.proxyPort,
    headless: true,
    screen: SCREEN,
  });
  let missing = 0;
  try {
    await browser.setAuthenticator({ prf: true, userVerified: true });
    for (const [index, screen] of screens(() => ({ browser, tenant }), look).entries()) {
      try {
        const page = await screen.open();
        const file = `${`${index + 1}`.padStart(2, '0')}-${screen.name}`;
        for (const scheme of ['dark', 'light'] as const) {
          await page.preferColors(scheme);
          await page.evaluate(untilDrawn);
          await page.screenshot(join(folder, `${file}-${scheme}.png`));
        }
      } catch (error) {
        missing += 1;
        console.error(`${name}, ${lookName}: no ${screen.name}: ${String(error)}`);
      }
    }
  } finally {
    await browser.close();
    await tenant.close();
  }
  return missing;
}

const { values } = parseArgs({
  options: { browser: { type: 'string' }, look: { type: 'string' } },
});
const browsers = values.browser
  ? [readBrowserName(values.browser)]
  : (['chromium', 'firefox'] as const);
const looks = Object.entries(LOOKS).filter(([look]) => !values.look || look === values.look);
for (const name of browsers) {
  await ensureBrowser(name);
  await buildExtension(name);
  for (const [lookName, look] of looks) {
    if ((await photograph(name, lookName, look)) > 0) process.exitCode = 1;
  }
}
console.log(`Pictures: ${FOLDER}`);
