import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import { PAGE_HOST } from './page-server.ts';

const Manifest = v.looseObject({ host_permissions: v.array(v.string()) });

/** A copy of the built extension that may reach the bench's host, as if the user had granted it: it runs its script there. */
export async function grantPageHost(
  builtExtension: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  await cp(builtExtension, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = v.parse(Manifest, JSON.parse(await readFile(path, 'utf8')));
  manifest.host_permissions.push(`https://${PAGE_HOST}/*`);
  await writeFile(path, JSON.stringify(manifest));
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
