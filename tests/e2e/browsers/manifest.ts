import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Manifest = v.object({
  browser_specific_settings: v.object({ gecko: v.object({ id: v.string() }) }),
});

/** The id under which Firefox knows a built extension. */
export async function readGeckoId(extension: string): Promise<string> {
  const manifest = v.parse(
    Manifest,
    JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8')),
  );
  return manifest.browser_specific_settings.gecko.id;
}
