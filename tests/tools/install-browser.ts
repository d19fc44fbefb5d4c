import { existsSync } from 'node:fs';
import { findChromium, findFirefox } from '../e2e/browsers/find.ts';
import { runProgram } from './package-bin.ts';

const BROWSERS = {
  chromium: { find: findChromium, debian: 'chromium', install: 'Chrome, Chromium or Edge' },
  firefox: {
    find: findFirefox,
    debian: 'firefox-esr',
    install: 'Firefox (ESR or Developer Edition)',
  },
} as const;

/**
 * Finds a browser, or installs it where that needs no questions: Debian and its kin, as root.
 *
 * @throws Error with one sentence that says what to install
 */
export async function ensureBrowser(name: 'chromium' | 'firefox'): Promise<void> {
  const { find, debian, install } = BROWSERS[name];
  if (find() !== undefined) return;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.error(`Installing Debian's ${debian} …`);
    await apt('update');
    await apt('install', '--yes', '--no-install-recommends', debian);
    if (find() !== undefined) return;
  }
  throw new Error(`Please install ${install}: none was found on this computer.`);
}

async function apt(...args: readonly string[]): Promise<void> {
  const { passed } = await runProgram('apt-get', ['--quiet', ...args], 'show');
  if (!passed) throw new Error(`apt-get ${args[0]} failed; its message stands above.`);
}
