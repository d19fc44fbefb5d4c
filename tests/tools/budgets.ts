import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { buildExtension, builtExtension } from './build.ts';
import type { Outcome } from './package-bin.ts';

interface Budget {
  readonly name: string;
  /** In bytes. */
  readonly most: number;
  readonly measure: () => Promise<number>;
}

const FOLDER = builtExtension('chromium');

const BUDGETS: readonly Budget[] = [
  // All that is read before the popup can show anything.
  {
    name: 'popup.html: scripts and styles, gzipped',
    most: 30_000,
    measure: () => gzippedPage('popup.html'),
  },
  // On Microsoft's pages.
  script('content-scripts/enrolment.js', 22_000),
  script('content-scripts/sign-in.js', 15_000),
  // On every page of a site, where that may have a field for a code, and where a scan is asked for.
  script('site.js', 7_500),
  script('attend-site.js', 21_000),
  script('scan.js', 8_000),
  { name: 'the package for Chrome, zipped', most: 1_500_000, measure: zipped },
];

/** Builds the extension for Chrome, and measures what has a bound. What it prints says each. */
export async function checkBudgets(): Promise<Outcome> {
  await buildExtension('chromium');
  const lines: string[] = [];
  let passed = true;
  for (const { name, most, measure } of BUDGETS) {
    const bytes = await measure();
    const fits = bytes <= most;
    passed &&= fits;
    lines.push(`  ${fits ? '✓' : '✗'} ${name}: ${kilobytes(bytes)} of ${kilobytes(most)}`);
  }
  return { passed, output: lines.join('\n') };
}

function script(file: string, most: number): Budget {
  return { name: `${file}, gzipped`, most, measure: () => gzipped(file) };
}

/** Every script and stylesheet that a page names. */
async function gzippedPage(page: string): Promise<number> {
  const html = await readFile(join(FOLDER, page), 'utf8');
  const files = Array.from(
    html.matchAll(/(?:src|href)="\/(?<file>[^"]+\.(?:js|css))"/gu),
    (found) => found[1] ?? '',
  );
  if (files.length === 0) throw new Error(`${page} names no script`);
  const each = await Promise.all(files.map(gzipped));
  return each.reduce((sum, bytes) => sum + bytes, 0);
}

async function gzipped(file: string): Promise<number> {
  return gzipSync(await readFile(join(FOLDER, file)), { level: 9 }).length;
}

/** What an archive takes beside its files' bytes: two headers for each, with its name, and an end (APPNOTE 4.3). */
const LOCAL_HEADER = 30;
const CENTRAL_HEADER = 46;
const END = 22;

/** The length of an archive of the whole folder, deflated as far as that goes. */
async function zipped(): Promise<number> {
  const entries = await readdir(FOLDER, { recursive: true, withFileTypes: true });
  let length = END;
  for (const entry of entries.filter((each) => each.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const packed = Math.min(bytes.length, deflateRawSync(bytes, { level: 9 }).length);
    const name = Buffer.byteLength(path) - Buffer.byteLength(FOLDER) - 1;
    length += packed + LOCAL_HEADER + CENTRAL_HEADER + 2 * name;
  }
  return length;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
