import { bundleDetector } from '../tools/inspect/detector-bundle.ts';
import type { MeasuredBrowser } from './page-browser.ts';
import { type Spread, spread } from './spread.ts';

/** Pages, each with fresh code: a script that has just begun is not compiled yet. */
const DOCUMENTS = 7;
/** Passes in each of them, in turn with walks. */
const PASSES = 40;

/** One pass of the detector beside one bare TreeWalker walk of the same page, both in milliseconds. */
export interface DetectorFigure {
  readonly page: string;
  readonly detector: Spread;
  readonly walk: Spread;
  /** Of the medians. */
  readonly ratio: number;
  /** Of the medians of the first pass and the first walk in each document. */
  readonly firstRatio: number;
}

/** On 10,000 nodes without and with inputs. */
export async function measureDetector(
  browser: MeasuredBrowser,
  tell: (line: string) => void,
): Promise<DetectorFigure[]> {
  const bundle = await bundleDetector();
  const figures: DetectorFigure[] = [];
  for (const [page, path] of [
    ['10,000 nodes', '/many'],
    ['10,000 nodes, 30 inputs', '/many-with-fields'],
  ] as const) {
    tell(`one pass over ${page} …`);
    const runs = [];
    for (let document = 0; document < DOCUMENTS; document += 1) {
      runs.push(
        await browser.run(
          path,
          (detector, passes) => detector().timeDetector(passes),
          bundle,
          PASSES,
        ),
      );
    }
    const detector = spread(runs.flatMap((run) => run.detector));
    const walk = spread(runs.flatMap((run) => run.walk));
    const first = (times: readonly number[]) => times.slice(0, 1);
    const firstDetector = spread(runs.flatMap((run) => first(run.detector)));
    const firstWalk = spread(runs.flatMap((run) => first(run.walk)));
    figures.push({
      page,
      detector,
      walk,
      ratio: detector.median / walk.median,
      firstRatio: firstDetector.median / firstWalk.median,
    });
  }
  return figures;
}
