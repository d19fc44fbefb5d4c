// Runs a tool of this project: `node tests/tools/run.mjs tests/tools/start.ts …`. Plain JavaScript for any Node
// from 18 on, since it works on a clone with nothing installed: it installs the lockfile's packages, among them
// the Node that runs everything else, and hands over to that.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const stamp = `${root}node_modules/.countersign-installed`;
const locked = createHash('sha256')
  .update(readFileSync(`${root}package-lock.json`))
  .digest('hex');
const windows = process.platform === 'win32';

function run(command, args, stdio) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio, shell: false });
  if (error) throw error;
  return status ?? 1;
}

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== locked) {
  if (lstatSync(`${root}node_modules`, { throwIfNoEntry: false })?.isSymbolicLink()) {
    process.stderr.write(
      'node_modules is a symbolic link: npm would empty the folder that it leads to. Nothing was installed. ' +
        'Install the packages there, or take the link away.\n',
    );
    process.exit(1);
  }
  process.stderr.write('Installing the packages of package-lock.json …\n');
  // Standard output belongs to the tool: what npm says goes to standard error.
  const npm = process.env.npm_execpath;
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const status = npm?.endsWith('.js')
    ? run(process.execPath, [npm, ...args], ['ignore', 2, 2])
    : run(windows ? 'npm.cmd' : 'npm', args, ['ignore', 2, 2]);
  if (status !== 0) {
    process.stderr.write('npm could not install the packages; its message stands above.\n');
    process.exit(status);
  }
  writeFileSync(stamp, locked);
}

const node = `${root}node_modules/node/bin/node${windows ? '.exe' : ''}`;
process.exit(run(node, process.argv.slice(2), 'inherit'));
