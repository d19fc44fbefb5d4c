import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;

/** A clone in which nothing is installed, and an npm that only says that it ran. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-run-'));
  mkdirSync(join(folder, 'tests/tools'), { recursive: true });
  cpSync(fileURLToPath(new URL('run.mjs', import.meta.url)), join(folder, 'tests/tools/run.mjs'));
  writeFileSync(join(folder, 'package-lock.json'), '{}');
  writeFileSync(join(folder, 'npm.js'), 'console.error("npm", process.argv[2]); process.exit(7);');
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(): { readonly status: number | null; readonly said: string } {
  const { status, stderr } = spawnSync(process.execPath, ['tests/tools/run.mjs', 'tool.ts'], {
    cwd: folder,
    env: { ...process.env, npm_execpath: join(folder, 'npm.js') },
    encoding: 'utf8',
  });
  return { status, said: stderr };
}

it('installs the packages where they are not there', () => {
  expect(run()).toMatchObject({ status: 7, said: expect.stringContaining('npm ci') });
});

it('installs nothing where the folder of the packages is a symbolic link', () => {
  mkdirSync(join(folder, 'elsewhere'));
  symlinkSync(join(folder, 'elsewhere'), join(folder, 'node_modules'));
  const { status, said } = run();
  expect(said).toMatch(/^node_modules is a symbolic link/u);
  expect(said).not.toContain('npm ci');
  expect(status).toBe(1);
});
