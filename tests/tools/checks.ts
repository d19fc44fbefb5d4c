import { checkBudgets } from './budgets.ts';
import { type Outcome, runPackageBin } from './package-bin.ts';

interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** What it prints is told also where it passed. */
  readonly isTold?: true;
}

/** What `npm run check` looks at, in this order: the first makes the types that the others need. */
const CHECKS: readonly Check[] = [
  { name: 'generated types', run: () => runPackageBin('wxt', ['prepare'], 'capture') },
  {
    name: 'format and lint',
    run: () => runPackageBin('@biomejs/biome', ['ci', '--error-on-warnings', '.'], 'capture'),
  },
  { name: 'types', run: () => runPackageBin('typescript', ['-p', 'tsconfig.json'], 'capture') },
  { name: 'dead code', run: () => runPackageBin('knip', ['--no-progress'], 'capture') },
  { name: 'size budgets', run: checkBudgets, isTold: true },
];

/** Runs the checks, telling each on standard error; gives how many passed and failed. The last one builds for Chromium. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0;
  for (const { name, run, isTold } of CHECKS) {
    const { passed, output } = await run();
    console.error(`${passed ? '✓' : '✗'} ${name}`);
    if (!passed) failed += 1;
    if (!passed || isTold) console.error(output);
  }
  return { passed: CHECKS.length - failed, failed };
}
