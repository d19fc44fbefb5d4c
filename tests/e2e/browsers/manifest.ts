import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Manifest = v.object({
  key: v.optional(v.string()),
  browser_specific_settings: v.optional(v.object({ gecko: v.object({ id: v.string() }) })),
});

/** The parts of the built manifest that say under which id the browser knows the extension. */
export async function readManifest(extension: string): Promise<v.InferOutput<typeof Manifest>> {
  return v.parse(Manifest, JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')));
}
