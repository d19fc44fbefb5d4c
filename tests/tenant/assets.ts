import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Reply } from './exchange.ts';

const FOLDER = new URL('./assets/', import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files that every host serves under `/assets/`, read once: only what is in the folder is found. */
export function loadAssets(): ReadonlyMap<string, Reply> {
  return new Map(
    namesOfFiles().map((name) => [
      `/assets/${name}`,
      {
        status: 200,
        headers: { 'Content-Type': TYPES[extname(name)] ?? 'application/octet-stream' },
        body: readFileSync(new URL(name, FOLDER), 'utf8'),
      },
    ]),
  );
}

/** With the folders that they are in: `wizard/steps.js`. */
function namesOfFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => extname(name));
}
