import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runPackageBin } from '../package-bin.ts';
import type * as page from './detector-page.ts';

const CONFIG = fileURLToPath(new URL('detector-bundle.config.ts', import.meta.url));

/** What the bundle has, to be given to `Page.evaluate` as an argument: it is sent as text. */
export type DetectorBundle = () => Pick<typeof page, 'readFields' | 'timeDetector'>;

/** Bundles the detector from the sources as they are now. */
export async function bundleDetector(): Promise<DetectorBundle> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-detector-'));
  try {
    const args = ['build', '--config', CONFIG, '--outDir', folder];
    const { passed, output } = await runPackageBin('vite', args, 'capture');
    if (!passed) throw new Error(`The detector does not bundle:\n${output}`);
    const script = await readFile(join(folder, 'detector.js'), 'utf8');
    const bundle: DetectorBundle = () => {
      throw new Error('This runs in a page only');
    };
    // A function crosses to the page as its text (tests/e2e/browsers/page-script.ts): no policy of the page forbids that.
    return Object.assign(bundle, { toString: () => `() => { ${script}; return detector; }` });
  } finally {
    await rm(folder, { recursive: true });
  }
}
