import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { ROOT, runPackageBin } from './package-bin.ts';

/** The part of Vitest's JSON report that is counted. */
const VitestReportSchema = v.object({
  numPassedTests: v.number(),
  numFailedTests: v.number(),
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(v.object({ status: v.string() })),
    }),
  ),
});

type Project = 'unit' | 'chromium' | 'firefox';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Run extends Counts {
  /** The files with a failure, and how many of their tests passed all the same. */
  readonly failedFiles: ReadonlyMap<string, number>;
}

/** More failures than these are no matter of chance. */
const MOST_UNSTEADY_FILES = 3;

/** Runs the tests of one project of `vitest.config.ts`, or some files of it, and shows them as they go. */
export async function runVitest(project: Project, files: readonly string[] = []): Promise<Run> {
  const report = join(ROOT, '.output', `vitest-${project}${files.length > 0 ? '-again' : ''}.json`);
  await mkdir(join(ROOT, '.output'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--project', project, ...reporters, ...files];
  const { passed } = await runPackageBin('vitest', args, 'show');
  const { numPassedTests, numFailedTests, testResults } = v.parse(
    VitestReportSchema,
    JSON.parse(await readFile(report, 'utf8')),
  );
  const inTrouble = testResults.filter(({ status }) => status === 'failed');
  const failedFiles = new Map(
    inTrouble.map(({ name, assertionResults }) => [
      name,
      assertionResults.filter(({ status }) => status === 'passed').length,
    ]),
  );
  // Files that failed before a test of theirs ran count too.
  const brokenFiles = inTrouble.filter(
    ({ assertionResults }) => assertionResults.length === 0,
  ).length;
  const failed = numFailedTests + brokenFiles;
  // An error outside of any test fails the run as well.
  return { passed: numPassedTests, failed: passed ? failed : Math.max(1, failed), failedFiles };
}

/**
 * Runs a few failed scenario files once more, alone: two browsers that share two processors with others now and
 * then keep a test waiting beyond any patience. What fails again has failed; what does not is named, since it may
 * be a race of ours.
 */
export async function runAgain(project: Project, first: Run): Promise<Counts> {
  const files = [...first.failedFiles.keys()];
  if (files.length === 0 || files.length > MOST_UNSTEADY_FILES) return first;
  console.error(`Again in ${project}: ${files.join(', ')}`);
  const second = await runVitest(project, files);
  for (const file of files.filter((each) => !second.failedFiles.has(each))) {
    console.error(`Unsteady in ${project}: ${file} failed at first, and passed when run again.`);
  }
  const counted = [...first.failedFiles.values()].reduce((total, passed) => total + passed, 0);
  return { passed: first.passed - counted + second.passed, failed: second.failed };
}
