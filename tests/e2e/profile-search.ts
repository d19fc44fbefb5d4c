import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Every form in which bytes might stand in the clear in a file. */
export function formsOf(bytes: Uint8Array, base32: string): Map<string, Buffer> {
  const buffer = Buffer.from(bytes);
  const texts = {
    'base32, upper case': base32.toUpperCase(),
    'base32, lower case': base32.toLowerCase(),
    'hex, lower case': buffer.toString('hex'),
    'hex, upper case': buffer.toString('hex').toUpperCase(),
    base64: buffer.toString('base64').replace(/=+$/u, ''),
    base64url: buffer.toString('base64url'),
  };
  return new Map([
    ['raw', buffer],
    ...Object.entries(texts).flatMap(([form, text]): [string, Buffer][] => [
      [form, Buffer.from(text, 'latin1')],
      [`${form}, UTF-16`, Buffer.from(text, 'utf16le')],
    ]),
  ]);
}

/** The names of the needles that stand in any file of a folder, and the number of files read. */
export async function searchFolder(
  folder: string,
  needles: ReadonlyMap<string, Buffer>,
): Promise<{ found: Set<string>; files: number }> {
  const found = new Set<string>();
  let files = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    files += 1;
    for (const [name, needle] of needles) if (content.includes(needle)) found.add(name);
  }
  return { found, files };
}
