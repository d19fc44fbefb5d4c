import type { PageFigures } from './page-figures.ts';
import type { Target } from './qr-targets.ts';

/** Bytes, gzipped, of each script that runs in every page of its sites. */
const MOST_BYTES = 15_000;
const BOUND_SCRIPTS: readonly string[] = ['content-scripts/sign-in.js', 'site.js'];

/** One pass of the detector, in bare walks of the page. */
const MOST_WALKS = 3;

/** What issue 5 asks of the content script, and whether the figures show it. */
export function pageTargets({
  pages,
  detector,
  bytes,
}: Omit<PageFigures, 'targets'>): readonly Target[] {
  return [
    ...bytes
      .filter(({ script }) => BOUND_SCRIPTS.includes(script))
      .map(({ script, gzipped }) => ({
        target: `${script} has at most ${MOST_BYTES.toLocaleString('en')} bytes, gzipped`,
        holds: gzipped <= MOST_BYTES,
        found: gzipped.toLocaleString('en'),
      })),
    ...detector.map(({ page, ratio }) => ({
      target: `one pass over ${page} takes at most ${MOST_WALKS} bare walks`,
      holds: ratio <= MOST_WALKS,
      found: ratio.toFixed(2),
    })),
    ...pages
      .filter(({ isHidden }) => isHidden)
      .map(({ page, calls }) => ({
        target: `the script is not called at all: ${page}`,
        holds: calls === 0,
        found: `${calls} calls`,
      })),
  ];
}
