import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** A script as it is put into pages. */
export interface ScriptBytes {
  readonly script: string;
  readonly minified: number;
  readonly gzipped: number;
}

/** Every script of the built extension that runs in pages of other sites. */
export async function measureBytes(builtExtension: string): Promise<ScriptBytes[]> {
  const inFolder = await readdir(join(builtExtension, 'content-scripts'));
  const others = ['site.js', 'attend-site.js', 'scan.js'];
  const scripts = [...inFolder.map((file) => `content-scripts/${file}`), ...others];
  return Promise.all(
    scripts.map(async (script) => {
      const bytes = await readFile(join(builtExtension, script));
      return { script, minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
    }),
  );
}
