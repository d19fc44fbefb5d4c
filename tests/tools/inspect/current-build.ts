import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, builtExtension } from '../build.ts';
import { ROOT } from '../package-bin.ts';

/** All that a build is made of. */
const SOURCES = ['{src,entrypoints,public}/**', 'wxt.config.ts', 'package-lock.json'];

/** The folder of the extension for Chromium, built from the sources as they are now. */
export async function currentBuild(): Promise<string> {
  const folder = builtExtension('chromium');
  // The build writes it last.
  const manifest = join(folder, 'manifest.json');
  const changedAt = (path: string) => statSync(path).mtimeMs;
  const newest = Math.max(
    ...globSync(SOURCES, { cwd: ROOT }).map((path) => changedAt(join(ROOT, path))),
  );
  if (!existsSync(manifest) || changedAt(manifest) < newest) {
    console.error('Building the extension …');
    await buildExtension('chromium');
  }
  return folder;
}
