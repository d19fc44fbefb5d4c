import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from '../e2e/launch.ts';
import { runTour } from '../e2e/tour.ts';
import { startTenant } from '../tenant/tenant.ts';
import { readBrowserName } from './browser-name.ts';
import { buildExtension, builtExtension } from './build.ts';
import { ensureBrowser } from './install-browser.ts';
import { ROOT } from './package-bin.ts';

/** Only X11 and Wayland systems may lack a display. */
function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

async function start(): Promise<void> {
  const { values } = parseArgs({ options: { browser: { type: 'string' } } });
  const name = readBrowserName(values.browser);
  await ensureBrowser(name);
  console.log(`Building Countersign for ${name} …`);
  await buildExtension(name);
  const tenant = await startTenant();
  const headless = !hasDisplay();
  const browser = await launch(name, {
    extension: builtExtension(name),
    proxyPort: tenant.proxyPort,
    headless,
    keepFirstPage: !headless,
  });
  try {
    if (headless) {
      const folder = join(ROOT, '.output', 'tour');
      console.log('There is no display, so the main job is driven for you:');
      await runTour(browser, tenant, folder, (line) => console.log(line));
      console.log(`Screenshots of each step: ${folder}`);
    } else {
      // This Firefox is set up for virtual authenticators only; Chromium takes the computer's own.
      if (name === 'firefox') await browser.setAuthenticator({ prf: true, userVerified: true });
      await browser.newPage(tenant.startUrl);
      console.log(`${name} is open at ${tenant.startUrl}. Close it to end.`);
      await browser.waitForExit();
    }
  } finally {
    await browser.close();
    await tenant.close();
  }
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
