import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const PackageSchema = v.object({
  bin: v.union([v.string(), v.record(v.string(), v.string())]),
});

export interface Outcome {
  readonly passed: boolean;
  /** What it printed, where it was captured. */
  readonly output: string;
}

/**
 * Runs a program of an installed package with the Node that runs this, on every system alike.
 *
 * @param output `show` lets it print, on standard error since standard output belongs to the tool; `capture`
 * keeps what it prints
 */
export async function runPackageBin(
  name: string,
  args: readonly string[],
  output: 'show' | 'capture',
): Promise<Outcome> {
  const manifest = join(ROOT, 'node_modules', name, 'package.json');
  const { bin } = v.parse(PackageSchema, JSON.parse(await readFile(manifest, 'utf8')));
  const baseName = name.replace(/^@.*\//u, '');
  const program = typeof bin === 'string' ? bin : (bin[baseName] ?? Object.values(bin)[0]);
  if (program === undefined) throw new Error(`${name} has no program of its name`);
  return runProgram(process.execPath, [join(dirname(manifest), program), ...args], output);
}

export function runProgram(
  command: string,
  args: readonly string[],
  output: 'show' | 'capture',
): Promise<Outcome> {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio:
      output === 'show' ? ['ignore', process.stderr, process.stderr] : ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => resolve({ passed: status === 0, output: printed }));
  });
}
