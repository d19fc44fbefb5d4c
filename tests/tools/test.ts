import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { buildExtension } from './build.ts';
import { runChecks } from './checks.ts';
import { ensureBrowser } from './install-browser.ts';
import { lintFirefoxBuild } from './lint-firefox.ts';
import { ROOT, runPackageBin } from './package-bin.ts';

/** The part of Vitest's JSON report that is counted. */
const VitestReportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  /** Files that failed before a test of theirs ran count too. */
  testResults: v.array(v.object({ status: v.string(), assertionResults: v.array(v.unknown()) })),
});

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Runs the tests of one project of `vitest.config.ts`, and shows them as they go. */
async function runVitest(project: 'unit' | 'chromium' | 'firefox'): Promise<Counts> {
  const report = join(ROOT, '.output', `vitest-${project}.json`);
  await mkdir(join(ROOT, '.output'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--project', project, ...reporters];
  const { passed } = await runPackageBin('vitest', args, 'show');
  const { numPassedTests, numFailedTests, testResults } = v.parse(
    VitestReportSchema,
    JSON.parse(await readFile(report, 'utf8')),
  );
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  // An error outside of any test fails the run as well.
  return { passed: numPassedTests, failed: passed ? failed : Math.max(1, failed) };
}

for (const browser of ['chromium', 'firefox'] as const) await ensureBrowser(browser);

const checks = await runChecks();
console.error('Building for Chromium and Firefox …');
for (const browser of ['chromium', 'firefox'] as const) await buildExtension(browser);
const lint = await lintFirefoxBuild();
console.error(`${lint.passed ? '✓' : '✗'} web-ext lint\n${lint.output}`);
const unit = await runVitest('unit');
// A browser waits for its pages and timers much of the time, so the two share it.
const scenarios = await Promise.all([runVitest('chromium'), runVitest('firefox')]);

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
