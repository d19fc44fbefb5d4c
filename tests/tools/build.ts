import { join } from 'node:path';
import { ROOT, runPackageBin } from './package-bin.ts';

type BrowserName = 'chromium' | 'firefox';

const TARGETS = {
  chromium: { browser: 'chrome', folder: join(ROOT, '.output', 'chrome-mv3') },
  firefox: { browser: 'firefox', folder: join(ROOT, '.output', 'firefox-mv3') },
} as const;

/** Where the extension for a browser is built to. */
export function builtExtension(browser: BrowserName): string {
  return TARGETS[browser].folder;
}

/** Builds the extension for a browser as it is released. */
export async function buildExtension(browser: BrowserName): Promise<void> {
  const args = ['build', '-b', TARGETS[browser].browser, '--mv3'];
  const { passed, output } = await runPackageBin('wxt', args, 'capture');
  if (!passed) throw new Error(`The extension for ${browser} does not build:\n${output}`);
}
