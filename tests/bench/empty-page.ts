import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const EMPTY_PAGE = 'empty.html';

/** Says when the first frame was painted, in the same way as the popup does. */
const SCRIPT = `requestAnimationFrame(() => setTimeout(() => performance.mark('empty')));\n`;

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Empty</title>
<script type="module" src="/empty.js"></script></head>
<body><p>000 000</p></body></html>
`;

/**
 * A copy of the built extension with an empty page in it, to measure the popup against; the manager is empty too, so
 * that a bench may send its messages while nothing else is at work.
 */
export async function addEmptyPage(
  builtExtension: string,
): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  await cp(builtExtension, folder, { recursive: true });
  for (const page of [EMPTY_PAGE, 'manager.html']) await writeFile(join(folder, page), PAGE);
  await writeFile(join(folder, 'empty.js'), SCRIPT);
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
