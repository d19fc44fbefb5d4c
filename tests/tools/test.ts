import { buildExtension } from './build.ts';
import { runChecks } from './checks.ts';
import { ensureBrowser } from './install-browser.ts';
import { lintFirefoxBuild } from './lint-firefox.ts';
import { type Counts, runAgain, runVitest } from './run-vitest.ts';

for (const browser of ['chromium', 'firefox'] as const) await ensureBrowser(browser);

// They have built for Chromium, too.
const checks = await runChecks();
console.error('Building for Firefox …');
await buildExtension('firefox');
const lint = await lintFirefoxBuild();
console.error(`${lint.passed ? '✓' : '✗'} web-ext lint\n${lint.output}`);
const unit = await runVitest('unit');
// A browser waits for its pages and timers much of the time, so the two share it.
const [chromium, firefox] = await Promise.all([runVitest('chromium'), runVitest('firefox')]);
const scenarios = [await runAgain('chromium', chromium), await runAgain('firefox', firefox)];

const counts: Counts[] = [
  checks,
  { passed: lint.passed ? 1 : 0, failed: lint.passed ? 0 : 1 },
  unit,
  ...scenarios,
];
const sum = (pick: (count: Counts) => number) =>
  counts.reduce((total, count) => total + pick(count), 0);
const failed = sum((count) => count.failed);
console.log(`${sum((count) => count.passed)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
