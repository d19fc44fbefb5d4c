import { detectFields } from '../../../src/page/detector/detect.ts';
import type { FieldKind } from '../../../src/page/detector/field.ts';
import { fieldToFill } from '../../../src/page/detector/to-fill.ts';
import { OpenRoots } from '../../../src/page/open-roots.ts';
import { selectorOf } from './selector-of.ts';

/** What the detector makes of the page that this runs in: an entry for each input, in the order that they were found. */
export interface FieldReading {
  readonly fields: readonly {
    readonly selector: string;
    readonly kind: FieldKind;
    readonly score: number;
  }[];
  readonly fill: readonly string[];
}

/** The bundle's one function (detector-bundle.ts). */
export function readFields(): FieldReading {
  const found = detectFields(document);
  return {
    fields: found.flatMap(({ inputs, kind, score }) =>
      inputs.map((input) => ({ selector: selectorOf(input), kind, score })),
    ),
    fill: fieldToFill(found)?.inputs.map(selectorOf) ?? [],
  };
}

/**
 * How many milliseconds a pass takes as a site's attendant does it, from the shadow roots to the field to fill, and one bare walk over all nodes of the page: by turns, since a browser has slow
 * moments.
 */
export function timeDetector(rounds: number): {
  readonly detector: number[];
  readonly walk: number[];
} {
  const roots = new OpenRoots();
  const pass = () => {
    roots.findNew(document);
    fieldToFill(detectFields(document, roots.known()));
  };
  const times = { detector: [] as number[], walk: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    times.walk.push(timeOf(walkOver));
    times.detector.push(timeOf(pass));
  }
  return times;
}

function timeOf(act: () => unknown): number {
  const start = performance.now();
  act();
  return performance.now() - start;
}

function walkOver(): number {
  const walker = document.createTreeWalker(document);
  let nodes = 0;
  while (walker.nextNode()) nodes += 1;
  return nodes;
}
